-- The prelude: who is calling, for whom, and with which rights. It runs in front of a request's own statements, in the same round trip
-- and the same transaction, and scopes that transaction to the organization only if the caller may enter it: for anybody else the
-- statements behind it find no rows.
--
-- Statements learn from app.client() and app.limited_member() whom the caller acts for, so that they need not wait for the principal.
--
-- outcome: 'ok', 'no_session' (unknown, expired or revoked token), 'no_entry' (signed in, but neither member nor contact there).

create function app.client() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.client_id', true), '')::uuid;
-- The credential that an idempotency key belongs to.
create function app.caller() returns text language sql stable parallel safe
  return nullif(current_setting('app.caller', true), '');

create type app.principal as (
  outcome text,
  session_id uuid,
  session_seen_at timestamptz(3),
  user_id uuid,
  user_name text,
  user_email text,
  user_locale text,
  is_platform_admin boolean,
  membership_id uuid,
  role_key text,
  permissions text[],
  is_limited boolean,
  contact_id uuid,
  client_id uuid,
  client_status text,
  rights text[]
);

create function app.begin_staff(token bytea, organization uuid, at timestamptz) returns app.principal
language plpgsql stable as $$
declare p app.principal;
begin
  select 'ok', s.id, s.last_seen_at, u.id, u.name, u.email, u.locale, u.is_platform_admin
    into p.outcome, p.session_id, p.session_seen_at, p.user_id, p.user_name, p.user_email, p.user_locale, p.is_platform_admin
    from sessions s join users u on u.id = s.user_id
    where s.token_hash = token and s.realm = 'staff' and s.revoked_at is null and s.expires_at > at and u.disabled_at is null;
  if not found then
    p.outcome := 'no_session';
    return p;
  end if;
  perform set_config('app.caller', 'staff:' || p.user_id, true);
  if organization is null then return p; end if;

  perform set_config('app.organization_id', organization::text, true);
  select m.id, r.key, m.is_limited_to_assigned_clients,
      array(select rp.permission from role_permissions rp where rp.organization_id = organization and rp.role_id = m.role_id
        union select o.permission from membership_overrides o where o.organization_id = organization and o.membership_id = m.id and o.effect = 'grant'
        except select o.permission from membership_overrides o where o.organization_id = organization and o.membership_id = m.id and o.effect = 'deny')
    into p.membership_id, p.role_key, p.is_limited, p.permissions
    from memberships m
      join roles r on r.organization_id = m.organization_id and r.id = m.role_id
      join organizations o on o.id = m.organization_id
    where m.organization_id = organization and m.user_id = p.user_id and m.status = 'active' and o.status = 'active';
  if not found then
    perform set_config('app.organization_id', '', true);
    p.outcome := 'no_entry';
  elsif p.is_limited then
    perform set_config('app.limited_member_id', p.membership_id::text, true);
  end if;
  return p;
end $$;

create function app.begin_portal(token bytea, organization uuid, client uuid, at timestamptz) returns app.principal
language plpgsql stable as $$
declare p app.principal;
begin
  select 'ok', s.id, s.last_seen_at, u.id, u.name, u.email, u.locale, false
    into p.outcome, p.session_id, p.session_seen_at, p.user_id, p.user_name, p.user_email, p.user_locale, p.is_platform_admin
    from sessions s join users u on u.id = s.user_id
    where s.token_hash = token and s.realm = 'portal' and s.revoked_at is null and s.expires_at > at and u.disabled_at is null;
  if not found then
    p.outcome := 'no_session';
    return p;
  end if;
  perform set_config('app.caller', 'portal:' || p.user_id, true);
  if organization is null then return p; end if;

  perform set_config('app.organization_id', organization::text, true);
  select c.id, c.client_id, c.rights, cl.status
    into p.contact_id, p.client_id, p.rights, p.client_status
    from contacts c
      join clients cl on cl.organization_id = c.organization_id and cl.id = c.client_id
      join organizations o on o.id = c.organization_id
    where c.organization_id = organization and c.user_id = p.user_id and c.portal_access and c.deleted_at is null
      and (client is null or c.client_id = client)
      and cl.deleted_at is null and cl.is_portal_enabled and cl.status in ('pending', 'active', 'suspended') and o.status = 'active'
    order by c.id limit 1;
  if not found then
    perform set_config('app.organization_id', '', true);
    p.outcome := 'no_entry';
  else
    perform set_config('app.client_id', p.client_id::text, true);
  end if;
  return p;
end $$;

grant execute on function app.organization(), app.client(), app.limited_member(), app.caller() to portico_app, portico_worker, portico_search;
grant execute on function app.begin_staff(bytea, uuid, timestamptz) to portico_app;
grant execute on function app.begin_portal(bytea, uuid, uuid, timestamptz) to portico_app;
