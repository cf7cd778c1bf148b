import { randomBytes } from 'node:crypto'
import { makePaymentReference } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { searchTextOf } from '../../platform/search-text.ts'
import { freeze, linkUrl, openLink, takeNumber } from '../documents/index.ts'
import { invoiceLegs, postEntry } from '../ledger/index.ts'
import { amountRefusal, figuresFor } from './draft-figures.ts'
import { replaceLines } from './draft-rows.ts'
import { movingOwed } from './owed.ts'
import { invoicePaper } from './paper.ts'
import { presentInvoice, type PresentedInvoice } from './present.ts'
import { lockRecord } from './reads.ts'
import {
  accountsToPay,
  datesAtIssue,
  inBase,
  preflight,
  requireDraft,
  requireVersion,
  searchParts,
  type PreflightItem,
} from './rules.ts'
import type { InvoiceRow, TaxRow } from './rows.ts'

/** The link that every issued invoice has; further ones carry names of their own. */
const clientLinkName = 'Client'

/**
 * Issues a draft: it gets its number, its payment reference and its private link, its content is frozen with a hash, what the client owes
 * is posted. From here on nothing of it changes; mistakes are corrected by voiding or by another document. Four round trips: the number
 * comes after all that does not say it, so that its series is locked for as little as can be.
 */
export async function issueInvoice(
  tx: Tx,
  parts: Pick<AppParts, 'keyring' | 'config'>,
  invoiceId: string,
  expectedVersion: number,
): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.issue')
  const { record } = await lockRecord(tx, invoiceId, 'client')
  const { row, context, lines, rates, accounts } = record
  requireDraft(row)
  requireVersion(row, expectedVersion)
  const figures = figuresFor(row, lines, { context, rates })
  refuseUnready(preflight(row, figures, context, accounts))
  const { issueDate, dueDate } = datesAtIssue(row, context)
  const baseGross = baseAmount(figures.gross, context)
  const rate = context.base_rate as string

  const isSettled = figures.gross === 0
  const referenceState = isSettled ? 'approved' : 'pending'
  const reference = makePaymentReference(randomBytes)
  const { token } = openLink(tx, parts.keyring, 'invoice', row.id, clientLinkName)
  if (JSON.stringify(figures.lines) !== JSON.stringify(lines)) {
    // A rate that changed since the draft was saved: the lines keep what the document says.
    replaceLines(tx, row.id, figures.lines)
  }
  writeTaxes(tx, row.id, figures.taxes)
  tx.later(
    insertReference(tx.organizationId, newId(), reference, row.id, row.client_id, referenceState, tx.now),
  )
  postEntry(tx, {
    kind: 'invoice_issued',
    sourceKind: 'invoice',
    sourceId: row.id,
    clientId: row.client_id,
    occurredOn: issueDate,
    currency: row.currency,
    base: { currency: context.base_currency, rate },
    legs: invoiceLegs({
      id: row.id,
      net: figures.net,
      taxes: figures.taxes.map(({ tax_rate_key, tax }) => ({ key: tax_rate_key, tax })),
    }),
  })
  tx.announce('invoice.issued', { invoice_id: row.id, client_id: row.client_id })
  if (isSettled) tx.announce('invoice.paid', { invoice_id: row.id, client_id: row.client_id })

  const number = await takeNumber(tx, 'invoice', context.invoice_number_pattern, context.today)
  const payTo = accountsToPay(accounts, row.currency, row.receiving_account_ids)
  const paper = invoicePaper(
    { row, context, figures, issueDate, dueDate, accounts: payTo, baseGross },
    { number, reference, payUrl: linkUrl(parts.config.publicUrl, token) },
  )
  const contentHash = freeze(tx, 'invoice', row.id, paper, context.logo_file_id)
  const issued: InvoiceRow = {
    ...row,
    number,
    document_state: 'final',
    settlement_state: isSettled ? 'paid' : 'open',
    issue_date: issueDate,
    due_date: dueDate,
    net: figures.net,
    tax: figures.tax,
    gross: figures.gross,
    base_currency: context.base_currency,
    base_rate: rate,
    base_rate_date: context.base_rate_date,
    base_rate_source: context.base_rate_source,
    base_gross: baseGross,
    payment_reference: reference,
    reference_state: referenceState,
    content_hash: contentHash,
    issued_at: tx.now,
    paid_at: isSettled ? tx.now : null,
    version: row.version + 1,
  }
  const values = issued
  tx.later(
    finalize(
      tx.organizationId,
      row.id,
      number,
      values.settlement_state,
      issueDate,
      dueDate,
      values.net,
      values.tax,
      values.gross,
      values.base_currency,
      rate,
      values.base_rate_date,
      values.base_rate_source,
      baseGross,
      reference,
      searchTextOf(...searchParts(values, context.client_name)),
      contentHash,
      tx.now,
      values.paid_at,
    ),
  )
  tx.record({
    action: 'invoices.issued',
    entityKind: 'invoice',
    entityId: row.id,
    clientId: row.client_id,
    before: { document_state: 'draft' },
    after: {
      document_state: 'final',
      number,
      gross: figures.gross,
      currency: row.currency,
      content_hash: contentHash.toString('hex'),
    },
  })
  return presentInvoice({ ...record, row: issued, lines: figures.lines, taxes: figures.taxes }, tx.principal)
}

function baseAmount(gross: number, context: Parameters<typeof inBase>[1]): number {
  try {
    // The pre-flight has seen to it that there is a rate.
    return inBase(gross, context) as number
  } catch (error) {
    throw amountRefusal(error)
  }
}

/** One reason that has a code of its own is told by it; everything else as the list of what is missing. */
function refuseUnready(items: readonly PreflightItem[]): void {
  const errors = items
    .filter(({ severity }) => severity === 'error')
    .map(({ code, pointer, detail }) => ({ code, pointer, detail }))
  const [first] = errors
  if (!first) return
  const code =
    errors.length === 1 &&
    (first.code === 'purchase_order_required' || first.code === 'exchange_rate_missing')
      ? first.code
      : 'invoice_incomplete'
  throw new Refusal(
    code,
    errors.length === 1 ? first.detail : 'Some things are missing before this invoice can be issued.',
    { errors },
  )
}

function writeTaxes(tx: Tx, invoiceId: string, taxes: readonly TaxRow[]): void {
  const column = <Key extends keyof TaxRow>(key: Key): TaxRow[Key][] => taxes.map((row) => row[key])
  tx.later(
    insertTaxes(
      tx.organizationId,
      invoiceId,
      column('position'),
      column('tax_rate_key'),
      column('name'),
      column('category'),
      column('percent'),
      column('exemption_reason'),
      column('taxable'),
      column('tax'),
    ),
  )
}

const finalize = statement(
  movingOwed(
    `update invoices set number = $3, document_state = 'final', settlement_state = $4, issue_date = $5, due_date = $6, net = $7, tax = $8, gross = $9, base_currency = $10, base_rate = $11::numeric, base_rate_date = $12,
     base_rate_source = $13, base_gross = $14, payment_reference = $15, search_text = $16, content_hash = $17, issued_at = $18, updated_at = $18, paid_at = $19, version = version + 1
   where organization_id = $1 and id = $2`,
  ),
)
const insertTaxes = statement(
  `insert into invoice_taxes (organization_id, invoice_id, position, tax_rate_key, name, category, percent, exemption_reason, taxable, tax)
   select $1, $2, t.* from unnest($3::integer[], $4::text[], $5::text[], $6::text[], $7::numeric[], $8::text[], $9::bigint[], $10::bigint[]) t`,
)
const insertReference = statement(
  'insert into payment_references (organization_id, id, value, invoice_id, client_id, state, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)',
)
