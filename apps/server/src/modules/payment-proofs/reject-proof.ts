import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { setReferenceState } from '../invoices/index.ts'
import { refuseDecided, reviewerOf } from './approve-proof.ts'
import { mailingFrom, mailingStatements, queueProofMail } from './mail.ts'
import { proofById, type ProofRow } from './reads.ts'

type LockedProof = Pick<ProofRow, 'state'> & {
  submitted_by_kind: ProofRow['submitted_by_kind']
  submitted_by: string | null
  invoice_locale: string
}
const lockProof = statement<LockedProof>(
  `select p.state, p.submitted_by_kind, p.submitted_by, i.locale as invoice_locale from payment_proofs p join invoices i on i.organization_id = $1 and i.id = p.invoice_id
   where p.organization_id = $1 and p.id = $2 for update of p`,
)
/** Client before document, as everybody does (MECHANICS.md, 11). */
const lockClientOf = statement<{ id: string }>(
  'select c.id from clients c where c.organization_id = $1 and c.id = (select p.client_id from payment_proofs p where p.organization_id = $1 and p.id = $2) for update',
)
const markRejected = statement(
  `update payment_proofs set state = 'rejected', decided_at = $3, decided_by = $4, rejection_reason = $5, version = version + 1 where organization_id = $1 and id = $2 and state = 'submitted'`,
)

/**
 * Rejects a proof with a reason that the client reads; the next one can then be sent.
 * @returns the proof as it is now
 */
export async function rejectSubmittedProof(
  parts: Pick<AppParts, 'keyring' | 'config'>,
  tx: Tx,
  proofId: string,
  reason: string,
): Promise<ProofRow> {
  tx.allow('payments.proof.review')
  const { organizationId } = tx
  const [, locked, found] = await tx.batch([
    lockClientOf(organizationId, proofId),
    lockProof(organizationId, proofId),
    proofById(organizationId, proofId),
  ])
  const lock = locked[0]
  const proof = found[0]
  if (!proof || !lock) throw notFound('payment proof')
  refuseDecided(lock)
  const contactId = lock.submitted_by_kind === 'contact' ? lock.submitted_by : null
  const mailing = mailingFrom(
    parts,
    organizationId,
    (await tx.batch(
      mailingStatements(organizationId, proof.client_id, proof.invoice_id, { contactId }),
    )) as unknown[][],
  )

  const { id: decidedBy, name } = reviewerOf(tx)
  tx.later(markRejected(organizationId, proofId, tx.now, decidedBy, reason))
  // An invoice that was paid another way in the meantime stays as it is.
  if (proof.gross > proof.settled) setReferenceState(tx, proof.invoice_id, 'rejected')
  tx.record({
    action: 'proofs.rejected',
    entityKind: 'payment_proof',
    entityId: proofId,
    clientId: proof.client_id,
    before: { state: 'submitted' },
    after: { state: 'rejected', reason },
  })
  tx.announce('proof.rejected', {
    payment_proof_id: proofId,
    invoice_id: proof.invoice_id,
    client_id: proof.client_id,
  })
  queueProofMail(parts, tx, {
    template: 'proof-rejected',
    recipients: mailing.recipients,
    locale: lock.invoice_locale,
    subject: `Proof for ${proof.number} was not accepted`,
    clientId: proof.client_id,
    proofId,
    props: {
      invoices: [proof.number],
      ...(proof.claimed_amount !== null && {
        amount: { amount: proof.claimed_amount, currency: proof.currency },
      }),
      reason,
      url: mailing.url,
    },
  })
  return {
    ...proof,
    state: 'rejected',
    decided_at: tx.now,
    decided_by_name: name,
    rejection_reason: reason,
    version: proof.version + 1,
  }
}
