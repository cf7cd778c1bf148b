-- What people are told of what happened: in the app, by mail, as each of them wishes.

create table notifications (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  membership_id uuid,
  contact_id uuid,
  type text not null,
  event_id uuid not null,
  subject_kind text not null check (subject_kind in ('invoice', 'payment', 'credit', 'receipt', 'payment_proof', 'client', 'member', 'email')),
  subject_id uuid not null,
  client_id uuid,
  is_in_app boolean not null,
  created_at timestamptz(3) not null,
  read_at timestamptz(3),
  primary key (organization_id, id),
  foreign key (organization_id, membership_id) references memberships (organization_id, id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id),
  foreign key (organization_id, client_id) references clients (organization_id, id),
  check (num_nonnulls(membership_id, contact_id) = 1),
  -- An event that is heard twice notifies once.
  constraint notifications__once_for_member unique (organization_id, membership_id, event_id, type),
  constraint notifications__once_for_contact unique (organization_id, contact_id, event_id, type)
);
comment on table notifications is 'ids only: what a notification says is read from its subject when it is shown';
create index notifications__of_member on notifications (organization_id, membership_id, id desc) where is_in_app;
create index notifications__of_contact on notifications (organization_id, contact_id, id desc) where is_in_app;
create index notifications__unread_of_member on notifications (organization_id, membership_id, id desc) include (type, client_id) where is_in_app and read_at is null;
create index notifications__unread_of_contact on notifications (organization_id, contact_id, id desc) include (type, client_id) where is_in_app and read_at is null;
create index notifications__old on notifications (organization_id, created_at);
select app.protect('notifications', 'select, insert, update (read_at), delete');

create table notification_deliveries (
  organization_id uuid not null,
  id uuid not null,
  notification_id uuid not null,
  channel text not null check (channel in ('in_app', 'email')),
  -- waiting: until the next mail goes out, with what else comes until then. mailed: what became of it stands with the mail.
  state text not null check (state in ('shown', 'waiting', 'mailed', 'skipped')),
  reason text check ((reason is not null) = (state = 'skipped')),
  email_id uuid,
  created_at timestamptz(3) not null,
  settled_at timestamptz(3),
  primary key (organization_id, id),
  constraint notification_deliveries__channel unique (organization_id, notification_id, channel),
  foreign key (organization_id, notification_id) references notifications (organization_id, id) on delete cascade,
  foreign key (organization_id, email_id) references emails (organization_id, id)
);
comment on column notification_deliveries.reason is 'turned_off, no_address, mailed_already, no_access, read_already';
create index notification_deliveries__waiting on notification_deliveries (organization_id, created_at) where state = 'waiting';
select app.protect('notification_deliveries', 'select, insert, update, delete');

-- Only what differs from the defaults of the catalogue.
create table notification_preferences (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  membership_id uuid,
  contact_id uuid,
  type text not null,
  in_app boolean not null,
  email boolean not null,
  updated_at timestamptz(3) not null,
  primary key (organization_id, id),
  foreign key (organization_id, membership_id) references memberships (organization_id, id),
  foreign key (organization_id, contact_id) references contacts (organization_id, id),
  check (num_nonnulls(membership_id, contact_id) = 1),
  constraint notification_preferences__of_member unique (organization_id, membership_id, type),
  constraint notification_preferences__of_contact unique (organization_id, contact_id, type)
);
select app.protect('notification_preferences', 'select, insert, update');

-- Which organizations have work of a kind that is due, so that nobody has to ask each of them. Says where to look, never what there is.
create table due_work (
  organization_id uuid not null references organizations (id),
  kind text not null,
  due_at timestamptz(3) not null,
  primary key (organization_id, kind)
);
create index due_work__next on due_work (kind, due_at);
grant select, insert, update, delete on due_work to portico_app, portico_worker;
