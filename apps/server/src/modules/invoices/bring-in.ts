import { randomBytes } from 'node:crypto'
import { convert, makePaymentReference } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import { insertMany, statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { searchTextOf } from '../../platform/search-text.ts'
import { freezeMany, linkUrl, openLinks } from '../documents/index.ts'
import { holdBaseCurrency, invoiceLegs, postEntries, type NewEntry } from '../ledger/index.ts'
import { ratesByPercent } from '../taxes/index.ts'
import { invoicePaper } from './paper.ts'
import { movingOwed } from './owed.ts'
import { partyColumns } from './reads.ts'
import { accountsToPay, searchParts, type DraftFigures } from './rules.ts'
import type { BillingContext, InvoiceRow, LineRow, PayAccount } from './rows.ts'

/** An invoice of another system. Amounts in minor units; its figures are what was printed there, and are not computed again. */
export type InvoiceToBringIn = {
  id: string
  clientId: string
  number: string
  isDraft: boolean
  isSent: boolean
  currency: string
  issueDate: string
  dueDate: string
  purchaseOrder: string | null
  note: string | null
  terms: string | null
  lines: Pick<
    LineRow,
    | 'description'
    | 'details'
    | 'quantity'
    | 'unit'
    | 'unit_price'
    | 'discount_percent'
    | 'tax_name'
    | 'tax_category'
    | 'tax_percent'
    | 'net'
  >[]
  taxes: {
    name: string
    category: 'standard' | 'out_of_scope'
    percent: string
    taxable: number
    tax: number
  }[]
  net: number
  tax: number
  gross: number
}

/** The link that every issued invoice has, as when it is issued here. */
const clientLinkName = 'Client'

/**
 * Invoices from elsewhere, many at once: with their own numbers, in a series of their own, their content frozen with its hash as if issued
 * here, what is owed posted. Nothing is announced; they are quiet until a person wakes them. The PDF is made when somebody first looks.
 * @returns by the id given, why it was not made: its number was taken in the meantime, its client is gone, no exchange rate
 */
export async function bringInInvoices(
  tx: Tx,
  parts: Pick<AppParts, 'keyring' | 'config'>,
  invoices: readonly InvoiceToBringIn[],
): Promise<Map<string, string>> {
  const { organizationId } = tx
  const clientIds = [...new Set(invoices.map(({ clientId }) => clientId))]
  const pairs = [
    ...new Map(
      invoices.map(({ currency, issueDate }) => [`${currency} ${issueDate}`, [currency, issueDate] as const]),
    ).values(),
  ]
  const [, , contexts, taken, rates, accounts] = await tx.batch([
    holdBaseCurrency(organizationId),
    lockClients(organizationId, clientIds),
    contextsOf(organizationId, tx.now, clientIds),
    takenNumbers(
      organizationId,
      invoices.filter(({ isDraft }) => !isDraft).map(({ number }) => number),
    ),
    ratesOn(
      organizationId,
      pairs.map(([currency]) => currency),
      pairs.map(([, day]) => day),
    ),
    accountsInUse(organizationId),
  ])
  const today = contexts[0]?.today ?? tx.now.slice(0, 10)
  const draftRates = await ratesByPercent(
    tx,
    invoices.flatMap(({ isDraft, lines, issueDate }) =>
      lines.flatMap(({ tax_name, tax_percent }) =>
        isDraft && tax_percent !== null
          ? [{ name: tax_name ?? 'Tax', percent: tax_percent, since: issueDate < today ? issueDate : today }]
          : [],
      ),
    ),
  )
  const refused = new Map<string, string>()
  const made: Made[] = []
  for (const invoice of invoices) {
    const party = contexts.find(({ client_id }) => client_id === invoice.clientId)
    const rate = rates.find(({ currency, day }) => currency === invoice.currency && day === invoice.issueDate)
    if (!party) refused.set(invoice.id, 'Its client is gone.')
    else if (!invoice.isDraft && taken.some(({ number }) => number === invoice.number))
      refused.set(invoice.id, `There is an invoice ${invoice.number} already.`)
    else if (!invoice.isDraft && !rate?.rate)
      refused.set(invoice.id, `There is no exchange rate from ${invoice.currency} to ${party.base_currency}.`)
    else
      made.push(
        make(
          tx,
          invoice,
          {
            ...party,
            currency: invoice.currency,
            rate_on: invoice.issueDate,
            base_rate: rate?.rate ?? null,
            base_rate_date: rate?.rate_date ?? null,
            base_rate_source: rate?.source ?? null,
          },
          accounts,
          draftRates,
        ),
      )
  }
  write(tx, parts, made)
  return refused
}

type Made = {
  invoice: InvoiceToBringIn
  row: InvoiceRow
  context: BillingContext
  lines: LineRow[]
  figures: DraftFigures
  accounts: PayAccount[]
}

function make(
  tx: Tx,
  invoice: InvoiceToBringIn,
  context: BillingContext,
  accounts: readonly PayAccount[],
  draftRates: ReadonlyMap<string, string>,
): Made {
  const { isDraft, gross } = invoice
  const isSettled = !isDraft && gross === 0
  const row: InvoiceRow = {
    external_id: null,
    id: invoice.id,
    client_id: invoice.clientId,
    number: isDraft ? null : invoice.number,
    document_state: isDraft ? 'draft' : 'final',
    settlement_state: isSettled ? 'paid' : 'open',
    delivery_state: !isDraft && invoice.isSent ? 'sent' : 'not_sent',
    currency: invoice.currency,
    issue_date: invoice.issueDate,
    due_date: invoice.dueDate,
    purchase_order: invoice.purchaseOrder,
    locale: context.client_locale ?? context.locale,
    note: invoice.note,
    terms: invoice.terms,
    prices_include_tax: false,
    tax_rounding: context.tax_rounding,
    net: invoice.net,
    tax: invoice.tax,
    gross,
    settled: 0,
    base_currency: context.base_currency,
    base_rate: isDraft ? null : context.base_rate,
    base_rate_date: isDraft ? null : context.base_rate_date,
    base_rate_source: isDraft ? null : context.base_rate_source,
    base_gross: isDraft
      ? null
      : convert(
          { amount: gross, currency: invoice.currency },
          context.base_rate as string,
          context.base_currency,
        ).amount,
    receiving_account_ids: [],
    payment_reference: isDraft ? null : makePaymentReference(randomBytes),
    content_hash: null,
    created_at: tx.now,
    issued_at: isDraft ? null : tx.now,
    sent_at: null,
    viewed_at: null,
    paid_at: isSettled ? tx.now : null,
    voided_at: null,
    void_reason: null,
    version: 1,
    reference_state: isDraft ? null : isSettled ? 'approved' : 'pending',
    proofs_waiting: 0,
    client_credit: 0,
  }
  const lines = invoice.lines.map((line, at): LineRow => ({
    ...line,
    position: at + 1,
    price_item_id: null,
    // What is issued keeps its tax as it was printed; a draft's is reckoned until then.
    tax_rate_key: (isDraft && line.tax_percent !== null && draftRates.get(line.tax_percent)) || null,
  }))
  const taxes = invoice.taxes.map((tax, at) => ({
    ...tax,
    position: at + 1,
    tax_rate_key: null,
    exemption_reason: null,
  }))
  const figures: DraftFigures = {
    lines,
    taxes,
    net: invoice.net,
    tax: invoice.tax,
    gross,
    discount: 0,
    withoutRate: [],
  }
  return { invoice, row, context, lines, figures, accounts: accountsToPay(accounts, invoice.currency, []) }
}

function write(tx: Tx, parts: Pick<AppParts, 'keyring' | 'config'>, made: readonly Made[]): void {
  if (made.length === 0) return
  const { organizationId } = tx
  const finals = made.filter(({ invoice }) => !invoice.isDraft)
  const links = openLinks(
    tx,
    parts.keyring,
    'invoice',
    finals.map(({ row }) => row.id),
    clientLinkName,
  )
  const frozen = freezeMany(
    tx,
    'invoice',
    finals.map(({ row, context, figures, accounts }, at) => ({
      id: row.id,
      logo: context.logo_file_id,
      paper: paperOf(
        { row, context, figures, accounts },
        linkUrl(parts.config.publicUrl, links.tokens[at] as string),
      ),
    })),
  )
  tx.later(
    insertInvoices(
      organizationId,
      made.map(({ row, context, invoice }) => ({
        ...row,
        content_hash: frozen.hashes.get(row.id) ?? null,
        search_text: searchTextOf(...searchParts(row, context.client_name)),
        series: invoice.isDraft ? 'main' : 'imported',
        is_quiet: !invoice.isDraft,
        updated_at: tx.now,
      })),
    ),
  )
  tx.later(
    insertLines(
      organizationId,
      made.flatMap(({ row, lines }) => lines.map((line) => ({ ...line, invoice_id: row.id }))),
    ),
  )
  if (finals.length > 0) {
    tx.later(
      insertTaxes(
        organizationId,
        finals.flatMap(({ row, figures }) => figures.taxes.map((tax) => ({ ...tax, invoice_id: row.id }))),
      ),
    )
    tx.later(frozen.statement)
    tx.later(links.statement)
    tx.later(
      insertReferences(
        organizationId,
        finals.map(({ row }) => ({
          id: newId(),
          value: row.payment_reference,
          invoice_id: row.id,
          client_id: row.client_id,
          state: row.reference_state,
          created_at: tx.now,
          updated_at: tx.now,
        })),
      ),
    )
    postEntries(
      tx,
      finals.map(({ row, figures }): NewEntry => ({
        kind: 'invoice_issued',
        sourceKind: 'invoice',
        sourceId: row.id,
        clientId: row.client_id,
        occurredOn: row.issue_date as string,
        currency: row.currency,
        base: { currency: row.base_currency, rate: row.base_rate as string },
        legs: invoiceLegs({
          id: row.id,
          net: row.net,
          taxes: figures.taxes.map(({ tax }) => ({ key: null, tax })),
        }),
      })),
    )
    // Last, as every counter.
    tx.later(countImported(organizationId, finals.length))
  }
  tx.recordMany(
    made.map(({ row }) => ({
      action: 'invoices.imported',
      entityKind: 'invoice',
      entityId: row.id,
      clientId: row.client_id,
      after: {
        document_state: row.document_state,
        number: row.number,
        gross: row.gross,
        currency: row.currency,
        issue_date: row.issue_date,
        due_date: row.due_date,
      },
    })),
  )
}

const paperOf = (
  { row, context, figures, accounts }: Pick<Made, 'row' | 'context' | 'figures' | 'accounts'>,
  payUrl: string,
) =>
  invoicePaper(
    {
      row,
      context,
      figures,
      issueDate: row.issue_date as string,
      dueDate: row.due_date as string,
      accounts,
      baseGross: row.base_gross,
    },
    { number: row.number as string, reference: row.payment_reference as string, payUrl },
  )

const lockClients = statement<{ id: string }>(
  'select id from clients where organization_id = $1 and id = any ($2::uuid[]) and deleted_at is null order by id for update',
)
const contextsOf = statement<
  Omit<BillingContext, 'currency' | 'rate_on' | 'base_rate' | 'base_rate_date' | 'base_rate_source'>
>(
  `select ${partyColumns}, ($2::timestamptz at time zone s.timezone)::date as today
   from organizations o join organization_settings s on s.organization_id = o.id join clients c on c.organization_id = $1 and c.id = any ($3::uuid[])
   where o.id = $1 and c.deleted_at is null`,
)
const takenNumbers = statement<{ number: string }>(
  'select number from invoices where organization_id = $1 and number = any ($2::text[]) and deleted_at is null',
)
/** On or before the day, else the earliest that there is: whether that will do was decided before. */
const ratesOn = statement<{
  currency: string
  day: string
  rate: string | null
  rate_date: string | null
  source: string | null
}>(
  `select q.currency, q.day, case when q.currency = s.base_currency then '1' else e.rate end as rate, case when q.currency = s.base_currency then q.day else e.rate_date end as rate_date,
     case when q.currency = s.base_currency then 'base' else e.source end as source
   from unnest($2::text[], $3::date[]) as q (currency, day) join organization_settings s on s.organization_id = $1
     left join lateral (
       select trim_scale(x.rate)::text as rate, x.rate_date, x.source from exchange_rates x
       where x.organization_id = $1 and x.base_currency = s.base_currency and x.currency = q.currency
       order by (x.rate_date <= q.day) desc, case when x.rate_date <= q.day then x.rate_date end desc, x.rate_date limit 1) e on true`,
)
const accountsInUse = statement<PayAccount>(
  'select id, kind, name, currency, details, steps, qr_payload, is_shown_to_clients from receiving_accounts where organization_id = $1 and is_active order by position, lower(name), id',
)
const insertInvoices = insertMany(
  'invoices',
  {
    id: 'uuid',
    client_id: 'uuid',
    number: 'text',
    document_state: 'text',
    settlement_state: 'text',
    delivery_state: 'text',
    currency: 'text',
    issue_date: 'date',
    due_date: 'date',
    purchase_order: 'text',
    locale: 'text',
    note: 'text',
    terms: 'text',
    prices_include_tax: 'boolean',
    tax_rounding: 'text',
    net: 'bigint',
    tax: 'bigint',
    gross: 'bigint',
    base_currency: 'text',
    base_rate: 'numeric',
    base_rate_date: 'date',
    base_rate_source: 'text',
    base_gross: 'bigint',
    payment_reference: 'text',
    search_text: 'text',
    content_hash: 'bytea',
    created_at: 'timestamptz',
    updated_at: 'timestamptz',
    issued_at: 'timestamptz',
    paid_at: 'timestamptz',
    series: 'text',
    is_quiet: 'boolean',
  },
  '',
  movingOwed,
)
const insertLines = insertMany('invoice_lines', {
  invoice_id: 'uuid',
  position: 'integer',
  description: 'text',
  details: 'text',
  quantity: 'numeric',
  unit: 'text',
  unit_price: 'numeric',
  discount_percent: 'numeric',
  tax_rate_key: 'text',
  tax_name: 'text',
  tax_category: 'text',
  tax_percent: 'numeric',
  net: 'bigint',
})
const insertTaxes = insertMany('invoice_taxes', {
  invoice_id: 'uuid',
  position: 'integer',
  name: 'text',
  category: 'text',
  percent: 'numeric',
  taxable: 'bigint',
  tax: 'bigint',
})
const insertReferences = insertMany('payment_references', {
  id: 'uuid',
  value: 'text',
  invoice_id: 'uuid',
  client_id: 'uuid',
  state: 'text',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
})
const countImported = statement(
  `insert into number_series (organization_id, kind, series, year, next) values ($1, 'invoice', 'imported', 0, $2::bigint + 1)
   on conflict (organization_id, kind, series, year) do update set next = number_series.next + $2::bigint`,
)
