import { statement, type Tx } from '../../platform/database/index.ts'
import { versionMismatch } from '../../platform/errors.ts'
import { claimExternalId, nameExternalId } from '../external-ids/index.ts'
import { createDraft } from './create-draft.ts'
import type { NewDraft } from './draft-given.ts'
import type { PresentedInvoice } from './present.ts'
import { updateDraft } from './update-draft.ts'

const livingInvoice = statement<{ version: number }>(
  'select i.version from invoices i where i.organization_id = $1 and i.id = $2 and i.deleted_at is null',
)

/**
 * Writes or changes the draft that has this external id; a draft that was deleted has left it free.
 * @throws Refusal invoice_not_draft where it is issued
 */
export async function putDraft(
  tx: Tx,
  externalId: string,
  version: number | null,
  given: NewDraft,
): Promise<{ created: boolean; answer: PresentedInvoice }> {
  tx.allow('invoices.invoice.create')
  const known = await claimExternalId(tx, 'invoice', externalId)
  const current = known ? await tx.first(livingInvoice(tx.organizationId, known)) : undefined
  if (!known || !current) {
    const answer = await createDraft(tx, given)
    nameExternalId(tx, 'invoice', externalId, answer.id)
    return { created: true, answer: { ...answer, external_id: externalId } }
  }
  if (version !== null && version !== current.version) throw versionMismatch(current.version)
  return { created: false, answer: await updateDraft(tx, known, version ?? current.version, given) }
}
