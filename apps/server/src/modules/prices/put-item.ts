import type { createPriceItem } from '@portico/contract'
import type { z } from 'zod'
import type { Tx } from '../../platform/database/index.ts'
import { versionMismatch } from '../../platform/errors.ts'
import { claimExternalId, nameExternalId } from '../external-ids/index.ts'
import { itemById, type PriceItemRow } from './reads.ts'
import { addItem, changeItem } from './service.ts'

/** Makes or changes the price item that has this external id; one that was deleted has left it free. */
export async function putItem(
  tx: Tx,
  externalId: string,
  version: number | null,
  given: z.output<NonNullable<typeof createPriceItem.body>>,
): Promise<{ created: boolean; answer: PriceItemRow }> {
  const known = await claimExternalId(tx, 'price_item', externalId)
  const current = known ? await tx.first(itemById(tx.organizationId, known)) : undefined
  if (!current) {
    const answer = await addItem(tx, given)
    nameExternalId(tx, 'price_item', externalId, answer.id)
    return { created: true, answer: { ...answer, external_id: externalId } }
  }
  if (version !== null && version !== current.version) throw versionMismatch(current.version)
  return { created: false, answer: await changeItem(tx, current.id, version ?? current.version, given) }
}
