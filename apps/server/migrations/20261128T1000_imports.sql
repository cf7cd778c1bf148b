-- Books brought in from elsewhere (MECHANICS.md, 24): batches with their files, the rows as they stand there, what is planned of them, and
-- under which id of which system each record is known, so that running the same files twice changes nothing.

create table import_batches (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  state text not null default 'draft'
    check (state in ('draft', 'analysing', 'ready', 'committing', 'committed', 'undoing', 'undone', 'failed')),
  source text,
  currency text check (currency ~ '^[A-Z]{3}$'),
  rules jsonb not null default '{}',
  phase text check (phase in ('reading', 'planning', 'committing', 'undoing')),
  progress_done integer not null default 0,
  progress_total integer not null default 0,
  failure text,
  questions jsonb not null default '[]',
  sheet jsonb,
  runner_id uuid,
  runner_until timestamptz(3),
  created_by jsonb not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  committed_by jsonb,
  committed_at timestamptz(3),
  undone_by jsonb,
  undone_at timestamptz(3),
  deleted_at timestamptz(3),
  version integer not null default 1,
  primary key (organization_id, id)
);
comment on column import_batches.runner_id is 'who works on it, until runner_until: one at a time, and whoever comes after a kill goes on';
comment on column import_batches.created_by is 'the actor as shown beside it: {kind, id, name}';
create index import_batches__recent on import_batches (organization_id, id desc) where deleted_at is null;
select app.protect('import_batches', 'select, insert, update');

create table import_files (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  batch_id uuid not null,
  file_id uuid not null,
  name text not null,
  size bigint not null,
  sha256 bytea not null,
  source text,
  kind text check (kind in ('clients', 'price_items', 'invoices', 'payments')),
  encoding text not null,
  delimiter text not null,
  header_line integer not null,
  columns jsonb not null,
  mapping jsonb not null,
  mapping_name text,
  date_order text check (date_order in ('ymd', 'mdy', 'dmy')),
  decimal_mark text check (decimal_mark in ('.', ',')),
  sample jsonb not null default '[]',
  evidence jsonb,
  row_count integer,
  is_read boolean not null default false,
  created_at timestamptz(3) not null,
  removed_at timestamptz(3),
  primary key (organization_id, id),
  foreign key (organization_id, batch_id) references import_batches (organization_id, id),
  foreign key (organization_id, file_id) references files (organization_id, id)
);
comment on column import_files.evidence is 'what its dates and numbers say together about how they are written';
create index import_files__of_batch on import_files (organization_id, batch_id, id) where removed_at is null;
create unique index import_files__content on import_files (organization_id, batch_id, sha256) where removed_at is null;
create index import_files__same_content on import_files (organization_id, sha256);
select app.protect('import_files', 'select, insert, update');

create table import_rows (
  organization_id uuid not null,
  batch_id uuid not null,
  id uuid not null,
  file_id uuid not null,
  line integer not null,
  kind text not null,
  document_key text collate "C",
  cells json not null,
  corrections jsonb,
  is_skipped boolean not null default false,
  outcome text not null default 'ready',
  label text not null default '',
  notes jsonb not null default '[]',
  causes text[] not null default '{}',
  primary key (organization_id, batch_id, id),
  foreign key (organization_id, batch_id) references import_batches (organization_id, id)
);
comment on column import_rows.document_key is 'the invoice that a row is a line of, or that a payment names: rows of one document are planned together';
comment on column import_rows.outcome is 'ready until a dry run finds more to say, so that a clean file costs no update';
create index import_rows__by_outcome on import_rows (organization_id, batch_id, outcome, id);
create index import_rows__by_document on import_rows (organization_id, batch_id, document_key, id) where document_key is not null;
create index import_rows__of_file on import_rows (organization_id, file_id, id);
select app.protect('import_rows', 'select, insert, update, delete');

-- What a dry run found to be brought in, and after the commit the record of it.
create table import_items (
  organization_id uuid not null,
  batch_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('clients', 'price_items', 'invoices', 'payments')),
  external_id text not null,
  label text not null,
  action text not null check (action in ('create', 'match', 'unchanged')),
  state text not null default 'planned' check (state in ('planned', 'brought_in', 'withdrawn', 'blocked')),
  name_key text collate "C",
  email_key text collate "C",
  payload json not null,
  entity_id uuid,
  entity_version integer,
  reason text,
  primary key (organization_id, batch_id, id),
  foreign key (organization_id, batch_id) references import_batches (organization_id, id)
);
create index import_items__to_create on import_items (organization_id, batch_id, id) where action = 'create' and state = 'planned';
create index import_items__by_state on import_items (organization_id, batch_id, kind, state, id);
create index import_items__clients_by_name on import_items (organization_id, batch_id, name_key) where kind = 'clients';
create index import_items__clients_by_email on import_items (organization_id, batch_id, email_key) where kind = 'clients' and email_key is not null;
create index import_items__by_external_id on import_items (organization_id, batch_id, kind, external_id);
select app.protect('import_items', 'select, insert, update, delete');

-- Under which id a record is known in the system that it came from. Lasts beyond its batch.
create table import_records (
  organization_id uuid not null references organizations (id),
  source text not null,
  kind text not null check (kind in ('clients', 'price_items', 'invoices', 'payments')),
  external_id text collate "C" not null,
  row_hash bytea not null,
  batch_id uuid not null,
  entity_id uuid not null,
  created_at timestamptz(3) not null,
  withdrawn_at timestamptz(3),
  primary key (organization_id, source, kind, external_id),
  foreign key (organization_id, batch_id) references import_batches (organization_id, id)
);
create index import_records__of_entity on import_records (organization_id, entity_id) where withdrawn_at is null;
select app.protect('import_records', 'select, insert, update');

-- The control sheet per client.
create table import_client_figures (
  organization_id uuid not null,
  batch_id uuid not null,
  id uuid not null,
  client_id uuid,
  name text not null,
  currency text not null,
  invoices_source integer not null,
  invoices_portico integer not null,
  invoiced_source bigint not null,
  invoiced_portico bigint not null,
  paid_source bigint not null,
  paid_portico bigint not null,
  open_source bigint not null,
  open_portico bigint not null,
  stated_open bigint,
  agrees boolean not null,
  primary key (organization_id, batch_id, id),
  foreign key (organization_id, batch_id) references import_batches (organization_id, id)
);
create index import_client_figures__by_agreement on import_client_figures (organization_id, batch_id, agrees, id);
select app.protect('import_client_figures', 'select, insert, delete');

create table import_mappings (
  organization_id uuid not null references organizations (id),
  name text not null,
  kind text not null check (kind in ('clients', 'price_items', 'invoices', 'payments')),
  columns jsonb not null,
  columns_hash bytea not null,
  mapping jsonb not null,
  date_order text check (date_order in ('ymd', 'mdy', 'dmy')),
  decimal_mark text check (decimal_mark in ('.', ',')),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (organization_id, name)
);
create index import_mappings__of_columns on import_mappings (organization_id, columns_hash, updated_at desc);
select app.protect('import_mappings', 'select, insert, update, delete');

alter table files drop constraint files_purpose_check;
alter table files add constraint files_purpose_check check (purpose in ('logo', 'proof', 'invoice_pdf', 'receipt_pdf', 'import'));

-- Imported documents keep their numbers, in a series of their own (MECHANICS.md, 20).
alter table invoices add column series text not null default 'main' check (series in ('main', 'imported'));
alter table invoices add column is_quiet boolean not null default false;
comment on column invoices.is_quiet is 'brought in from elsewhere and not woken yet: nothing of it is sent by itself, reminders included; what a person starts is';
-- A withdrawn invoice is void, its postings are reversed, and it is taken away as if it had never come: its number is free again.
do $$
declare old text;
begin
  select conname into old from pg_constraint
    where conrelid = 'invoices'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%deleted_at%';
  execute format('alter table invoices drop constraint %I', old);
end $$;
alter table invoices add constraint invoices__deleted
  check (deleted_at is null or document_state = 'draft' or (document_state = 'void' and series = 'imported'));
alter table invoices drop constraint invoices__number;
create unique index invoices__number on invoices (organization_id, number) where deleted_at is null;

-- A payment is never changed; that it was withdrawn with the batch that brought it in is a fact beside it.
alter table payments add column withdrawn_at timestamptz(3);
alter table allocations add column withdrawn_at timestamptz(3);
grant update (withdrawn_at) on payments, allocations to portico_app, portico_worker;
drop index payments__recent, payments__of_client;
create index payments__recent on payments (organization_id, id desc) where withdrawn_at is null;
create index payments__of_client on payments (organization_id, client_id, id desc) where withdrawn_at is null;

alter table journal_entries drop constraint journal_entries_kind_check;
alter table journal_entries add constraint journal_entries_kind_check
  check (kind in ('invoice_issued', 'invoice_voided', 'payment_received', 'payment_withdrawn', 'credit_applied'));
