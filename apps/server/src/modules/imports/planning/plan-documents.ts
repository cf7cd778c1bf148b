import { statement } from '../../../platform/database/index.ts'
import { readDocument } from './document.ts'
import { DocumentPlan } from './plan-document.ts'
import { allTaxRates } from '../../taxes/index.ts'
import type { Planning } from './plan.ts'
import {
  clientOfPayment,
  columnPaymentId,
  type ExistingInvoice,
  type ReadGroup,
  type Surroundings,
} from './surroundings.ts'
import { readPayment, tellApart } from './payments.ts'
import type { Row } from './rows.ts'
import { documentKeys, knownRecords, rowsOfDocuments, rowsWithoutDocument } from './store.ts'
import type { WantedClient } from './client-book.ts'

const chunkSize = 200
/** Invoices with the payments that name them, by the hundred, in the order of their numbers. */
export async function planDocuments(planning: Planning): Promise<void> {
  const { run } = planning
  await planNumberless(planning)
  let after = ''
  for (;;) {
    const count = await run.chunk(async (tx) => {
      const keys = (await tx.all(documentKeys(run.organizationId, run.batchId, after, chunkSize))).map(
        (row) => row.document_key,
      )
      if (keys.length === 0) return 0
      const stored = await tx.all(rowsOfDocuments(run.organizationId, run.batchId, keys))
      const rows = stored.map((row) => planning.row(row))
      const byKey = Map.groupBy(rows, (row) => row.stored.document_key ?? '')
      const groups = keys.map((key) => readGroup(planning, key, byKey.get(key) ?? []))
      const surroundings = await load(planning, tx, groups)
      for (const group of groups) new DocumentPlan(planning, group, surroundings).settle()
      planning.store(tx, rows)
      after = keys.at(-1) ?? after
      return keys.length
    })
    if (count < chunkSize) return
  }
}

/** Rows that name no invoice: each stands for itself. */
async function planNumberless(planning: Planning): Promise<void> {
  const { run } = planning
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const count = await run.chunk(async (tx) => {
      const stored = await tx.all(rowsWithoutDocument(run.organizationId, run.batchId, after, chunkSize))
      const rows = stored.map((row) => planning.row(row))
      const groups = rows.map((row) => readGroup(planning, '', [row]))
      const surroundings = await load(planning, tx, groups)
      for (const group of groups) new DocumentPlan(planning, group, surroundings).settle()
      planning.store(tx, rows)
      after = stored.at(-1)?.id ?? after
      return stored.length
    })
    if (count < chunkSize) return
  }
}

function readGroup(planning: Planning, key: string, rows: readonly Row[]): ReadGroup {
  const invoiceRows = rows.filter((row) => row.kind === 'invoices')
  const paymentRows = rows.filter((row) => row.kind === 'payments')
  const standing = invoiceRows.filter((row) => !row.isOut)
  const document = standing.length > 0 ? readDocument(standing, planning.currency) : null
  if (standing.length > 0 && !document)
    for (const row of standing)
      if (!row.isRejected)
        row.reject(
          'document_rejected',
          null,
          `Another row of ${row.label || 'this invoice'} cannot be brought in, so none of it is.`,
        )
  const payments = paymentRows.flatMap((row) =>
    row.isOut ? [] : (readPayment(row, document?.currency ?? planning.currency) ?? []),
  )
  tellApart(payments)
  return { key, invoiceRows, payments, paymentRows, document }
}

async function load(
  planning: Planning,
  tx: Parameters<Parameters<Planning['run']['chunk']>[0]>[0],
  groups: readonly ReadGroup[],
): Promise<Surroundings> {
  const { organizationId } = planning.run
  const documents = groups.flatMap(({ document }) => (document ? [document] : []))
  const wanted: WantedClient[] = [
    ...documents.map(({ client }) => client),
    ...groups.flatMap(({ payments }) => payments.map(({ row }) => clientOfPayment(row))),
  ]
  await planning.clients.prepare(tx, wanted)
  const numbers = [
    ...new Set([...documents.map(({ number }) => number), ...groups.map(({ key }) => key)]),
  ].filter(Boolean)
  const externalIds = [...new Set([...documents.map(({ externalId }) => externalId), ...numbers])]
  const dates = new Map<string, [string, string]>()
  const need = (currency: string, date: string): unknown =>
    currency === planning.batch.base_currency || date === ''
      ? null
      : dates.set(`${currency} ${date}`, [currency, date])
  for (const document of documents) {
    need(document.currency, document.issueDate)
    if (document.paidOn) need(document.currency, document.paidOn)
  }
  for (const { payments } of groups) for (const payment of payments) need(payment.currency, payment.paidOn)
  const pairs = [...dates.values()]
  const [invoiceRecords, paymentRecords, byNumber, rates] = await tx.batch([
    knownRecords(organizationId, planning.source, 'invoices', externalIds),
    knownRecords(
      organizationId,
      planning.source,
      'payments',
      groups.flatMap(({ payments, document }) => [
        ...payments.map(({ externalId }) => externalId),
        ...(document ? [columnPaymentId(document)] : []),
      ]),
    ),
    invoicesByNumber(organizationId, numbers),
    ratesOn(
      organizationId,
      planning.batch.base_currency,
      pairs.map(([currency]) => currency),
      pairs.map(([, date]) => date),
    ),
  ])
  const ids = invoiceRecords.map((row) => row.entity_id)
  const byId = ids.length === 0 ? [] : await tx.all(invoicesById(organizationId, ids))
  const [taxRates, settings] = documents.some(({ state }) => state === 'draft')
    ? await tx.batch([allTaxRates(organizationId, tx.now, null), taxRoundingOf(organizationId)])
    : [[], []]
  return {
    recordedInvoices: new Map(invoiceRecords.map((row) => [row.external_id, row.entity_id])),
    recordedPayments: new Map(paymentRecords.map((row) => [row.external_id, row.entity_id])),
    existingById: new Map(byId.map((row) => [row.id, row])),
    existingByNumber: new Map(byNumber.map((row) => [row.number, row])),
    rates: new Map(rates.map((row) => [`${row.currency} ${row.date}`, row.found])),
    taxRates,
    taxRounding: settings[0]?.tax_rounding ?? 'document',
  }
}

const taxRoundingOf = statement<{ tax_rounding: 'document' | 'line' }>(
  'select tax_rounding from organization_settings where organization_id = $1',
)
const invoiceColumns = `i.id, i.number, i.client_id, c.name as client_name, i.currency, i.gross, i.settled, i.document_state`
const invoicesByNumber = statement<ExistingInvoice>(
  `select ${invoiceColumns} from invoices i join clients c on c.organization_id = i.organization_id and c.id = i.client_id
   where i.organization_id = $1 and i.number = any ($2::text[]) and i.deleted_at is null`,
)
const invoicesById = statement<ExistingInvoice>(
  `select ${invoiceColumns} from invoices i join clients c on c.organization_id = i.organization_id and c.id = i.client_id
   where i.organization_id = $1 and i.id = any ($2::uuid[]) and i.deleted_at is null`,
)
const ratesOn = statement<{ currency: string; date: string; found: 'stored' | 'nearest' | 'none' }>(
  `select q.currency, q.date, case
     when exists (select 1 from exchange_rates e where e.organization_id = $1 and e.base_currency = $2 and e.currency = q.currency and e.rate_date <= q.date) then 'stored'
     when exists (select 1 from exchange_rates e where e.organization_id = $1 and e.base_currency = $2 and e.currency = q.currency) then 'nearest' else 'none' end as found
   from unnest($3::text[], $4::date[]) as q (currency, date)`,
)
