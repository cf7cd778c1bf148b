-- Under which id a record is known in somebody else's system. A table of its own: a record that two were merged into answers to the ids of both,
-- and the row is what two requests that bring the same record at once wait for one another at.
create table external_ids (
  organization_id uuid not null references organizations (id),
  kind text not null check (kind in ('client', 'contact', 'price_item', 'invoice')),
  external_id text collate "C" not null check (length(external_id) between 1 and 200),
  entity_id uuid,
  created_at timestamptz(3) not null,
  primary key (organization_id, kind, external_id)
);
comment on column external_ids.entity_id is 'empty only within the transaction that makes the record';
create index external_ids__of_entity on external_ids (organization_id, kind, entity_id);
select app.protect('external_ids', 'select, insert, update');
