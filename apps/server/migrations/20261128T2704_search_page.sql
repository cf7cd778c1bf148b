-- A search ends where it has found what was asked for: a list asks for no more than it shows, and most words are found that often among the
-- newest, however many invoices there are.

-- The newest that match, as many as asked for, among the newest 2000. Not a door of its own: it reads with the rights of whoever calls it, which
-- is the function below. One plan for all, as it only walks.
create function app.among_newest_invoices(patterns text[], most integer) returns uuid[]
language plpgsql stable
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return array(
    select newest.id from (
      select i.id, i.client_id, i.search_text from invoices i where i.organization_id = app.organization() and i.deleted_at is null order by i.id desc limit 2000) newest
    where newest.search_text like patterns[1] and (patterns[2] = '%' or newest.search_text like patterns[2]) and (patterns[3] = '%' or newest.search_text like patterns[3])
      and (app.limited_member() is null or exists (select 1 from client_assignments a
        where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = newest.client_id))
    order by newest.id desc limit most);
end $$;
grant execute on function app.among_newest_invoices(text[], integer) to portico_search;

-- As before, but what the newest hold is the answer where it is enough, or where there are no others.
create or replace function app.search_invoices(term text, most integer) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  words text[] := string_to_array(term, ' ');
  patterns text[] := array[app.containing(words[1]), app.containing(words[2]), app.containing(words[3])];
  found_among uuid[] := app.among_newest_invoices(patterns, most);
begin
  if cardinality(found_among) = most
    or (select count(*) from (select from invoices i where i.organization_id = app.organization() and i.deleted_at is null order by i.id desc limit 2000) newest) < 2000 then
    return query select f, 1::real from unnest(found_among) f;
  else
    if cardinality(found_among) >= greatest(2, most / 8) then
      found_among := array(
        select newest.id from (select i.id, i.client_id, i.search_text from invoices i where i.organization_id = app.organization() and i.deleted_at is null order by i.id desc limit 20000) newest
        where newest.search_text like patterns[1] and newest.search_text like patterns[2] and newest.search_text like patterns[3]
          and (app.limited_member() is null or exists (select 1 from client_assignments a
            where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = newest.client_id))
        order by newest.id desc limit most);
      if cardinality(found_among) = most then
        return query select f, 1::real from unnest(found_among) f;
        return;
      end if;
    end if;
    return query
      with hits as materialized (
        select i.id from invoices i
        where i.organization_id = app.organization() and i.deleted_at is null
          and (app.limited_member() is null or exists (select 1 from client_assignments a
            where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = i.client_id))
          and i.search_text like patterns[1]
          and i.search_text like patterns[2]
          and i.search_text like patterns[3])
      select h.id, 1::real as rank from hits h order by h.id desc limit most;
  end if;
  if found or term ~ '\d' then return; end if;
  return query
    select i.id, n.rank from app.clients_alike(term, 20, null) n
      cross join lateral (
        select i.id from invoices i where i.organization_id = app.organization() and i.client_id = n.id and i.deleted_at is null order by i.id desc limit most) i
    order by 1 desc limit most;
end $$;
