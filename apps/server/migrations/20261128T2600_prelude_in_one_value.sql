-- The prelude is in front of every request, so that what it costs, everything costs. It now answers with one JSON value instead of a row
-- of sixteen columns, sets what it sets while it reads, and hands permissions over as two texts (of the role, and the member's own
-- changes to it) that the server has taken apart before for everybody with the same role.
--
-- null: unknown, expired or revoked token. Else [session id, seen at, user id, name, email, locale, is platform admin, entry]; entry is
-- null where the caller was not asked to enter an organization or may not; of a member [membership id, role, is limited, permissions,
-- changes], of a contact [contact id, client id, client status, rights].

drop function app.begin_staff(bytea, uuid, timestamptz);
drop function app.begin_portal(bytea, uuid, uuid, timestamptz);
drop type app.principal;

create function app.begin_staff(token bytea, organization uuid, at timestamptz) returns json
language plpgsql stable as $$
declare
  person record;
  entry json;
begin
  select s.id as session_id, s.last_seen_at, u.id, u.name, u.email, u.locale, u.is_platform_admin,
      set_config('app.caller', 'staff:' || u.id, true), set_config('app.organization_id', coalesce(organization::text, ''), true)
    into person
    from sessions s join users u on u.id = s.user_id
    where s.token_hash = token and s.realm = 'staff' and s.revoked_at is null and s.expires_at > at and u.disabled_at is null;
  if not found then return null; end if;

  if organization is not null then
    select json_build_array(m.id, r.key, m.is_limited_to_assigned_clients,
        (select string_agg(rp.permission, ',') from role_permissions rp where rp.organization_id = organization and rp.role_id = m.role_id),
        (select string_agg(o.effect || ' ' || o.permission, ',') from membership_overrides o where o.organization_id = organization and o.membership_id = m.id),
        case when m.is_limited_to_assigned_clients then set_config('app.limited_member_id', m.id::text, true) end)
      into entry
      from memberships m
        join roles r on r.organization_id = organization and r.id = m.role_id
        join organizations o on o.id = organization
      where m.organization_id = organization and m.user_id = person.id and m.status = 'active' and o.status = 'active';
    if not found then perform set_config('app.organization_id', '', true); end if;
  end if;
  return json_build_array(person.session_id, person.last_seen_at, person.id, person.name, person.email, person.locale, person.is_platform_admin, entry);
end $$;

create function app.begin_portal(token bytea, organization uuid, client uuid, at timestamptz) returns json
language plpgsql stable as $$
declare
  person record;
  entry json;
begin
  select s.id as session_id, s.last_seen_at, u.id, u.name, u.email, u.locale,
      set_config('app.caller', 'portal:' || u.id, true), set_config('app.organization_id', coalesce(organization::text, ''), true)
    into person
    from sessions s join users u on u.id = s.user_id
    where s.token_hash = token and s.realm = 'portal' and s.revoked_at is null and s.expires_at > at and u.disabled_at is null;
  if not found then return null; end if;

  if organization is not null then
    select json_build_array(c.id, c.client_id, cl.status, c.rights, set_config('app.client_id', c.client_id::text, true))
      into entry
      from (select c.* from contacts c join clients cl on cl.organization_id = organization and cl.id = c.client_id
          where c.organization_id = organization and c.user_id = person.id and c.portal_access and c.deleted_at is null
            and (client is null or c.client_id = client)
            and cl.deleted_at is null and cl.is_portal_enabled and cl.status in ('pending', 'active', 'suspended')
          order by c.id limit 1) c
        join clients cl on cl.organization_id = organization and cl.id = c.client_id
        join organizations o on o.id = organization
      where o.status = 'active';
    if not found then perform set_config('app.organization_id', '', true); end if;
  end if;
  return json_build_array(person.session_id, person.last_seen_at, person.id, person.name, person.email, person.locale, false, entry);
end $$;

grant execute on function app.begin_staff(bytea, uuid, timestamptz) to portico_app;
grant execute on function app.begin_portal(bytea, uuid, uuid, timestamptz) to portico_app;
