-- The installation's own side: who runs it and what its site says, what visitors wrote, what platform admins did, and how large each
-- organization is. Global tables without a tenant's content, listed in platform/database/lint.ts.

-- One row.
create table installation (
  id boolean primary key default true check (id),
  is_site_on boolean not null default true,
  operator_name text,
  operator_address text,
  contact_email text,
  terms text,
  privacy text,
  imprint text,
  demo_state text not null default 'none' check (demo_state in ('none', 'loading', 'loaded', 'failed')),
  demo_detail text,
  demo_started_at timestamptz(3),
  updated_at timestamptz(3),
  version integer not null default 1
);
insert into installation default values;
grant select, update on installation to portico_app, portico_worker;

create table contact_messages (
  id uuid primary key,
  name text not null,
  email text not null,
  company text,
  topic text not null check (topic in ('question', 'hosting', 'security', 'other')),
  message text not null,
  state text not null default 'new' check (state in ('new', 'done', 'spam')),
  ip inet,
  user_agent text,
  created_at timestamptz(3) not null,
  handled_at timestamptz(3),
  handled_by text
);
create index contact_messages__recent on contact_messages (created_at desc, id desc);
create index contact_messages__of_state on contact_messages (state, created_at desc, id desc);
create index contact_messages__from on contact_messages (ip, created_at);
grant select, insert, update, delete on contact_messages to portico_app, portico_worker;

-- What platform admins did. Append-only: nobody who serves may change or remove a row.
create table platform_deeds (
  id uuid primary key,
  at timestamptz(3) not null,
  user_id uuid not null,
  actor_name text,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name text,
  reason text,
  ip inet,
  user_agent text,
  request_id text
);
create index platform_deeds__recent on platform_deeds (at desc, id desc);
grant select, insert on platform_deeds to portico_app, portico_worker;

-- How large an organization is: numbers only, counted by a job in the organization's own scope.
create table organization_sizes (
  organization_id uuid primary key references organizations (id) on delete cascade,
  members bigint not null,
  clients bigint not null,
  invoices bigint not null,
  file_bytes bigint not null,
  counted_at timestamptz(3) not null
);
create index organization_sizes__oldest on organization_sizes (counted_at);
grant select, insert, update on organization_sizes to portico_app, portico_worker;

alter table organizations add column status_reason text;
alter table organizations add column status_changed_at timestamptz(3);
create index organizations__recent on organizations (created_at desc, id desc);
create index organizations__named on organizations using gin ((lower(name) || ' ' || slug) gin_trgm_ops);
create index users__recent on users (created_at desc, id desc);
create index users__named on users using gin ((lower(name) || ' ' || email_key) gin_trgm_ops);

-- What the site's pricing page says. A price is per organization and month in minor units; null is by agreement.
alter table plans add column summary text not null default '';
alter table plans add column price bigint check (price >= 0);
alter table plans add column currency text not null default 'USD' check (currency ~ '^[A-Z]{3}$');
update plans set price = 0, summary = 'On your own machine, with everything in it.',
  features = '{"Every feature, for as many people and organizations as the machine carries","Your data in one folder or in your own PostgreSQL","MIT licence: read it, change it, keep it"}' where key = 'self_hosted';
update plans set price = 0, summary = 'For one person who sends a handful of invoices.',
  features = '{"2 members","10 clients","Invoices, payments, receipts and the portal","Portico’s hosting, updates and backups"}' where key = 'free';
update plans set price = 1900, summary = 'For a small studio.',
  features = '{"5 members","100 clients","Everything in Free","Your own logo and colours in the portal and in mails"}' where key = 'starter';
update plans set price = 4900, summary = 'For a team that lives in it.',
  features = '{"20 members","Clients without a limit","Everything in Starter","Answers to questions within one working day"}' where key = 'professional';
update plans set price = null, summary = 'For many people, or rules of your own.',
  features = '{"Members and clients without a limit","A database of your own","Terms and a data-processing agreement of your own","A named person who knows your set-up"}' where key = 'enterprise';
