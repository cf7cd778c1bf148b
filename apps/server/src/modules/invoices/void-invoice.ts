import { todayIn } from '@portico/money'
import { statement, type Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { mirrorEntry } from '../ledger/index.ts'
import { movingOwed } from './owed.ts'
import { presentInvoice, type PresentedInvoice } from './present.ts'
import { lockRecord } from './reads.ts'
import type { InvoiceRow } from './rows.ts'
import { requireVersion } from './rules.ts'
import { endScheduledSend } from './scheduled-sends.ts'

/**
 * Takes an issued invoice back on which nothing was paid: the posting is mirrored, the number stays in the register, the document stays as
 * it was issued and is shown marked void.
 */
export async function voidInvoice(
  tx: Tx,
  invoiceId: string,
  expectedVersion: number,
  reason: string,
): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.void')
  const { record } = await lockRecord(tx, invoiceId, 'client')
  const { row, context } = record
  if (row.document_state === 'draft')
    throw new Refusal('invoice_not_open', 'This is a draft: delete it instead.')
  if (row.document_state === 'void') throw new Refusal('invoice_not_open', `${row.number} is void already.`)
  requireVersion(row, expectedVersion)
  if (row.settled > 0)
    throw new Refusal(
      'invoice_has_payments',
      `Something was paid on ${row.number}, so it cannot be voided. Correct it with a credit note.`,
    )
  if (row.proofs_waiting > 0)
    throw new Refusal(
      'proof_pending',
      `The client sent a proof of payment for ${row.number}. Decide on it first.`,
    )
  tx.later(markVoid(tx.organizationId, row.id, reason, tx.now))
  endScheduledSend(tx, row.id, 'cancelled')
  mirrorEntry(tx, {
    kind: 'invoice_voided',
    mirrors: 'invoice_issued',
    sourceKind: 'invoice',
    sourceId: row.id,
    clientId: row.client_id,
    occurredOn: todayIn(context.timezone, new Date(tx.now)),
    currency: row.currency,
    change: { receivable: row.gross, credit: 0 },
  })
  tx.record({
    action: 'invoices.voided',
    entityKind: 'invoice',
    entityId: row.id,
    clientId: row.client_id,
    before: { document_state: 'final' },
    after: { document_state: 'void', reason },
  })
  tx.announce('invoice.voided', { invoice_id: row.id, client_id: row.client_id })
  const voided: InvoiceRow = {
    ...row,
    document_state: 'void',
    void_reason: reason,
    voided_at: tx.now,
    version: row.version + 1,
  }
  return presentInvoice(
    { ...record, row: voided, delivery: { ...record.delivery, scheduled: null } },
    tx.principal,
  )
}

const markVoid = statement(
  movingOwed(
    `update invoices set document_state = 'void', void_reason = $3, voided_at = $4, updated_at = $4, version = version + 1 where organization_id = $1 and id = $2`,
  ),
)
