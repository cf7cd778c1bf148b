-- Clients and the people at them.

create table resellers (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  name text not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, id)
);
select app.protect('resellers', 'select, insert, update');

create table clients (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  refid text not null,
  kind text not null default 'company' check (kind in ('company', 'person')),
  name text not null check (length(name) between 1 and 200),
  legal_name text,
  email text,
  email_key text,
  phone text,
  website text,
  status text not null check (status in ('pending', 'active', 'suspended', 'inactive')),
  owner_id uuid,
  address jsonb not null default '{}',
  country text check (country ~ '^[A-Z]{2}$'),
  tax_number text,
  registration_number text,
  currency text check (currency ~ '^[A-Z]{3}$'),
  locale text,
  payment_terms_days integer check (payment_terms_days between 0 and 365),
  payment_terms_kind text not null default 'net' check (payment_terms_kind in ('net', 'end_of_month')),
  requires_purchase_order boolean not null default false,
  is_portal_enabled boolean not null default false,
  metadata jsonb not null default '{}',
  search_text text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  version integer not null default 1,
  primary key (organization_id, id),
  constraint clients__refid unique (organization_id, refid),
  foreign key (organization_id, owner_id) references resellers (organization_id, id)
);
create unique index clients__email on clients (organization_id, email_key) where deleted_at is null and email_key is not null;
create index clients__recent on clients (organization_id, id desc) where deleted_at is null;
create index clients__by_name on clients (organization_id, lower(name), id) where deleted_at is null;
create index clients__by_status on clients (organization_id, status, id desc) where deleted_at is null;
create index clients__by_status_name on clients (organization_id, status, lower(name), id) where deleted_at is null;
create index clients__search on clients using gin (search_text gin_trgm_ops) where deleted_at is null;
create index clients__segment on clients (organization_id, (metadata ->> 'segment'), id desc) where deleted_at is null and metadata ? 'segment';
select app.protect('clients', 'select, insert, update');

-- A member limited to assigned clients meets only these.
create table client_assignments (
  organization_id uuid not null,
  client_id uuid not null,
  membership_id uuid not null,
  created_at timestamptz(3) not null,
  primary key (organization_id, membership_id, client_id),
  foreign key (organization_id, client_id) references clients (organization_id, id),
  foreign key (organization_id, membership_id) references memberships (organization_id, id)
);
create index client_assignments__of_client on client_assignments (organization_id, client_id);
select app.protect('client_assignments', 'select, insert, delete');

create table contacts (
  organization_id uuid not null references organizations (id),
  id uuid not null,
  client_id uuid not null,
  user_id uuid references users (id),
  name text not null check (length(name) between 1 and 200),
  email text,
  email_key text,
  phone text,
  job_title text,
  is_primary boolean not null default false,
  document_delivery text not null default 'none' check (document_delivery in ('none', 'to', 'cc')),
  portal_access boolean not null default false,
  rights_preset text not null default 'viewer' check (rights_preset in ('viewer', 'owner', 'payer', 'approver', 'technical', 'custom')),
  rights text[] not null default '{}',
  last_portal_visit_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  version integer not null default 1,
  primary key (organization_id, id),
  foreign key (organization_id, client_id) references clients (organization_id, id)
);
create index contacts__of_client on contacts (organization_id, client_id, id) where deleted_at is null;
create unique index contacts__email_in_client on contacts (organization_id, client_id, email_key) where deleted_at is null and email_key is not null;
create index contacts__by_email on contacts (organization_id, email_key) where deleted_at is null;
create index contacts__of_user on contacts (organization_id, user_id) where deleted_at is null;
create unique index contacts__one_primary on contacts (organization_id, client_id) where is_primary and deleted_at is null;
select app.protect('contacts', 'select, insert, update');

-- Search under row-level security: trigram operators are not leakproof, so a policy would keep them from their
-- index. These functions belong to portico_search, which may read the two columns they need and nothing else, and they filter
-- by the transaction's organization themselves.
create policy search on clients for select to portico_search using (true);
grant select (organization_id, id, search_text, deleted_at) on clients to portico_search;
create function app.search_clients(term text, most integer) returns table (id uuid, rank real)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, word_similarity(term, c.search_text) as rank
  from clients c
  where c.organization_id = app.organization() and c.deleted_at is null
    and (c.search_text like '%' || replace(replace(replace(term, '\', '\\'), '%', '\%'), '_', '\_') || '%' or term <% c.search_text)
  order by rank desc, c.id desc
  limit most
$$;
