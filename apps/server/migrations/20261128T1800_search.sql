-- One search over everything that people look for by a word: clients, contacts, invoices, payments and what they quoted, receipts,
-- payment references, price items.

create extension if not exists btree_gin;

-- Text as search compares it, the same as platform/search-text.ts: small letters without accents, single spaces. Rows that the
-- application may not change (payments, receipts) get theirs as generated columns.
create function app.folded(given text) returns text language sql immutable parallel safe
  return trim(regexp_replace(replace(replace(replace(translate(lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f]', '', 'g')),
    'øłđħı', 'oldhi'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), '\s+', ' ', 'g'));

-- What is left of a word with a typo. One letter that is wrong, missing, doubled or too many spoils one part of it only, so that another
-- part still stands in what was meant; two that changed places in the middle are put back. Parts are looked for through trigrams, which is what makes a
-- misspelt word as cheap to find as a right one: likeness as an operator reads every row that shares a few common trigrams.
create function app.part_of(word text, which integer) returns text language sql immutable parallel safe
  return case
    when word is null then '%'
    when length(word) < 4 then app.containing(word)
    when length(word) = 4 then app.containing(case which when 1 then left(word, 3) when 2 then right(word, 3)
      else substr(word, 1, 1) || substr(word, 3, 1) || substr(word, 2, 1) end)
    when length(word) < 9 then app.containing(case which when 1 then left(word, greatest(3, length(word) / 2)) when 2 then right(word, greatest(3, length(word) - length(word) / 2))
      else substr(word, length(word) / 2 - 1, 1) || substr(word, length(word) / 2 + 1, 1) || substr(word, length(word) / 2, 1) end)
    else app.containing(substr(word, (which - 1) * (length(word) / 3) + 1, case which when 3 then length(word) else length(word) / 3 end))
  end;
-- How alike is like enough: short words share few trigrams with what was meant.
create function app.alike(term text) returns real language sql immutable parallel safe
  return case when length(term) < 5 then 0.2 when length(term) < 8 then 0.25 else 0.3 end;

-- The organization first, so that a search reads its own rows and not everybody's.
drop index clients__search, invoices__search, price_items__search;
create index clients__search on clients using gin (organization_id, search_text gin_trgm_ops) where deleted_at is null;
create index invoices__search on invoices using gin (organization_id, search_text gin_trgm_ops) where deleted_at is null;
create index price_items__search on price_items using gin (organization_id, search_text gin_trgm_ops) where deleted_at is null;

alter table contacts add column search_text text not null generated always as
  (app.folded(name || ' ' || coalesce(email, '') || ' ' || coalesce(job_title, '') || ' ' || regexp_replace(coalesce(phone, ''), '[^0-9+]', '', 'g'))) stored;
create index contacts__search on contacts using gin (organization_id, search_text gin_trgm_ops) where deleted_at is null;

alter table payments add column search_text text not null generated always as
  (app.folded(coalesce(payer, '') || ' ' || coalesce(external_reference, '') || ' ' || regexp_replace(coalesce(external_reference, ''), '[^A-Za-z0-9]', '', 'g'))) stored;
create index payments__search on payments using gin (organization_id, search_text gin_trgm_ops);

alter table receipts add column search_text text not null generated always as (app.folded(number)) stored;
create index receipts__search on receipts using gin (organization_id, search_text gin_trgm_ops);

alter table payment_references add column body text not null generated always as (replace(substr(value, 5), '-', '')) stored;
comment on column payment_references.body is 'the reference without PAY and hyphens: what a part of one that somebody reads out is looked for in';
create index payment_references__search on payment_references using gin (organization_id, body gin_trgm_ops);

-- An amount that somebody typed.
create index invoices__by_gross on invoices (organization_id, gross, id desc) where deleted_at is null;
create index payments__by_amount on payments (organization_id, amount, id desc);

create policy search on contacts for select to portico_search using (true);
grant select (organization_id, id, client_id, search_text, deleted_at) on contacts to portico_search;
create policy search on payments for select to portico_search using (true);
grant select (organization_id, id, client_id, search_text) on payments to portico_search;
create policy search on receipts for select to portico_search using (true);
grant select (organization_id, id, client_id, search_text) on receipts to portico_search;
create policy search on payment_references for select to portico_search using (true);
grant select (organization_id, id, client_id, body) on payment_references to portico_search;
grant execute on function app.folded(text), app.containing(text), app.part_of(text, integer), app.alike(text) to portico_search;

-- Clients with a name like this one, for when none holds the words themselves: one branch for each part of the first word, each bounded, so
-- that a part that many hold does not crowd out one that few do. Not a door of its own: it reads with the rights of whoever calls it, which is
-- the functions below.
create function app.clients_alike(term text, most integer, only_status text) returns table (id uuid, rank real)
language plpgsql stable
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare words text[] := string_to_array(term, ' ');
begin
  return query
    select f.id, f.rank from (
      select c.id, word_similarity(term, c.search_text) as rank from (
        (select c.id, c.search_text from clients c
        where c.organization_id = app.organization() and c.deleted_at is null and (only_status is null or c.status = only_status)
          and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = c.id))
          and c.search_text like app.part_of(words[1], 1)
          and (words[2] is null or c.search_text like app.part_of(words[2], 1) or c.search_text like app.part_of(words[2], 2) or c.search_text like app.part_of(words[2], 3))
          and (words[3] is null or c.search_text like app.part_of(words[3], 1) or c.search_text like app.part_of(words[3], 2) or c.search_text like app.part_of(words[3], 3))
        limit 200)
        union
        (select c.id, c.search_text from clients c
        where c.organization_id = app.organization() and c.deleted_at is null and (only_status is null or c.status = only_status)
          and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = c.id))
          and c.search_text like app.part_of(words[1], 2)
          and (words[2] is null or c.search_text like app.part_of(words[2], 1) or c.search_text like app.part_of(words[2], 2) or c.search_text like app.part_of(words[2], 3))
          and (words[3] is null or c.search_text like app.part_of(words[3], 1) or c.search_text like app.part_of(words[3], 2) or c.search_text like app.part_of(words[3], 3))
        limit 200)
        union
        (select c.id, c.search_text from clients c
        where c.organization_id = app.organization() and c.deleted_at is null and (only_status is null or c.status = only_status)
          and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = c.id))
          and c.search_text like app.part_of(words[1], 3)
          and (words[2] is null or c.search_text like app.part_of(words[2], 1) or c.search_text like app.part_of(words[2], 2) or c.search_text like app.part_of(words[2], 3))
          and (words[3] is null or c.search_text like app.part_of(words[3], 1) or c.search_text like app.part_of(words[3], 2) or c.search_text like app.part_of(words[3], 3))
        limit 200)) c) f
    where f.rank >= app.alike(term) order by 2 desc, 1 desc limit most;
end $$;
grant execute on function app.clients_alike(text, integer, text) to portico_search;

-- As before, with two changes: likeness goes by the parts of a word, and no more rows are compared than are asked for.
create or replace function app.search_clients(term text, most integer, only_status text default null) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
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
        order by c.name_key limit least(200, most * 10))
      union
      (
        select c.id, c.name_key, c.search_text from clients c
        where c.organization_id = app.organization() and c.deleted_at is null
          and (only_status is null or c.status = only_status)
          and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = c.id))
          and c.search_text like app.containing(words[1])
          and c.search_text like app.containing(words[2])
          and c.search_text like app.containing(words[3])
        limit greatest(200, most * 2))
    ) f order by 2 desc, 1 desc limit most;
  if found or term ~ '@|\d{4}' then return; end if;
  return query select l.id, l.rank from app.clients_alike(term, most, only_status) l;
end $$;

-- As before; how far the newest are walked follows from how many are asked for, and what is rare is never looked for by walking.
create or replace function app.search_invoices(term text, most integer) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  words text[] := string_to_array(term, ' ');
  found_among uuid[];
begin
  if (select count(*) from (select i.search_text from invoices i where i.organization_id = app.organization() and i.deleted_at is null order by i.id desc limit 2000) newest
      where newest.search_text like app.containing(words[1]) and newest.search_text like app.containing(words[2]) and newest.search_text like app.containing(words[3])) >= greatest(2, most / 8) then
    found_among := array(
      select newest.id from (select i.id, i.client_id, i.search_text from invoices i where i.organization_id = app.organization() and i.deleted_at is null order by i.id desc limit 20000) newest
      where newest.search_text like app.containing(words[1]) and newest.search_text like app.containing(words[2]) and newest.search_text like app.containing(words[3])
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
        and i.search_text like app.containing(words[1])
          and i.search_text like app.containing(words[2])
          and i.search_text like app.containing(words[3]))
    select h.id, 1::real as rank from hits h order by h.id desc limit most;
  if found or term ~ '\d' then return; end if;
  return query
    select i.id, n.rank from app.clients_alike(term, 20, null) n
      cross join lateral (
        select i.id from invoices i where i.organization_id = app.organization() and i.client_id = n.id and i.deleted_at is null order by i.id desc limit most) i
    order by 1 desc limit most;
end $$;

create or replace function app.search_price_items(term text, most integer) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare words text[] := string_to_array(term, ' ');
begin
  return query
    select f.id, (word_similarity(term, f.search_text) + similarity(term, f.name_key) + starts_with(f.name_key, term)::int)::real as rank from (
      (
        select p.id, p.name_key, p.search_text from price_items p
        where p.organization_id = app.organization() and p.deleted_at is null
          and p.name_key >= term and p.name_key < term || chr(1114111)
        order by p.name_key limit least(200, most * 10))
      union
      (
        select p.id, p.name_key, p.search_text from price_items p
        where p.organization_id = app.organization() and p.deleted_at is null
          and p.search_text like app.containing(words[1])
          and p.search_text like app.containing(words[2])
          and p.search_text like app.containing(words[3])
        limit greatest(200, most * 2))
    ) f order by 2 desc, 1 desc limit most;
  if found or term ~ '@|\d{4}' then return; end if;
  return query
    select f.id, f.rank from (
      select p.id, word_similarity(term, p.search_text) as rank from (
        (select p.id, p.search_text from price_items p
        where p.organization_id = app.organization() and p.deleted_at is null
          and p.search_text like app.part_of(words[1], 1)
          and (words[2] is null or p.search_text like app.part_of(words[2], 1) or p.search_text like app.part_of(words[2], 2) or p.search_text like app.part_of(words[2], 3))
          and (words[3] is null or p.search_text like app.part_of(words[3], 1) or p.search_text like app.part_of(words[3], 2) or p.search_text like app.part_of(words[3], 3))
        limit 200)
        union
        (select p.id, p.search_text from price_items p
        where p.organization_id = app.organization() and p.deleted_at is null
          and p.search_text like app.part_of(words[1], 2)
          and (words[2] is null or p.search_text like app.part_of(words[2], 1) or p.search_text like app.part_of(words[2], 2) or p.search_text like app.part_of(words[2], 3))
          and (words[3] is null or p.search_text like app.part_of(words[3], 1) or p.search_text like app.part_of(words[3], 2) or p.search_text like app.part_of(words[3], 3))
        limit 200)
        union
        (select p.id, p.search_text from price_items p
        where p.organization_id = app.organization() and p.deleted_at is null
          and p.search_text like app.part_of(words[1], 3)
          and (words[2] is null or p.search_text like app.part_of(words[2], 1) or p.search_text like app.part_of(words[2], 2) or p.search_text like app.part_of(words[2], 3))
          and (words[3] is null or p.search_text like app.part_of(words[3], 1) or p.search_text like app.part_of(words[3], 2) or p.search_text like app.part_of(words[3], 3))
        limit 200)) p) f
    where f.rank >= app.alike(term) order by 2 desc, 1 desc limit most;
end $$;

-- People at clients: what holds the words, else what is like them.
create function app.search_contacts(term text, most integer) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare words text[] := string_to_array(term, ' ');
begin
  return query
    select f.id, (word_similarity(term, f.search_text) + starts_with(f.search_text, term)::int)::real as rank from (
      select k.id, k.search_text from contacts k join clients c on c.organization_id = app.organization() and c.id = k.client_id
      where k.organization_id = app.organization() and k.deleted_at is null and c.deleted_at is null
          and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = k.client_id))
          and k.search_text like app.containing(words[1])
          and k.search_text like app.containing(words[2])
          and k.search_text like app.containing(words[3])
      limit 200) f order by 2 desc, 1 desc limit most;
  if found or term ~ '@|\d{4}' then return; end if;
  return query
    select f.id, f.rank from (
      select k.id, word_similarity(term, k.search_text) as rank from (
        (select k.id, k.search_text from contacts k join clients c on c.organization_id = app.organization() and c.id = k.client_id
        where k.organization_id = app.organization() and k.deleted_at is null and c.deleted_at is null
          and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = k.client_id))
          and k.search_text like app.part_of(words[1], 1)
          and (words[2] is null or k.search_text like app.part_of(words[2], 1) or k.search_text like app.part_of(words[2], 2) or k.search_text like app.part_of(words[2], 3))
          and (words[3] is null or k.search_text like app.part_of(words[3], 1) or k.search_text like app.part_of(words[3], 2) or k.search_text like app.part_of(words[3], 3))
        limit 200)
        union
        (select k.id, k.search_text from contacts k join clients c on c.organization_id = app.organization() and c.id = k.client_id
        where k.organization_id = app.organization() and k.deleted_at is null and c.deleted_at is null
          and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = k.client_id))
          and k.search_text like app.part_of(words[1], 2)
          and (words[2] is null or k.search_text like app.part_of(words[2], 1) or k.search_text like app.part_of(words[2], 2) or k.search_text like app.part_of(words[2], 3))
          and (words[3] is null or k.search_text like app.part_of(words[3], 1) or k.search_text like app.part_of(words[3], 2) or k.search_text like app.part_of(words[3], 3))
        limit 200)
        union
        (select k.id, k.search_text from contacts k join clients c on c.organization_id = app.organization() and c.id = k.client_id
        where k.organization_id = app.organization() and k.deleted_at is null and c.deleted_at is null
          and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = k.client_id))
          and k.search_text like app.part_of(words[1], 3)
          and (words[2] is null or k.search_text like app.part_of(words[2], 1) or k.search_text like app.part_of(words[2], 2) or k.search_text like app.part_of(words[2], 3))
          and (words[3] is null or k.search_text like app.part_of(words[3], 1) or k.search_text like app.part_of(words[3], 2) or k.search_text like app.part_of(words[3], 3))
        limit 200)) k) f
    where f.rank >= app.alike(term) order by 2 desc, 1 desc limit most;
end $$;

-- Payments by who paid and what the payment quoted, the newest first: among the newest, else through the trigrams.
create function app.search_payments(term text, most integer) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  words text[] := string_to_array(term, ' ');
  found_among uuid[] := array(
    select newest.id from (select p.id, p.client_id, p.search_text from payments p where p.organization_id = app.organization() order by p.id desc limit 1000) newest
    where newest.search_text like app.containing(words[1]) and newest.search_text like app.containing(words[2]) and newest.search_text like app.containing(words[3])
      and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = newest.client_id))
    order by newest.id desc limit most);
begin
  if cardinality(found_among) = most then
    return query select f, 1::real from unnest(found_among) f;
    return;
  end if;
  return query
    with hits as materialized (
      select p.id from payments p
      where p.organization_id = app.organization()
        and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = p.client_id))
        and p.search_text like app.containing(words[1])
          and p.search_text like app.containing(words[2])
          and p.search_text like app.containing(words[3]))
    select h.id, 1::real from hits h order by h.id desc limit most;
end $$;

-- Receipts by number, as payments.
create function app.search_receipts(term text, most integer) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
declare
  found_among uuid[] := array(
    select newest.id from (select r.id, r.client_id, r.search_text from receipts r where r.organization_id = app.organization() order by r.id desc limit 1000) newest
    where newest.search_text like app.containing(term)
      and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = newest.client_id))
    order by newest.id desc limit most);
begin
  if cardinality(found_among) = most then
    return query select f, 1::real from unnest(found_among) f;
    return;
  end if;
  return query
    with hits as materialized (
      select r.id from receipts r
      where r.organization_id = app.organization()
        and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = r.client_id))
        and r.search_text like app.containing(term))
    select h.id, 1::real from hits h order by h.id desc limit most;
end $$;

-- Payment references by a part of them, read as `paymentReferencePart` does, so that a typed O is found as the 0 that was meant.
create function app.search_payment_references(part text, most integer) returns table (id uuid, rank real)
language plpgsql stable security definer
set search_path = public, pg_temp set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
    with hits as materialized (
      select r.id, r.body from payment_references r
      where r.organization_id = app.organization()
        and (app.limited_member() is null or exists (select 1 from client_assignments a
          where a.organization_id = app.organization() and a.membership_id = app.limited_member() and a.client_id = r.client_id))
        and r.body like app.containing(part))
    select h.id, starts_with(h.body, part)::int::real from hits h order by 2 desc, 1 desc limit most;
end $$;

do $$
declare f text;
begin
  foreach f in array array['app.search_contacts(text, integer)', 'app.search_payments(text, integer)', 'app.search_receipts(text, integer)', 'app.search_payment_references(text, integer)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to portico_app, portico_worker', f);
    execute format('alter function %s owner to portico_search', f);
  end loop;
end $$;
