-- What a member skipped of the first steps, marked as seen, or put away. What is done follows from the organization itself.
create table onboarding (
  organization_id uuid not null,
  membership_id uuid not null,
  skipped text[] not null default '{}',
  seen text[] not null default '{}',
  is_hidden boolean not null default false,
  updated_at timestamptz(3) not null,
  primary key (organization_id, membership_id),
  foreign key (organization_id, membership_id) references memberships (organization_id, id)
);
select app.protect('onboarding', 'select, insert, update');
