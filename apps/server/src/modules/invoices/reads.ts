import { externalIdOf } from '../external-ids/index.ts'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { mayMeet } from '../clients/index.ts'
import { holdBaseCurrency } from '../ledger/index.ts'
import type {
  BillingContext,
  DatedTaxRate,
  DeliveryRow,
  InvoiceRow,
  LineRow,
  PayAccount,
  SettlementRow,
  TaxRow,
} from './rows.ts'

/** Everything that one invoice is made of, as it was read in one round trip. */
export type InvoiceRecord = {
  row: InvoiceRow
  context: BillingContext
  lines: LineRow[]
  taxes: TaxRow[]
  settlements: SettlementRow[]
  rates: DatedTaxRate[]
  accounts: PayAccount[]
  delivery: DeliveryRow
}

const header = `select i.id, ${externalIdOf('invoice', 'i.id')} as external_id, i.client_id, i.number, i.document_state, i.settlement_state, i.delivery_state, i.currency, i.issue_date, i.due_date, i.purchase_order, i.locale, i.note, i.terms,
    i.prices_include_tax, i.tax_rounding, i.net, i.tax, i.gross, i.settled, i.base_currency, trim_scale(i.base_rate)::text as base_rate, i.base_rate_date, i.base_rate_source, i.base_gross,
    i.receiving_account_ids, i.payment_reference, i.content_hash, i.created_at, i.issued_at, i.sent_at, i.viewed_at, i.paid_at, i.voided_at, i.void_reason, i.version,
    (select r.state from payment_references r where r.organization_id = $1 and r.invoice_id = i.id) as reference_state,
    (select count(*) from payment_proofs p where p.organization_id = $1 and p.invoice_id = i.id and p.state = 'submitted') as proofs_waiting,
    (select json_build_object('seller', p.paper -> 'seller', 'buyer', p.paper -> 'buyer') from (
       select d.content::json -> 'paper' as paper from document_contents d where d.organization_id = $1 and d.document_kind = 'invoice' and d.document_id = i.id) p) as printed,
    coalesce((select b.credit from client_balances b where b.organization_id = $1 and b.client_id = i.client_id and b.currency = i.currency), 0) as client_credit
  from invoices i
  where i.organization_id = $1 and i.id = $2 and i.deleted_at is null and ${mayMeet('i.client_id')}`

const invoiceById = statement<InvoiceRow>(header)
const lockInvoice = statement<InvoiceRow>(`${header} for update of i`)
/** Lock order: client, then document (MECHANICS.md, 11). */
const lockClientOf = statement<{ id: string }>(
  'select c.id from clients c where c.organization_id = $1 and c.id = (select i.client_id from invoices i where i.organization_id = $1 and i.id = $2) for update',
)

const linesOf = statement<LineRow>(
  `select position, price_item_id, description, details, trim_scale(quantity)::text as quantity, unit, trim_scale(unit_price)::text as unit_price, trim_scale(discount_percent)::text as discount_percent,
     tax_rate_key, tax_name, tax_category, trim_scale(tax_percent)::text as tax_percent, net
   from invoice_lines where organization_id = $1 and invoice_id = $2 order by position`,
)
export const taxesOf = statement<TaxRow>(
  `select position, tax_rate_key, name, category, trim_scale(percent)::text as percent, exemption_reason, taxable, tax from invoice_taxes where organization_id = $1 and invoice_id = $2 order by position`,
)
const settlementsOf = statement<SettlementRow>(
  `select a.id, a.kind, a.amount, coalesce(p.received_on, (a.created_at at time zone s.timezone)::date) as on, p.method, a.payment_id,
     coalesce(rp.id, ra.id) as receipt_id, coalesce(rp.number, ra.number) as receipt_number
   from allocations a
     join organization_settings s on s.organization_id = a.organization_id
     left join payments p on p.organization_id = a.organization_id and p.id = a.payment_id
     left join receipts rp on rp.organization_id = a.organization_id and rp.payment_id = a.payment_id
     left join receipts ra on ra.organization_id = a.organization_id and ra.allocation_id = a.id
   where a.organization_id = $1 and a.invoice_id = $2 and a.withdrawn_at is null order by a.id`,
)

/** Both sides of an invoice as they are today: of a client `c`, an organization `o` and its settings `s`. */
export const partyColumns = `c.id as client_id, c.refid, c.name as client_name, c.legal_name as client_legal_name, c.kind as client_kind, c.email as client_email, c.status as client_status, c.deleted_at is not null as client_is_deleted, c.address as client_address,
     c.country as client_country, c.tax_number as client_tax_number, c.locale as client_locale, c.payment_terms_days as client_terms_days, c.payment_terms_kind as client_terms_kind, c.requires_purchase_order,
     exists (select 1 from contacts n where n.organization_id = $1 and n.client_id = c.id and n.deleted_at is null and n.document_delivery = 'to' and n.email is not null) as has_document_contact,
     o.name as organization_name, s.legal_name, s.email, s.phone, s.website, s.address, s.country, s.registration_number, s.tin, s.vrn, s.logo_file_id, s.brand_color, s.timezone, s.base_currency, s.locale,
     s.paper, s.prices_include_tax, s.tax_rounding, s.default_tax_rate_key, s.invoice_number_pattern, s.payment_terms_days, s.invoice_note, s.invoice_terms, s.reference_label`

/**
 * Client, organization, the currency and the day that follow from them, and the rate of that day, in one statement: so that an invoice is
 * read, or written, without asking first what it depends on. Give an invoice to start from, a client (of a new draft, or to move a draft
 * to), or both; a currency or an issue date given count before the invoice's own. `$6` says whether the date is given, as null may be.
 */
const contextOf = statement<BillingContext>(
  `select ${partyColumns},
     d.today, v.currency, v.rate_on,
     case when v.currency = s.base_currency then '1' else x.rate end as base_rate,
     case when v.currency = s.base_currency then v.rate_on else x.rate_date end as base_rate_date,
     case when v.currency = s.base_currency then 'base' else x.source end as base_rate_source
   from organizations o
     join organization_settings s on s.organization_id = o.id
     left join invoices i on i.organization_id = $1 and i.id = $3
     join clients c on c.organization_id = $1 and c.id = coalesce($4, i.client_id)
     cross join lateral (select ($2::timestamptz at time zone s.timezone)::date as today) d
     cross join lateral (
       select coalesce($5, i.currency, c.currency, s.base_currency) as currency, coalesce(case when $6::boolean then $7::date else i.issue_date end, d.today) as rate_on) v
     left join lateral (
       select trim_scale(e.rate)::text as rate, e.rate_date, e.source from exchange_rates e
       where e.organization_id = $1 and e.base_currency = s.base_currency and e.currency = v.currency and e.rate_date <= v.rate_on
       order by e.rate_date desc limit 1) x on true
   where o.id = $1 and (c.deleted_at is null or c.id = i.client_id) and ${mayMeet('c.id')}`,
)
/** Its mails, what is planned, and its reminders. Instants as the API writes them. */
const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const deliveryOf = statement<DeliveryRow>(
  `select
     coalesce((select json_agg(json_build_object('kind', case e.template when 'invoice-overdue' then 'reminder' else 'invoice' end, 'to', e.to_addresses[1], 'status', e.status, 'error', e.error,
         'created_at', ${iso('e.created_at')}, 'sent_at', ${iso('e.sent_at')}) order by e.created_at desc, e.id desc)
       from (select * from emails m where m.organization_id = $1 and m.entity_kind = 'invoice' and m.entity_id = $2 order by m.created_at desc limit 20) e), '[]'::json) as mails,
     (select json_build_object('send_on', w.send_on, 'send_time', w.send_time, 'send_at', ${iso('((w.send_on + w.send_time::time) at time zone s.timezone)')}, 'timezone', s.timezone,
         'to', w.to_addresses, 'cc', w.cc_addresses, 'message', w.message, 'state', w.state, 'reason', w.reason,
         'scheduled_by', (select u.name from memberships m join users u on u.id = m.user_id where m.organization_id = $1 and m.id = w.scheduled_by))
       from scheduled_sends w where w.organization_id = $1 and w.invoice_id = $2 and w.state in ('waiting', 'failed')) as scheduled,
     i.is_reminding, s.reminder_days,
     coalesce((select json_agg(json_build_object('step', r.step, 'state', r.state, 'at', ${iso('r.created_at')}) order by r.step) from invoice_reminders r where r.organization_id = $1 and r.invoice_id = $2), '[]'::json) as reminders
   from invoices i join organization_settings s on s.organization_id = i.organization_id where i.organization_id = $1 and i.id = $2`,
)
/** All dated rows, a few dozen at most: the day that picks among them is known only with the rest of the answer. */
const datedRates = statement<DatedTaxRate>(
  'select key, name, category, trim_scale(percent)::text as percent, exemption_reason, valid_from, valid_to from tax_rates where organization_id = $1 order by key, valid_from',
)
const payAccounts = statement<PayAccount>(
  'select id, kind, name, currency, details, steps, qr_payload, is_shown_to_clients from receiving_accounts where organization_id = $1 and is_active order by position, lower(name), id',
)

export type DraftBasis = {
  context: BillingContext | undefined
  rates: DatedTaxRate[]
  accounts: PayAccount[]
}

/** What a draft depends on besides itself, for a batch: see `contextOf`. */
export function draftBasis(
  organizationId: string,
  now: string,
  from: {
    invoiceId?: string
    clientId?: string | undefined
    currency?: string | undefined
    issueDate?: string | null | undefined
  },
): [Statement<BillingContext>, Statement<DatedTaxRate>, Statement<PayAccount>] {
  const { invoiceId = null, clientId = null, currency = null, issueDate } = from
  return [
    contextOf(organizationId, now, invoiceId, clientId, currency, issueDate !== undefined, issueDate ?? null),
    datedRates(organizationId),
    payAccounts(organizationId),
  ]
}

/** Of an invoice that was just written. */
export const nothingMailed: DeliveryRow = {
  mails: [],
  scheduled: null,
  is_reminding: true,
  reminder_days: [],
  reminders: [],
}

/** The statements of a whole invoice, for `call.read` or a batch; `recordFrom` puts their rows together. */
export function recordStatements(organizationId: string, invoiceId: string, now: string): Statement[] {
  return [invoiceById(organizationId, invoiceId), ...bodyStatements(organizationId, invoiceId, now)]
}

function bodyStatements(organizationId: string, invoiceId: string, now: string): Statement[] {
  return [
    linesOf(organizationId, invoiceId),
    taxesOf(organizationId, invoiceId),
    settlementsOf(organizationId, invoiceId),
    ...draftBasis(organizationId, now, { invoiceId }),
    deliveryOf(organizationId, invoiceId),
  ]
}

/** @throws notFound where there is no such invoice for this caller */
export function recordFrom(rows: readonly (readonly Record<string, unknown>[])[]): InvoiceRecord {
  const [row, lines, taxes, settlements, context, rates, accounts, delivery] = rows
  if (!row?.[0] || !context?.[0]) throw notFound('invoice')
  return {
    row: row[0] as InvoiceRow,
    lines: lines as LineRow[],
    taxes: taxes as TaxRow[],
    settlements: settlements as SettlementRow[],
    context: context[0] as BillingContext,
    rates: rates as DatedTaxRate[],
    accounts: accounts as PayAccount[],
    delivery: (delivery?.[0] as DeliveryRow | undefined) ?? nothingMailed,
  }
}

/** Reads a whole invoice in a transaction, in one round trip. */
export async function readRecord(tx: Tx, invoiceId: string): Promise<InvoiceRecord> {
  return recordFrom(
    (await tx.batch(recordStatements(tx.organizationId, invoiceId, tx.now))) as Record<string, unknown>[][],
  )
}

/**
 * Locks an invoice and reads it whole, in one round trip. `client` also locks its client, first: for everything that moves what is owed.
 * `more` are statements that the caller wants to send along.
 */
export async function lockRecord(
  tx: Tx,
  invoiceId: string,
  locks: 'client' | 'invoice',
  more: readonly Statement[] = [],
): Promise<{ record: InvoiceRecord; more: Record<string, unknown>[][] }> {
  const { organizationId, now } = tx
  const before =
    locks === 'client' ? [holdBaseCurrency(organizationId), lockClientOf(organizationId, invoiceId)] : []
  const own = [lockInvoice(organizationId, invoiceId), ...bodyStatements(organizationId, invoiceId, now)]
  const rows = (await tx.batch([...before, ...own, ...more])) as Record<string, unknown>[][]
  return {
    record: recordFrom(rows.slice(before.length, before.length + own.length)),
    more: rows.slice(before.length + own.length),
  }
}

/** Locks a draft to be changed and reads what it depends on after the change. */
export async function lockDraft(
  tx: Tx,
  invoiceId: string,
  change: {
    clientId?: string | undefined
    currency?: string | undefined
    issueDate?: string | null | undefined
  },
  more: readonly Statement[],
): Promise<{ row: InvoiceRow; lines: LineRow[]; basis: DraftBasis; more: Record<string, unknown>[][] }> {
  const statements = [
    lockInvoice(tx.organizationId, invoiceId),
    linesOf(tx.organizationId, invoiceId),
    ...draftBasis(tx.organizationId, tx.now, { invoiceId, ...change }),
  ]
  const rows = (await tx.batch([...statements, ...more])) as Record<string, unknown>[][]
  const row = rows[0]?.[0] as InvoiceRow | undefined
  if (!row) throw notFound('invoice')
  return {
    row,
    lines: rows[1] as LineRow[],
    basis: {
      context: rows[2]?.[0] as BillingContext | undefined,
      rates: rows[3] as DatedTaxRate[],
      accounts: rows[4] as PayAccount[],
    },
    more: rows.slice(statements.length),
  }
}
