import { approveProof, getProof, listProofs, rejectProof } from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { notFound } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { approveSubmittedProof } from './approve-proof.ts'
import { presentProof } from './present.ts'
import { listOfProofs, proofById, type ProofRow } from './reads.ts'
import { rejectSubmittedProof } from './reject-proof.ts'

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(listProofs, async (call) => {
    const { organizationId, now, query } = call
    const page = call.page(query)
    const { rows } = await call.read(
      listOfProofs(
        organizationId,
        { state: query.state, invoiceId: query.invoice_id, clientId: query.client_id },
        page,
      ),
    )
    return edge.pages.answer(
      page,
      rows[0] as ProofRow[],
      (row) => [row.id],
      (row) => presentProof(row, { keyring: parts.keyring, organizationId, now }),
    )
  })

  edge.handle(getProof, async (call) => {
    const { organizationId, now } = call
    const { rows } = await call.read(proofById(organizationId, call.params.payment_proof_id))
    const row = rows[0]?.[0] as ProofRow | undefined
    if (!row) throw notFound('payment proof')
    return presentProof(row, { keyring: parts.keyring, organizationId, now })
  })

  edge.handle(approveProof, async (call) =>
    call.command(async (tx) => {
      const row = await approveSubmittedProof(parts, tx, call.params.payment_proof_id, call.body)
      return presentProof(row, { keyring: parts.keyring, organizationId: tx.organizationId, now: tx.now })
    }),
  )

  edge.handle(rejectProof, async (call) =>
    call.command(async (tx) => {
      const row = await rejectSubmittedProof(parts, tx, call.params.payment_proof_id, call.body.reason)
      return presentProof(row, { keyring: parts.keyring, organizationId: tx.organizationId, now: tx.now })
    }),
  )
}
