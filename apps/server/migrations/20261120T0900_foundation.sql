-- The ground: the tenant setting, the helper that locks a table to its organization, and the global tables.
--
-- Roles (made by the migration runner, see platform/database/roles.ts): portico_owner owns everything,
-- portico_app and portico_worker own nothing, portico_search owns the few reviewed search functions.

create schema app;
grant usage on schema app to portico_app, portico_worker, portico_search;
-- The owner hands the search functions over to portico_search, which takes the right to have them there.
grant create on schema app to portico_search;

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

-- The organization that the current transaction works for; null outside of one. A bare cast would raise on a
-- connection that has been used before, because the setting is then '' and not null.
create function app.organization() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organization_id', true), '')::uuid;

-- The membership whose assigned clients are all that the caller may see; null for everybody who is not limited. Set by the prelude.
create function app.limited_member() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.limited_member_id', true), '')::uuid;

-- The pattern of LIKE that finds a word as it is typed, signs included; without a word, any text.
create function app.containing(word text) returns text language sql immutable parallel safe
  return coalesce('%' || replace(replace(replace(word, '\', '\\'), '%', '\%'), '_', '\_') || '%', '%');

-- Locks a tenant table: row-level security enabled and forced; one restrictive policy that pins every row to the
-- transaction's organization, so that a careless permissive policy added later cannot open it; and the rights
-- named, so that append-only is the absence of a grant.
create function app.protect(target regclass, rights text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy tenant on %s as restrictive for all to portico_app, portico_worker
    using (organization_id = (select app.organization())) with check (organization_id = (select app.organization()))', target);
  execute format('create policy use_it on %s as permissive for all to portico_app, portico_worker
    using (true) with check (true)', target);
  execute format('grant %s on %s to portico_app, portico_worker', rights, target);
end $$;

-- Global tables: few, listed in platform/database/lint.ts. -------------------------------------------------------

-- People. One person is one row however many organizations and clients know them.
create table users (
  id uuid primary key,
  email text not null,
  email_key text not null constraint users__email unique,
  name text not null,
  password_hash text,
  email_verified_at timestamptz(3),
  locale text not null default 'en',
  is_platform_admin boolean not null default false,
  disabled_at timestamptz(3),
  last_login_at timestamptz(3),
  previous_login_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1
);
comment on column users.email_key is 'trimmed, lower case, NFKC: what sign-in looks up';

-- Server-side sessions; the cookie holds the token, this row only its SHA-256.
create table sessions (
  id uuid primary key,
  token_hash bytea not null constraint sessions__token unique,
  user_id uuid not null references users (id) on delete cascade,
  realm text not null check (realm in ('staff', 'portal')),
  created_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  ip inet,
  user_agent text
);
create index sessions__of_user on sessions (user_id, created_at desc);

-- One-time tokens: email verification, password reset, portal sign-in, set-up. Only hashes are kept.
create table one_time_tokens (
  id uuid primary key,
  purpose text not null check (purpose in ('verify_email', 'reset_password', 'portal_sign_in', 'set_up')),
  token_hash bytea not null constraint one_time_tokens__token unique,
  code_hash bytea,
  email_key text,
  user_id uuid references users (id) on delete cascade,
  organization_id uuid,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  spent_at timestamptz(3),
  failed_codes integer not null default 0
);
create index one_time_tokens__of_email on one_time_tokens (email_key, purpose, created_at desc);

-- Failed sign-ins. A known device has a bucket of its own, so that strangers cannot lock the owner out.
create table login_attempts (
  email_key text not null,
  bucket text not null,
  failures integer not null default 0,
  lock_level integer not null default 0,
  locked_until timestamptz(3),
  last_failure_at timestamptz(3),
  primary key (email_key, bucket)
);

create table known_devices (
  user_id uuid not null references users (id) on delete cascade,
  token_hash bytea not null,
  first_seen_at timestamptz(3) not null,
  last_seen_at timestamptz(3) not null,
  primary key (user_id, token_hash)
);

create table plans (
  id uuid primary key,
  key text not null constraint plans__key unique,
  name text not null,
  limits jsonb not null default '{}',
  features text[] not null default '{}',
  position integer not null default 0
);
insert into plans (id, key, name, position) values
  ('01938000-0000-7000-8000-000000000001', 'self_hosted', 'Self-hosted', 0),
  ('01938000-0000-7000-8000-000000000002', 'free', 'Free', 1),
  ('01938000-0000-7000-8000-000000000003', 'starter', 'Starter', 2),
  ('01938000-0000-7000-8000-000000000004', 'professional', 'Professional', 3),
  ('01938000-0000-7000-8000-000000000005', 'enterprise', 'Enterprise', 4);

-- Tenants. What others may see of one before signing in (name, slug) lives here; everything else in its settings.
create table organizations (
  id uuid primary key,
  slug text not null constraint organizations__slug unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) between 2 and 48),
  name text not null,
  mode text not null default 'live' check (mode in ('live', 'test')),
  plan_id uuid not null references plans (id),
  billing_status text not null default 'active' check (billing_status in ('trial', 'active', 'past_due', 'cancelled')),
  status text not null default 'active' check (status in ('active', 'suspended', 'deleted')),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  version integer not null default 1
);

-- Says where to look for a person's organizations; never who may what. No foreign key to tenant tables.
create table directory (
  user_id uuid not null references users (id) on delete cascade,
  organization_id uuid not null references organizations (id) on delete cascade,
  kind text not null check (kind in ('member', 'contact')),
  created_at timestamptz(3) not null,
  primary key (user_id, organization_id, kind)
);

-- The catalogue of permissions; its rows are written from packages/contract at every migration.
create table permissions (
  key text primary key,
  module text not null,
  description text not null
);

-- Mail that belongs to no organization: verification, reset, portal sign-in. The body is sealed and wiped once sent.
create table system_emails (
  id uuid primary key,
  template text not null,
  to_address text not null,
  locale text not null,
  sealed_props bytea,
  status text not null default 'queued' check (status in ('queued', 'sent', 'kept', 'failed')),
  attempts integer not null default 0,
  error text,
  provider_id text,
  created_at timestamptz(3) not null,
  sent_at timestamptz(3)
);
create index system_emails__recent on system_emails (created_at desc, id desc);
create index system_emails__queued on system_emails (created_at) where status = 'queued';

-- Retried requests that belong to no organization (sign-up, creating one).
create table identity_idempotency_keys (
  principal text not null,
  key text not null,
  fingerprint bytea not null,
  status integer,
  body text,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  primary key (principal, key)
);

grant select, insert, update, delete on users, sessions, one_time_tokens, login_attempts, known_devices, directory,
  system_emails, identity_idempotency_keys to portico_app, portico_worker;
grant select, insert, update on organizations to portico_app, portico_worker;
grant select on permissions, plans to portico_app, portico_worker;
