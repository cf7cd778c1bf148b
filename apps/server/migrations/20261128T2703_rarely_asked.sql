-- What most statements ask in vain, as functions: PostgreSQL makes ready every table that a statement names, but a function only when it is called.

-- Whether a client is assigned to the limited member who is calling. For statements that find one record; where many rows are looked through,
-- a condition in the statement itself costs less for each.
create function app.is_assigned(organization uuid, client uuid) returns boolean
language plpgsql stable as $$
begin
  return exists (select 1 from client_assignments a where a.organization_id = organization and a.membership_id = app.limited_member() and a.client_id = client);
end $$;
grant execute on function app.is_assigned(uuid, uuid) to portico_app, portico_worker;

-- What settled an invoice, in the order in which it came: payments and uses of credit, with their receipts. Asked where something is settled.
create function app.settlements_of(organization uuid, invoice uuid) returns json
language plpgsql stable as $$
begin
  return (
    select coalesce(json_agg(x order by x.id), '[]') from (
      select a.id, a.kind, a.amount, coalesce(p.received_on, (a.created_at at time zone s.timezone)::date) as on, p.method, a.payment_id,
        coalesce(rp.id, ra.id) as receipt_id, coalesce(rp.number, ra.number) as receipt_number
      from allocations a
        join organization_settings s on s.organization_id = organization
        left join payments p on p.organization_id = organization and p.id = a.payment_id
        left join receipts rp on rp.organization_id = organization and rp.payment_id = a.payment_id
        left join receipts ra on ra.organization_id = organization and ra.allocation_id = a.id
      where a.organization_id = organization and a.invoice_id = invoice and a.withdrawn_at is null) x);
end $$;
grant execute on function app.settlements_of(uuid, uuid) to portico_app, portico_worker;
