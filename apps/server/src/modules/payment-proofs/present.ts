import { badgeOf, todayIn } from '@portico/money'
import type { Keyring } from '../../platform/crypto/keyring.ts'
import { fileUrl } from '../files/index.ts'
import type { ClientProofRow, ProofRow } from './reads.ts'
import { warningsOf } from './warnings.ts'

/** @param now ISO instant: the links to files live from then on */
export function presentProof(
  row: ProofRow,
  { keyring, organizationId, now }: { keyring: Keyring; organizationId: string; now: string },
) {
  const money = (amount: number) => ({ amount, currency: row.currency })
  const today = todayIn(row.timezone, new Date(now))
  const due = money(row.document_state === 'void' ? 0 : row.gross - row.settled)
  const claimedAmount = row.claimed_amount === null ? null : money(row.claimed_amount)
  return {
    id: row.id,
    state: row.state,
    client: { id: row.client_id, refid: row.client_refid, name: row.client_name },
    invoice: {
      id: row.invoice_id,
      number: row.number,
      locale: row.locale as 'en',
      total: money(row.gross),
      due,
      badge: badgeOf({
        document: row.document_state,
        settlement: row.settlement_state,
        delivery: row.delivery_state,
        dueDate: row.due_date,
        today,
      }),
    },
    payment_reference: { label: row.reference_label, value: row.reference_value },
    file:
      row.file_id && row.file_name && row.file_media_type && row.file_size !== null
        ? {
            name: row.file_name,
            media_type: row.file_media_type,
            size: row.file_size,
            url: fileUrl(keyring, organizationId, row.file_id, now),
          }
        : null,
    pasted_text: row.pasted_text,
    claimed: {
      amount: claimedAmount,
      on: row.claimed_on,
      payer: row.claimed_payer,
      reference: row.claimed_reference,
      receiving_account_id: row.receiving_account_id,
    },
    note: row.note,
    submitter: { kind: row.submitted_by_kind, name: row.submitter_name },
    submitted_at: row.submitted_at,
    decided_at: row.decided_at,
    decided_by: row.decided_by_name,
    rejection_reason: row.rejection_reason,
    payment_id: row.payment_id,
    warnings: warningsOf({
      isWaiting: row.state === 'submitted',
      claimed: { amount: claimedAmount, on: row.claimed_on },
      due,
      today,
      sameFile: row.same_file,
      sameReference: row.same_reference,
    }),
    version: row.version,
  }
}

export const presentPortalProof = (row: ClientProofRow) => ({
  id: row.id,
  state: row.state,
  submitted_at: row.submitted_at,
  decided_at: row.decided_at,
  amount: row.claimed_amount === null ? null : { amount: row.claimed_amount, currency: row.currency },
  file_name: row.file_name,
  rejection_reason: row.rejection_reason,
})
