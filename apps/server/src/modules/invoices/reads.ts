import { externalIdOf } from '../external-ids/index.ts'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { holdClient, mayMeetOne } from '../clients/index.ts'
import { holdBaseCurrency } from '../ledger/index.ts'
import type {
  BillingContext,
  DatedTaxRate,
  DeliveryRow,
  InvoiceRow,
  IssuedContext,
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

/** An invoice to be shown: of one that is issued, almost everything is frozen, and what it was made from is not read again. */
export type ShownRecord = Omit<InvoiceRecord, 'context'> & { context: BillingContext | IssuedContext }

/** The columns of an invoice `i`. */
const columns = `i.id, ${externalIdOf('invoice', 'i.id')} as external_id, i.client_id, i.number, i.document_state, i.settlement_state, i.delivery_state, i.currency, i.issue_date, i.due_date, i.purchase_order, i.locale, i.note, i.terms,
    i.prices_include_tax, i.tax_rounding, i.net, i.tax, i.gross, i.settled, i.base_currency, trim_scale(i.base_rate)::text as base_rate, i.base_rate_date, i.base_rate_source, i.base_gross,
    i.receiving_account_ids, i.payment_reference, i.content_hash, i.created_at, i.issued_at, i.sent_at, i.viewed_at, i.paid_at, i.voided_at, i.void_reason, i.version,
    (select r.state from payment_references r where r.organization_id = $1 and r.invoice_id = i.id) as reference_state,
    (select count(*) from payment_proofs p where p.organization_id = $1 and p.invoice_id = i.id and p.state = 'submitted') as proofs_waiting,
    d.content as frozen,
    coalesce((select b.credit from client_balances b where b.organization_id = $1 and b.client_id = i.client_id and b.currency = i.currency), 0) as client_credit`
const invoice = `invoices i left join document_contents d on d.organization_id = $1 and d.document_kind = 'invoice' and d.document_id = i.id`
const isMet = `i.organization_id = $1 and i.id = $2 and i.deleted_at is null and ${mayMeetOne('i.client_id')}`

const invoiceById = statement<InvoiceRow>(`select ${columns} from ${invoice} where ${isMet}`)
const lockInvoice = statement<InvoiceRow>(`select ${columns} from ${invoice} where ${isMet} for update of i`)
/** Lock order: client, then document (MECHANICS.md, 11). */
const lockClientOf = statement<{ id: string }>(
  'select c.id from clients c where c.organization_id = $1 and c.id = (select i.client_id from invoices i where i.organization_id = $1 and i.id = $2) for update',
)

const lines = `select position, price_item_id, description, details, trim_scale(quantity)::text as quantity, unit, trim_scale(unit_price)::text as unit_price, trim_scale(discount_percent)::text as discount_percent,
     tax_rate_key, tax_name, tax_category, trim_scale(tax_percent)::text as tax_percent, net
   from invoice_lines where organization_id = $1 and invoice_id = $2 order by position`
const linesOf = statement<LineRow>(lines)
const taxes = `select position, tax_rate_key, name, category, trim_scale(percent)::text as percent, exemption_reason, taxable, tax from invoice_taxes where organization_id = $1 and invoice_id = $2 order by position`
export const taxesOf = statement<TaxRow>(taxes)
/** Of an invoice `i`. What is settled is the sum of what settled it. */
const settlements = `case when i.settled > 0 then app.settlements_of($1, $2) else '[]' end as settlements`
const settlementsOf = statement<{ settlements: SettlementRow[] }>(
  `select ${settlements} from invoices i where i.organization_id = $1 and i.id = $2`,
)

/** Both sides of an invoice as they are today: of a client `c`, an organization `o` and its settings `s`. As in `app.billing_basis`. */
export const partyColumns = `c.id as client_id, c.refid, c.name as client_name, c.legal_name as client_legal_name, c.kind as client_kind, c.email as client_email, c.status as client_status, c.deleted_at is not null as client_is_deleted, c.address as client_address,
     c.country as client_country, c.tax_number as client_tax_number, c.locale as client_locale, c.payment_terms_days as client_terms_days, c.payment_terms_kind as client_terms_kind, c.requires_purchase_order,
     exists (select 1 from contacts n where n.organization_id = $1 and n.client_id = c.id and n.deleted_at is null and n.document_delivery = 'to' and n.email is not null) as has_document_contact,
     o.name as organization_name, s.legal_name, s.email, s.phone, s.website, s.address, s.country, s.registration_number, s.tin, s.vrn, s.logo_file_id, s.brand_color, s.timezone, s.base_currency, s.locale,
     s.paper, s.prices_include_tax, s.tax_rounding, s.default_tax_rate_key, s.invoice_number_pattern, s.payment_terms_days, s.invoice_note, s.invoice_terms, s.reference_label`

/** Its mails, what is planned, and its reminders: of an invoice `i` and settings `s`. Instants as the API writes them. */
const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const deliveryColumns = `coalesce((select json_agg(json_build_object('kind', case e.template when 'invoice-overdue' then 'reminder' else 'invoice' end, 'to', e.to_addresses[1], 'status', e.status, 'error', e.error,
         'created_at', ${iso('e.created_at')}, 'sent_at', ${iso('e.sent_at')}) order by e.created_at desc, e.id desc)
       from (select * from emails m where m.organization_id = $1 and m.entity_kind = 'invoice' and m.entity_id = $2 order by m.created_at desc limit 20) e), '[]'::json) as mails,
     (select json_build_object('send_on', w.send_on, 'send_time', w.send_time, 'send_at', ${iso('((w.send_on + w.send_time::time) at time zone s.timezone)')}, 'timezone', s.timezone,
         'to', w.to_addresses, 'cc', w.cc_addresses, 'message', w.message, 'state', w.state, 'reason', w.reason,
         'scheduled_by', (select u.name from memberships m join users u on u.id = m.user_id where m.organization_id = $1 and m.id = w.scheduled_by))
       from scheduled_sends w where w.organization_id = $1 and w.invoice_id = $2 and w.state in ('waiting', 'failed')) as scheduled,
     i.is_reminding, s.reminder_days,
     coalesce((select json_agg(json_build_object('step', r.step, 'state', r.state, 'at', ${iso('r.created_at')}) order by r.step) from invoice_reminders r where r.organization_id = $1 and r.invoice_id = $2), '[]'::json) as reminders`
const deliveryOf = statement<DeliveryRow>(
  `select ${deliveryColumns} from invoices i join organization_settings s on s.organization_id = i.organization_id where i.organization_id = $1 and i.id = $2`,
)

const list = (rows: string): string => `(select coalesce(json_agg(x), '[]') from (${rows}) x)`
type ShownRow = InvoiceRow &
  IssuedContext &
  DeliveryRow & { lines: LineRow[]; taxes: TaxRow[]; settlements: SettlementRow[]; basis: FullBasis | null }
const shown = statement<ShownRow>(
  `select ${columns}, c.refid, c.name as client_name, s.reference_label, ($3::timestamptz at time zone s.timezone)::date as today,
     ${list(lines)} as lines, ${list(taxes)} as taxes, ${settlements}, ${deliveryColumns},
     case when d.content is null then app.billing_basis($1, $3, $2, null, null, false, null) end as basis
   from ${invoice} join clients c on c.organization_id = $1 and c.id = i.client_id join organization_settings s on s.organization_id = $1
   where ${isMet}`,
)

/** An invoice to be shown, in one statement: for `call.read`, whose rows `shownFrom` puts together. */
export const shownInvoice = (organizationId: string, invoiceId: string, now: string): Statement<ShownRow> =>
  shown(organizationId, invoiceId, now)

/** @throws notFound where there is no such invoice for this caller */
export function shownFrom(rows: readonly (readonly Record<string, unknown>[])[]): ShownRecord {
  const row = rows[0]?.[0] as ShownRow | undefined
  if (!row) throw notFound('invoice')
  const { lines, taxes, settlements, basis } = row
  return {
    row,
    lines,
    taxes,
    settlements,
    context: basis?.context ?? row,
    rates: basis?.rates ?? [],
    accounts: basis?.accounts ?? [],
    delivery: row,
  }
}

/** What a draft depends on besides itself. Without a context there is no such client for this caller. */
export type DraftBasis = {
  context: BillingContext | undefined
  rates: DatedTaxRate[]
  accounts: PayAccount[]
}
type FullBasis = DraftBasis & { context: BillingContext }
type BasisRow = { basis: FullBasis | null }
const billingBasis = statement<BasisRow>('select app.billing_basis($1, $2, $3, $4, $5, $6, $7) as basis')

/**
 * What a draft depends on besides itself, for a batch whose rows `basisFrom` reads. Give an invoice to start from, a client (of a new
 * draft, or to move a draft to), or both; a currency or an issue date given count before the invoice's own.
 */
export function draftBasis(
  organizationId: string,
  now: string,
  from: {
    invoiceId?: string
    clientId?: string | undefined
    currency?: string | undefined
    issueDate?: string | null | undefined
  },
): Statement<BasisRow> {
  const { invoiceId = null, clientId = null, currency = null, issueDate } = from
  return billingBasis(
    organizationId,
    now,
    invoiceId,
    clientId,
    currency,
    issueDate !== undefined,
    issueDate ?? null,
  )
}

export const basisFrom = (rows: readonly Record<string, unknown>[] | undefined): DraftBasis =>
  (rows?.[0] as BasisRow | undefined)?.basis ?? { context: undefined, rates: [], accounts: [] }

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
    draftBasis(organizationId, now, { invoiceId }),
    deliveryOf(organizationId, invoiceId),
  ]
}

/** @throws notFound where there is no such invoice for this caller */
export function recordFrom(rows: readonly (readonly Record<string, unknown>[])[]): InvoiceRecord {
  const [row, lines, taxes, settlements, basis, delivery] = rows
  const { context, rates, accounts } = basisFrom(basis)
  if (!row?.[0] || !context) throw notFound('invoice')
  return {
    row: row[0] as InvoiceRow,
    lines: lines as LineRow[],
    taxes: taxes as TaxRow[],
    settlements: (settlements?.[0] as { settlements: SettlementRow[] } | undefined)?.settlements ?? [],
    context,
    rates,
    accounts,
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
  // Client before document, as everybody does (MECHANICS.md, 11).
  const hold = change.clientId ? [holdClient(tx.organizationId, change.clientId)] : []
  const statements = [
    lockInvoice(tx.organizationId, invoiceId),
    linesOf(tx.organizationId, invoiceId),
    draftBasis(tx.organizationId, tx.now, { invoiceId, ...change }),
  ]
  const answers = (await tx.batch([...hold, ...statements, ...more])) as Record<string, unknown>[][]
  const rows = answers.slice(hold.length)
  const row = rows[0]?.[0] as InvoiceRow | undefined
  if (!row) throw notFound('invoice')
  return {
    row,
    lines: rows[1] as LineRow[],
    basis: basisFrom(rows[2]),
    more: rows.slice(statements.length),
  }
}
