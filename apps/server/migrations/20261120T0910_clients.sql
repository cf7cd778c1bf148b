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
  name_key text collate "C" not null generated always as (lower(name)) stored,
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
  tax_number_key text generated always as (upper(regexp_replace(tax_number, '[^A-Za-z0-9]', '', 'g'))) stored,
  registration_number text,
  currency text check (currency ~ '^[A-Z]{3}$'),
  locale text,
  payment_terms_days integer check (payment_terms_days between 0 and 365),
  payment_terms_kind text not null default 'net' check (payment_terms_kind in ('net', 'end_of_month')),
  requires_purchase_order boolean not null default false,
  is_portal_enabled boolean not null default false,
  metadata jsonb not null default '{}',
  segment text generated always as (metadata ->> 'segment') stored,
  search_text text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  deleted_at timestamptz(3),
  version integer not null default 1,
  primary key (organization_id, id),
  constraint clients__refid unique (organization_id, refid),
  foreign key (organization_id, owner_id) references resellers (organization_id, id)
);
comment on column clients.name_key is 'what lists sort by: under row-level security only plain columns reach an index, because lower() and ->> are not leakproof';
create unique index clients__email on clients (organization_id, email_key) where deleted_at is null and email_key is not null;
create index clients__recent on clients (organization_id, id desc) where deleted_at is null;
create index clients__by_name on clients (organization_id, name_key, id) where deleted_at is null;
create index clients__by_status on clients (organization_id, status, id desc) where deleted_at is null;
create index clients__by_status_name on clients (organization_id, status, name_key, id) where deleted_at is null;
create index clients__search on clients using gin (search_text gin_trgm_ops) where deleted_at is null;
create index clients__segment on clients (organization_id, segment, id desc) where deleted_at is null and segment is not null;
create index clients__tax_number on clients (organization_id, tax_number_key) where deleted_at is null and tax_number_key is not null;
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
-- index. These functions belong to portico_search, which may read the few columns they need and nothing else, and they filter
-- by the transaction's organization, and by the clients that a limited member is assigned to, themselves.
-- What contains every word typed comes first, names that begin with it on top, and is bounded, so that a word that half of all rows
-- hold stays cheap. Only where nothing does, likeness decides: at 0.4 a word of six letters is found with one of them wrong or missing.
-- Planned for each call, because a small organization is read by its own rows and a large one by the words.
create policy search on clients for select to portico_search using (true);
grant select (organization_id, id, status, name_key, search_text, deleted_at) on clients to portico_search;
create policy search on client_assignments for select to portico_search using (true);
grant select (organization_id, membership_id, client_id) on client_assignments to portico_search;
create function app.search_clients(term text, most integer, only_status text default null) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set pg_trgm.word_similarity_threshold = 0.4 set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare words text[] := string_to_array(term, ' ');
begin
  return query
    select f.id, (word_similarity(term, f.search_text) + similarity(term, f.name_key) + starts_with(f.name_key, term)::int)::real as rank from (
      (
        select c.id, c.name_key, c.search_text from clients c
        where c.organization_id = app.organization() and c.deleted_at is null
          and (only_status is null or c.status = only_status)
          and (app.limited_member() is null or exists (select 1 from client_assignments a
            where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = c.id))
          and c.name_key >= term and c.name_key < term || chr(1114111)
        order by c.name_key limit 200)
      union
      (
        select c.id, c.name_key, c.search_text from clients c
        where c.organization_id = app.organization() and c.deleted_at is null
          and (only_status is null or c.status = only_status)
          and (app.limited_member() is null or exists (select 1 from client_assignments a
            where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = c.id))
          and c.search_text like app.containing(words[1]) and c.search_text like app.containing(words[2]) and c.search_text like app.containing(words[3])
        limit 1000)
    ) f order by 2 desc, 1 desc limit most;
  if found or term ~ '@|\d{4}' then return; end if;
  return query
    select c.id, word_similarity(term, c.search_text) as rank from clients c
    where c.organization_id = app.organization() and c.deleted_at is null
        and (only_status is null or c.status = only_status)
        and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = c.id))
      and term <% c.search_text
    order by 2 desc, 1 desc limit most;
end $$;
