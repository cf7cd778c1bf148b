-- A client that turned out to be another one. Its row stays, put aside and pointing at the one that goes on: postings, payments and receipts
-- name it for ever (nothing of the ledger is rewritten), and its id, its refid and old links lead to the survivor.

alter table clients add column merged_into_id uuid;
alter table clients add constraint clients__merged_into foreign key (organization_id, merged_into_id) references clients (organization_id, id);
alter table clients add constraint clients__merged_is_aside check (merged_into_id is null or (deleted_at is not null and merged_into_id <> id));
create index clients__merged on clients (organization_id, merged_into_id) where merged_into_id is not null;

-- What a merge did, to be read and to be proven: figures of both before it, and what moved.
create table client_merges (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  survivor_id uuid not null,
  merged_id uuid not null,
  fields jsonb not null,
  moved jsonb not null,
  balances jsonb not null,
  merged_at timestamptz(3) not null,
  merged_by uuid,
  primary key (organization_id, id),
  constraint client_merges__once unique (organization_id, merged_id),
  foreign key (organization_id, survivor_id) references clients (organization_id, id),
  foreign key (organization_id, merged_id) references clients (organization_id, id)
);
create index client_merges__of_survivor on client_merges (organization_id, survivor_id, id desc);
select app.protect('client_merges', 'select, insert');

-- A client and those that were merged into it: whose rows are its rows. One array, found by an index, usable in an index condition.
create function app.clients_of(client uuid) returns uuid[] language sql stable parallel safe
  return array(select m.id from clients m where m.organization_id = app.organization() and m.merged_into_id = client) || client;
