-- What an invoice that is not issued yet depends on besides itself, in one value: so that a statement can ask for it only where there is a
-- draft. PostgreSQL makes ready every table that a statement names, read or not; these were most of what opening an issued invoice cost.
--
-- null: there is no such client for this caller. Else `context`, the client, the organization, the currency and the day that follow from
-- them, and the rate of that day; `rates`, all dated tax rates, a few dozen at most, as the day that picks among them may change;
-- `accounts` to pay into. Give an invoice to start from, a client (of a new draft, or to move a draft to), or both; a currency or an issue
-- date given count before the invoice's own, and `is_dated` says whether the date is given, as null may be.
create function app.billing_basis(organization uuid, instant timestamptz, invoice uuid, given_client uuid, given_currency text, is_dated boolean, given_date date) returns json
language plpgsql stable as $$
declare
  context json;
begin
  select row_to_json(b) into context from (
    select c.id as client_id, c.refid, c.name as client_name, c.legal_name as client_legal_name, c.kind as client_kind, c.email as client_email, c.status as client_status, c.deleted_at is not null as client_is_deleted, c.address as client_address,
      c.country as client_country, c.tax_number as client_tax_number, c.locale as client_locale, c.payment_terms_days as client_terms_days, c.payment_terms_kind as client_terms_kind, c.requires_purchase_order,
      exists (select 1 from contacts n where n.organization_id = organization and n.client_id = c.id and n.deleted_at is null and n.document_delivery = 'to' and n.email is not null) as has_document_contact,
      o.name as organization_name, s.legal_name, s.email, s.phone, s.website, s.address, s.country, s.registration_number, s.tin, s.vrn, s.logo_file_id, s.brand_color, s.timezone, s.base_currency, s.locale,
      s.paper, s.prices_include_tax, s.tax_rounding, s.default_tax_rate_key, s.invoice_number_pattern, s.payment_terms_days, s.invoice_note, s.invoice_terms, s.reference_label,
      d.today, v.currency, v.rate_on,
      case when v.currency = s.base_currency then '1' else x.rate end as base_rate,
      case when v.currency = s.base_currency then v.rate_on else x.rate_date end as base_rate_date,
      case when v.currency = s.base_currency then 'base' else x.source end as base_rate_source
    from organizations o
      join organization_settings s on s.organization_id = o.id
      left join invoices i on i.organization_id = organization and i.id = invoice
      join clients c on c.organization_id = organization and c.id = coalesce(given_client, i.client_id)
      cross join lateral (select (instant at time zone s.timezone)::date as today) d
      cross join lateral (
        select coalesce(given_currency, i.currency, c.currency, s.base_currency) as currency, coalesce(case when is_dated then given_date else i.issue_date end, d.today) as rate_on) v
      left join lateral (
        select trim_scale(e.rate)::text as rate, e.rate_date, e.source from exchange_rates e
        where e.organization_id = organization and e.base_currency = s.base_currency and e.currency = v.currency and e.rate_date <= v.rate_on
        order by e.rate_date desc limit 1) x on true
    where o.id = organization and (c.deleted_at is null or c.id = i.client_id)
      and ((select app.limited_member()) is null or exists (select 1 from client_assignments a where a.organization_id = organization and a.membership_id = (select app.limited_member()) and a.client_id = c.id))) b;
  if not found then return null; end if;

  return json_build_object('context', context,
    'rates', (
      select coalesce(json_agg(r), '[]') from (
        select t.key, t.name, t.category, trim_scale(t.percent)::text as percent, t.exemption_reason, t.valid_from, t.valid_to from tax_rates t where t.organization_id = organization order by t.key, t.valid_from) r),
    'accounts', (
      select coalesce(json_agg(p), '[]') from (
        select a.id, a.kind, a.name, a.currency, a.details, a.steps, a.qr_payload, a.is_shown_to_clients from receiving_accounts a where a.organization_id = organization and a.is_active order by a.position, lower(a.name), a.id) p));
end $$;
grant execute on function app.billing_basis(uuid, timestamptz, uuid, uuid, text, boolean, date) to portico_app, portico_worker;
