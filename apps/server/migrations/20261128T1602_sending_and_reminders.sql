-- An invoice can be sent later, and reminds of itself when it is overdue.

alter table organization_settings
  add column reminder_days integer[] not null default '{3,7,14}'
    check (cardinality(reminder_days) <= 6 and 0 < all (reminder_days) and 366 > all (reminder_days));
comment on column organization_settings.reminder_days is 'days after the due date; none: no reminders';

alter table invoices add column is_reminding boolean not null default true;
comment on column invoices.is_reminding is 'false: a person, or an import, switched reminders off for this invoice. What was never sent from here is not reminded of either';

-- What was done about an overdue invoice at each step: 0 when it became overdue, then the days of the settings. Once each.
create table invoice_reminders (
  organization_id uuid not null,
  invoice_id uuid not null,
  step integer not null check (step >= 0),
  state text not null check (state in ('noted', 'sent', 'skipped')),
  reason text check ((reason is not null) = (state = 'skipped')),
  to_addresses text[] not null default '{}',
  created_at timestamptz(3) not null,
  primary key (organization_id, invoice_id, step),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id)
);
select app.protect('invoice_reminders', 'select, insert');

-- A sending that is planned for a day and a time of the organization's zone.
create table scheduled_sends (
  organization_id uuid not null,
  invoice_id uuid not null,
  send_on date not null,
  send_time text not null check (send_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  -- Null: whoever receives the client's documents when it is sent.
  to_addresses text[],
  cc_addresses text[],
  message text,
  state text not null check (state in ('waiting', 'sent', 'cancelled', 'failed')),
  reason text,
  scheduled_by uuid,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (organization_id, invoice_id),
  foreign key (organization_id, invoice_id) references invoices (organization_id, id),
  foreign key (organization_id, scheduled_by) references memberships (organization_id, id)
);
create index scheduled_sends__waiting on scheduled_sends (organization_id, send_on, send_time) where state = 'waiting';
select app.protect('scheduled_sends', 'select, insert, update');
