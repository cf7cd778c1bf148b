import type { approveProof } from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { recordPayment } from '../payments/index.ts'
import { proofById, type ProofRow } from './reads.ts'

type Acceptance = z.output<NonNullable<typeof approveProof.body>>

const lockProof = statement<{ state: ProofRow['state'] }>(
  'select state from payment_proofs where organization_id = $1 and id = $2 for update',
)
const submitterOf = statement<{ name: string; email: string }>(
  `select k.name, k.email from payment_proofs p join contacts k on k.organization_id = p.organization_id and k.id = p.submitted_by
   where p.organization_id = $1 and p.id = $2 and p.submitted_by_kind = 'contact' and k.email is not null and k.deleted_at is null`,
)
const markApproved = statement(
  `update payment_proofs set state = 'approved', decided_at = $3, decided_by = $4, payment_id = $5, version = version + 1 where organization_id = $1 and id = $2 and state = 'submitted'`,
)

/**
 * Approves a proof with what the reviewer accepts of it: the payment is recorded, the proof's invoice is settled as far as it goes,
 * what is over becomes credit. Of two reviewers at once the second is told that it is decided.
 * @returns the proof as it is now
 */
export async function approveSubmittedProof(
  parts: Pick<AppParts, 'keyring' | 'config'>,
  tx: Tx,
  proofId: string,
  accepted: Acceptance,
): Promise<ProofRow> {
  tx.allow('payments.proof.review')
  const { organizationId } = tx
  const [proofs, submitters] = await tx.batch([
    proofById(organizationId, proofId),
    submitterOf(organizationId, proofId),
  ])
  const found = proofs[0]
  if (!found) throw notFound('payment proof')
  refuseDecided(found)
  const { payment, invoices, more } = await recordPayment(
    parts,
    tx,
    {
      clientId: found.client_id,
      receivingAccountId: accepted.receiving_account_id,
      amount: accepted.amount,
      receivedOn: accepted.received_on,
      payer: accepted.payer === undefined ? found.claimed_payer : accepted.payer,
      externalReference:
        accepted.external_reference === undefined ? found.claimed_reference : accepted.external_reference,
      note: accepted.note,
      proofId,
      submitter: submitters[0] ?? null,
      allocations: [{ invoiceId: found.invoice_id, amount: null }],
    },
    [lockProof(organizationId, proofId), proofById(organizationId, proofId)],
    ([locked]) => refuseDecided(locked?.[0] as Pick<ProofRow, 'state'>),
  )
  const proof = more[1]?.[0] as ProofRow
  const { id: decidedBy, name } = reviewerOf(tx)
  tx.later(markApproved(organizationId, proofId, tx.now, decidedBy, payment.id))
  tx.record({
    action: 'proofs.approved',
    entityKind: 'payment_proof',
    entityId: proofId,
    clientId: proof.client_id,
    before: { state: 'submitted' },
    after: { state: 'approved', payment_id: payment.id, amount: payment.amount, currency: payment.currency },
  })
  tx.announce('proof.approved', {
    payment_proof_id: proofId,
    invoice_id: proof.invoice_id,
    payment_id: payment.id,
    client_id: proof.client_id,
  })
  const invoice = invoices[0]
  return {
    ...proof,
    state: 'approved',
    decided_at: tx.now,
    decided_by_name: name,
    payment_id: payment.id,
    settled: invoice?.settled ?? proof.settled,
    settlement_state: invoice?.settlement_state ?? proof.settlement_state,
    version: proof.version + 1,
  }
}

/** @throws Refusal proof_decided */
export function refuseDecided(proof: Pick<ProofRow, 'state'>): void {
  if (proof.state !== 'submitted')
    throw new Refusal('proof_decided', `This proof was ${proof.state} already.`)
}

export function reviewerOf(tx: Tx): { id: string | null; name: string | null } {
  return tx.principal.kind === 'member'
    ? { id: tx.principal.membershipId, name: tx.principal.name }
    : { id: null, name: null }
}
