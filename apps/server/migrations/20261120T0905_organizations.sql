-- An organization's own side: settings, roles, members, invitations, files, and what every change leaves behind.

create table organization_settings (
  organization_id uuid primary key references organizations (id),
  legal_name text,
  email text,
  phone text,
  website text,
  address jsonb not null default '{}',
  country text check (country ~ '^[A-Z]{2}$'),
  registration_number text,
  tin text,
  vrn text,
  logo_file_id uuid,
  brand_color text not null default '#0f766e' check (brand_color ~ '^#[0-9a-f]{6}$'),
  timezone text not null default 'UTC',
  base_currency text not null default 'USD' check (base_currency ~ '^[A-Z]{3}$'),
  locale text not null default 'en',
  paper text not null default 'A4' check (paper in ('A4', 'Letter')),
  prices_include_tax boolean not null default false,
  tax_rounding text not null default 'document' check (tax_rounding in ('document', 'line')),
  default_tax_rate_key text,
  invoice_number_pattern text not null default 'INV-{YYYY}-{NNN}',
  receipt_number_pattern text not null default 'RCP-{YYYY}-{NNN}',
  payment_terms_days integer not null default 14 check (payment_terms_days between 0 and 365),
  invoice_note text,
  invoice_terms text,
  reference_label text not null default 'Payment reference',
  refid_prefix text not null default 'CL-' check (length(refid_prefix) between 1 and 12),
  default_client_status text not null default 'pending' check (default_client_status in ('pending', 'active')),
  proof_review_hours integer not null default 24 check (proof_review_hours between 1 and 720),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1
);
select app.protect('organization_settings', 'select, insert, update');

create table roles (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  key text not null,
  name text not null,
  kind text not null check (kind in ('system', 'preset', 'custom')),
  position integer not null default 0,
  created_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint roles__key unique (organization_id, key)
);
select app.protect('roles', 'select, insert, update, delete');

create table role_permissions (
  organization_id uuid not null,
  role_id uuid not null,
  permission text not null references permissions (key),
  primary key (organization_id, role_id, permission),
  foreign key (organization_id, role_id) references roles (organization_id, id) on delete cascade
);
select app.protect('role_permissions', 'select, insert, delete');

create table memberships (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  user_id uuid not null references users (id),
  role_id uuid not null,
  status text not null default 'active' check (status in ('active', 'suspended', 'removed')),
  is_limited_to_assigned_clients boolean not null default false,
  title text,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1,
  primary key (organization_id, id),
  constraint memberships__user unique (organization_id, user_id),
  foreign key (organization_id, role_id) references roles (organization_id, id)
);
select app.protect('memberships', 'select, insert, update');

-- Single permissions added to or taken from one member, on top of the role.
create table membership_overrides (
  organization_id uuid not null,
  membership_id uuid not null,
  permission text not null references permissions (key),
  effect text not null check (effect in ('grant', 'deny')),
  primary key (organization_id, membership_id, permission),
  foreign key (organization_id, membership_id) references memberships (organization_id, id) on delete cascade
);
select app.protect('membership_overrides', 'select, insert, update, delete');

create table invitations (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  email text not null,
  email_key text not null,
  role_id uuid not null,
  token_hash bytea not null,
  status text not null default 'pending' check (status in ('pending', 'accepted', 'revoked')),
  invited_by uuid not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  decided_at timestamptz(3),
  version integer not null default 1,
  primary key (organization_id, id),
  constraint invitations__token unique (organization_id, token_hash),
  foreign key (organization_id, role_id) references roles (organization_id, id),
  foreign key (organization_id, invited_by) references memberships (organization_id, id)
);
create unique index invitations__one_pending on invitations (organization_id, email_key) where status = 'pending';
create index invitations__recent on invitations (organization_id, created_at desc, id desc);
select app.protect('invitations', 'select, insert, update');

create table files (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  storage_key text not null,
  name text not null,
  media_type text not null,
  size bigint not null check (size >= 0),
  sha256 bytea not null,
  purpose text not null check (purpose in ('logo', 'proof', 'invoice_pdf', 'receipt_pdf')),
  created_at timestamptz(3) not null,
  created_by text not null,
  deleted_at timestamptz(3),
  primary key (organization_id, id)
);
create index files__same_content on files (organization_id, sha256);
select app.protect('files', 'select, insert, update');
alter table organization_settings add constraint organization_settings__logo
  foreign key (organization_id, logo_file_id) references files (organization_id, id);

-- Who did what. The entry is what the chain seals; the payload holds the personal part and can be erased.
create table audit_entries (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  at timestamptz(3) not null,
  actor_kind text not null check (actor_kind in ('member', 'contact', 'link', 'system', 'platform')),
  actor_id uuid,
  action text not null,
  entity_kind text not null,
  entity_id uuid not null,
  client_id uuid,
  request_id text,
  payload_hash bytea not null,
  primary key (organization_id, id)
);
create index audit_entries__of_entity on audit_entries (organization_id, entity_kind, entity_id, id desc);
create index audit_entries__of_client on audit_entries (organization_id, client_id, id desc) where client_id is not null;
select app.protect('audit_entries', 'select, insert');

create table audit_payloads (
  organization_id uuid not null,
  entry_id uuid not null,
  salt bytea not null,
  actor_name text,
  ip inet,
  user_agent text,
  before jsonb,
  after jsonb,
  primary key (organization_id, entry_id),
  foreign key (organization_id, entry_id) references audit_entries (organization_id, id)
);
select app.protect('audit_payloads', 'select, insert, delete');

-- The outbox. Written with the change that it announces; ids only, no personal data.
create table domain_events (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  type text not null,
  payload jsonb not null,
  created_at timestamptz(3) not null,
  request_id text,
  claimed_at timestamptz(3),
  primary key (organization_id, id)
);
-- Claimed by state, never by "id greater than the last": ids of slow transactions appear late.
create index domain_events__unclaimed on domain_events (created_at) where claimed_at is null;
create index domain_events__recent on domain_events (organization_id, created_at desc, id desc);
alter table domain_events enable row level security;
alter table domain_events force row level security;
-- The one table whose rows the worker sees across organizations: a list of what happened where, without content.
create policy tenant on domain_events as restrictive for all to portico_app
  using (organization_id = (select app.organization())) with check (organization_id = (select app.organization()));
create policy use_it on domain_events as permissive for all to portico_app, portico_worker using (true) with check (true);
grant select, insert on domain_events to portico_app;
grant select, insert, update on domain_events to portico_worker;

create table idempotency_keys (
  organization_id uuid not null references organizations (id),
  principal text not null,
  key text not null,
  fingerprint bytea not null,
  status integer,
  body text,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  primary key (organization_id, principal, key)
);
create index idempotency_keys__expired on idempotency_keys (organization_id, expires_at);
select app.protect('idempotency_keys', 'select, insert, update, delete');

-- Mail of an organization. What it says is kept as sealed properties and rendered when sent or read.
create table emails (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  template text not null,
  to_addresses text[] not null check (cardinality(to_addresses) > 0),
  cc_addresses text[] not null default '{}',
  subject text not null,
  locale text not null,
  sealed_props bytea not null,
  attachments jsonb not null default '[]',
  status text not null default 'queued' check (status in ('queued', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  error text,
  provider_id text,
  client_id uuid,
  entity_kind text,
  entity_id uuid,
  created_at timestamptz(3) not null,
  sent_at timestamptz(3),
  primary key (organization_id, id)
);
create index emails__recent on emails (organization_id, created_at desc, id desc);
create index emails__of_entity on emails (organization_id, entity_kind, entity_id, created_at desc) where entity_id is not null;
select app.protect('emails', 'select, insert, update');
