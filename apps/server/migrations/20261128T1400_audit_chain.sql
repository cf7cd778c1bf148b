-- The chain over the audit log, its indexes, what happens to accounts, the request log, and the purging of what has served.

-- An address as it came: it is hashed with the entry, so it must come back letter by letter.
alter table audit_payloads alter column ip type text using host(ip);

-- Entries that the sealer has yet to chain: written with the entry and taken away with its seal, so that an entry of a slow
-- transaction is sealed later but never skipped. The worker sees the list of all organizations, as with the outbox: ids only.
create table audit_unsealed (
  organization_id uuid not null,
  entry_id uuid not null,
  primary key (organization_id, entry_id),
  foreign key (organization_id, entry_id) references audit_entries (organization_id, id)
);
alter table audit_unsealed enable row level security;
alter table audit_unsealed force row level security;
create policy tenant on audit_unsealed as restrictive for all to portico_app
  using (organization_id = (select app.organization())) with check (organization_id = (select app.organization()));
create policy use_it on audit_unsealed as permissive for all to portico_app, portico_worker using (true) with check (true);
grant select, insert on audit_unsealed to portico_app;
grant select, insert, delete on audit_unsealed to portico_worker;

-- The chain: hash n covers hash n-1 and the entry. Whoever serves requests cannot write it.
create table audit_seals (
  organization_id uuid not null,
  seq bigint not null check (seq > 0),
  entry_id uuid not null,
  hash bytea not null,
  primary key (organization_id, seq),
  constraint audit_seals__entry unique (organization_id, entry_id),
  foreign key (organization_id, entry_id) references audit_entries (organization_id, id)
);
select app.protect('audit_seals', 'select, insert');
revoke insert on audit_seals from portico_app;

-- The last seal of each organization: the row whose lock makes the sealers of several workers take turns.
create table audit_heads (
  organization_id uuid primary key references organizations (id),
  seq bigint not null,
  hash bytea not null,
  sealed_at timestamptz(3) not null
);
select app.protect('audit_heads', 'select, insert, update');
revoke insert, update on audit_heads from portico_app;

do $$
begin
  -- What was written before there was a chain is sealed too; under forced row-level security the owner would see none of it.
  alter table audit_entries no force row level security;
  alter table audit_unsealed no force row level security;
  insert into audit_unsealed (organization_id, entry_id) select organization_id, id from audit_entries;
  alter table audit_entries force row level security;
  alter table audit_unsealed force row level security;
end $$;

-- One index for each way to look at the log, newest first. Histories follow the clock too, so that a day is a range of the index.
drop index audit_entries__of_entity;
drop index audit_entries__of_client;
create index audit_entries__recent on audit_entries (organization_id, at desc, id desc);
create index audit_entries__of_entity on audit_entries (organization_id, entity_kind, entity_id, at desc, id desc);
create index audit_entries__of_client on audit_entries (organization_id, client_id, at desc, id desc) where client_id is not null;
create index audit_entries__of_kind on audit_entries (organization_id, entity_kind, at desc, id desc);
create index audit_entries__of_action on audit_entries (organization_id, action, at desc, id desc);
create index audit_entries__of_actor on audit_entries (organization_id, actor_id, at desc, id desc) where actor_id is not null;
create index audit_entries__of_request on audit_entries (organization_id, request_id) where request_id is not null;

-- What happens to accounts, which belong to no organization: sign-ins, failed ones, new passwords, ended sessions. `organization_id` is
-- the portal that a contact entered. The worker copies each into the audit log of the organizations that the person belongs to.
create table account_events (
  id uuid primary key,
  at timestamptz(3) not null,
  action text not null,
  user_id uuid references users (id) on delete cascade,
  realm text check (realm in ('staff', 'portal')),
  organization_id uuid references organizations (id) on delete cascade,
  ip text,
  user_agent text,
  request_id text,
  detail jsonb,
  shared_at timestamptz(3)
);
create index account_events__recent on account_events (at desc, id desc);
create index account_events__of_user on account_events (user_id, at desc, id desc) where user_id is not null;
create index account_events__unshared on account_events (at) where shared_at is null;
grant select, insert on account_events to portico_app;
grant select, insert, update, delete on account_events to portico_worker;

-- Requests to the API, without bodies and secrets; kept for 30 days. `id` is the request's own id.
create table request_log (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  at timestamptz(3) not null,
  method text not null,
  operation text not null,
  path text not null,
  status smallint not null,
  status_class smallint not null,
  problem text,
  milliseconds integer not null,
  caller_kind text not null,
  caller_id uuid,
  credential_id uuid,
  primary key (organization_id, id)
);
create index request_log__recent on request_log (organization_id, at desc, id desc);
create index request_log__by_operation on request_log (organization_id, operation, at desc, id desc);
create index request_log__by_caller on request_log (organization_id, caller_id, at desc, id desc) where caller_id is not null;
create index request_log__by_credential on request_log (organization_id, credential_id, at desc, id desc) where credential_id is not null;
create index request_log__by_status on request_log (organization_id, status_class, at desc, id desc) where status_class <> 2;
select app.protect('request_log', 'select, insert');
grant delete on request_log to portico_worker;

grant delete on domain_events to portico_worker;
