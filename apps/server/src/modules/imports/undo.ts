import { todayIn } from '@portico/money'
import { statement, type Tx } from '../../platform/database/index.ts'
import { touchedClients, withdrawClients } from '../clients/index.ts'
import {
  importedInvoices,
  lockClientsOf,
  touchedSince,
  withdrawInvoices,
  type ImportedInvoice,
} from '../invoices/index.ts'
import {
  importedPayments,
  lockClientsOfPayments,
  withdrawPayments,
  type ImportedPayment,
} from '../payments/index.ts'
import { touchedItems, withdrawItems } from '../prices/index.ts'
import type { Kind } from './fields.ts'
import { setProgress, type Run } from './run.ts'
import { stays } from './undo-reasons.ts'

const chunkSizes: Record<Kind, number> = { invoices: 100, payments: 100, clients: 500, price_items: 500 }
const none = '00000000-0000-0000-0000-000000000000'
const reason = 'The import that brought it in was withdrawn.'

type Item = { id: string; entity_id: string; label: string }
/** By item: null where it was withdrawn, else why it stays. */
type Verdicts = Map<string, string | null>

/**
 * Withdraws a batch, record by record: invoices with their payments first, then what is left of the payments, items, clients. Postings are
 * mirrored, never deleted. What was touched since stays, with everything that it stands on, and says why.
 */
export async function undoBatch(run: Run): Promise<void> {
  const { organizationId, batchId } = run
  const { timezone, total } = await run.chunk(async (tx) => {
    tx.later(judgeAgain(organizationId, batchId))
    const [zones, counts] = await tx.batch([zoneOf(organizationId), countBroughtIn(organizationId, batchId)])
    return { timezone: zones[0]?.timezone ?? 'UTC', total: counts[0]?.count ?? 0 }
  })
  let done = 0
  const pass = async (
    kind: Kind,
    judge: (tx: Tx, items: readonly Item[], today: string) => Promise<Verdicts>,
  ): Promise<void> => {
    let after = none
    for (;;) {
      const count = await run.chunk(async (tx) => {
        const items = await tx.all(nextBroughtIn(organizationId, batchId, kind, after, chunkSizes[kind]))
        if (items.length === 0) return 0
        mark(tx, run, await judge(tx, items, todayIn(timezone, new Date(tx.now))))
        done += items.length
        setProgress(tx, batchId, Math.min(done, total), total)
        after = items.at(-1)?.id ?? after
        return items.length
      })
      if (count < chunkSizes[kind]) return
    }
  }
  await pass('invoices', (tx, items, today) => undoInvoices(tx, run, items, today))
  await pass('payments', (tx, items, today) => undoPayments(tx, items, today))
  await pass('price_items', (tx, items) => undoSimple(tx, items, touchedItems, withdrawItems))
  await pass('clients', (tx, items) => undoSimple(tx, items, touchedClients, withdrawClients))
  await run.chunk(async (tx, batch) => {
    tx.later(finishUndo(organizationId, batchId, tx.now))
    tx.record({
      action: 'imports.withdrawn',
      entityKind: 'import_batch',
      entityId: batchId,
      after: { by: batch.undone_by?.name ?? null, records: total },
    })
    tx.announce('import.withdrawn', { import_id: batchId })
  })
}

async function undoInvoices(tx: Tx, run: Run, items: readonly Item[], today: string): Promise<Verdicts> {
  const { organizationId, batchId } = run
  const ids = items.map(({ entity_id }) => entity_id)
  const [, invoices] = await tx.batch([
    lockClientsOf(organizationId, ids),
    importedInvoices(organizationId, ids),
  ])
  const paymentIds = invoices.flatMap(({ payment_ids }) => payment_ids)
  const [ofBatch, payments] = await tx.batch([
    paymentItems(organizationId, batchId, paymentIds),
    importedPayments(organizationId, paymentIds),
  ])
  const itemOf = new Map(ofBatch.map((row) => [row.entity_id, row.id]))
  const credit = new CreditLeft()
  const verdicts: Verdicts = new Map()
  const withdrawn: ImportedInvoice[] = []
  const back: ImportedPayment[] = []
  for (const item of items) {
    const invoice = invoices.find(({ id }) => id === item.entity_id)
    // Somebody deleted the draft, or it was withdrawn before: there is nothing left to take away.
    if (!invoice || invoice.deleted_at !== null) {
      verdicts.set(item.id, null)
      continue
    }
    const own = payments.filter(({ id }) => invoice.payment_ids.includes(id))
    const why =
      touchedSince(invoice, (id) => itemOf.has(id)) ?? (credit.take(own) ? null : stays.creditOfInvoice)
    verdicts.set(item.id, why)
    for (const { id } of own) verdicts.set(itemOf.get(id) ?? '', why === null ? null : stays.withItsInvoice)
    if (why !== null) continue
    withdrawn.push(invoice)
    back.push(...own)
  }
  withdrawPayments(tx, back, today)
  withdrawInvoices(tx, withdrawn, today, reason)
  verdicts.delete('')
  return verdicts
}

async function undoPayments(tx: Tx, items: readonly Item[], today: string): Promise<Verdicts> {
  const ids = items.map(({ entity_id }) => entity_id)
  const [, payments] = await tx.batch([
    lockClientsOfPayments(tx.organizationId, ids),
    importedPayments(tx.organizationId, ids),
  ])
  const invoiceIds = payments.flatMap(({ invoice_id }) => invoice_id ?? [])
  const invoices =
    invoiceIds.length === 0 ? [] : await tx.all(importedInvoices(tx.organizationId, invoiceIds))
  const credit = new CreditLeft()
  const back: ImportedPayment[] = []
  const verdicts: Verdicts = new Map()
  for (const item of items) {
    const payment = payments.find(({ id }) => id === item.entity_id)
    if (!payment || payment.withdrawn_at !== null) {
      verdicts.set(item.id, null)
      continue
    }
    const invoice = invoices.find(({ id }) => id === payment.invoice_id)
    const why =
      invoice && invoice.document_state !== 'final'
        ? stays.invoiceVoided
        : credit.take([payment])
          ? null
          : stays.creditOfPayment
    verdicts.set(item.id, why)
    if (why === null) back.push(payment)
  }
  withdrawPayments(tx, back, today)
  return verdicts
}

/** What is left of clients' credit while payments that made some of it are taken back. */
class CreditLeft {
  readonly #left = new Map<string, number>()

  take(payments: readonly ImportedPayment[]): boolean {
    const left = new Map(this.#left)
    for (const { client_id, currency, credited, credit } of payments) {
      const key = `${client_id} ${currency}`
      const rest = (left.get(key) ?? credit) - credited
      if (rest < 0) return false
      left.set(key, rest)
    }
    for (const [key, rest] of left) this.#left.set(key, rest)
    return true
  }
}

async function undoSimple(
  tx: Tx,
  items: readonly Item[],
  touched: typeof touchedClients,
  withdraw: (tx: Tx, ids: readonly string[]) => void,
): Promise<Verdicts> {
  const rows = new Map(
    (
      await tx.all(
        touched(
          tx.organizationId,
          items.map(({ entity_id }) => entity_id),
        ),
      )
    ).map((row) => [row.id, row.reason]),
  )
  const verdicts: Verdicts = new Map(items.map(({ id, entity_id }) => [id, rows.get(entity_id) ?? null]))
  withdraw(
    tx,
    items.flatMap(({ id, entity_id }) =>
      verdicts.get(id) === null && rows.has(entity_id) ? [entity_id] : [],
    ),
  )
  return verdicts
}

function mark(tx: Tx, run: Run, verdicts: Verdicts): void {
  const withdrawn = [...verdicts].filter(([, why]) => why === null).map(([id]) => id)
  const blocked = [...verdicts].filter((entry): entry is [string, string] => entry[1] !== null)
  if (withdrawn.length > 0) {
    tx.later(markWithdrawn(run.organizationId, run.batchId, withdrawn))
    tx.later(forgetRecords(run.organizationId, run.batchId, withdrawn, tx.now))
  }
  if (blocked.length > 0)
    tx.later(
      markBlocked(
        run.organizationId,
        run.batchId,
        blocked.map(([id]) => id),
        blocked.map(([, why]) => why),
      ),
    )
}

// What stayed at an earlier try is judged anew.
const judgeAgain = statement(
  `update import_items set state = 'brought_in', reason = null where organization_id = $1 and batch_id = $2 and state = 'blocked'`,
)
const zoneOf = statement<{ timezone: string }>(
  'select timezone from organization_settings where organization_id = $1',
)
const countBroughtIn = statement<{ count: number }>(
  `select count(*) as count from import_items where organization_id = $1 and batch_id = $2 and action = 'create' and state in ('brought_in', 'blocked')`,
)
const nextBroughtIn = statement<Item>(
  `select id, entity_id, label from import_items
   where organization_id = $1 and batch_id = $2 and kind = $3 and state = 'brought_in' and action = 'create' and id > $4 order by id limit $5`,
)
const paymentItems = statement<{ id: string; entity_id: string }>(
  `select id, entity_id from import_items where organization_id = $1 and batch_id = $2 and kind = 'payments' and state = 'brought_in' and entity_id = any ($3::uuid[])`,
)
const markWithdrawn = statement(
  `update import_items set state = 'withdrawn', reason = null where organization_id = $1 and batch_id = $2 and id = any ($3::uuid[])`,
)
const markBlocked = statement(
  `update import_items i set state = 'blocked', reason = t.reason from unnest($3::uuid[], $4::text[]) as t (id, reason) where i.organization_id = $1 and i.batch_id = $2 and i.id = t.id`,
)
const forgetRecords = statement(
  `update import_records r set withdrawn_at = $4 from import_items i
   where r.organization_id = $1 and i.organization_id = $1 and i.batch_id = $2 and i.id = any ($3::uuid[]) and r.entity_id = i.entity_id and r.kind = i.kind and r.withdrawn_at is null`,
)
const finishUndo = statement(
  `update import_batches set state = 'undone', phase = null, progress_done = 0, progress_total = 0, runner_id = null, runner_until = null, undone_at = $3, updated_at = $3, version = version + 1
   where organization_id = $1 and id = $2`,
)
