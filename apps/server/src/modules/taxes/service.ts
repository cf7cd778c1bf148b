import type { createTaxRate, TaxRate, updateTaxRate } from '@portico/contract'
import type { z } from 'zod'
import { db, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, notFound, Refusal, versionMismatch } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { endRate, lockRate, lockRatesOfKey, rateById, rates } from './reads.ts'
import { freeKey, isStandardRate, placeRate } from './rules.ts'

type NewRate = z.output<NonNullable<typeof createTaxRate.body>>
type RateChange = z.output<NonNullable<typeof updateTaxRate.body>>

/**
 * Adds a dated row. A percentage never changes in place: a new one of the same key begins on its date and the one before ends the
 * day before, so no earlier document changes.
 */
export async function addRate(tx: Tx, given: NewRate): Promise<z.output<typeof TaxRate>> {
  tx.allow('taxes.rate.manage')
  if (given.category !== 'standard' && /[1-9]/.test(given.percent))
    throw fieldRefusal(
      '/percent',
      'must_be_zero',
      'Only a rate of the standard category has a percentage above zero.',
    )
  const { organizationId } = tx
  const place = placeRate(await tx.all(lockRatesOfKey(organizationId, given.key)), given.valid_from)
  if (!place)
    throw new Refusal('rate_period_taken', `“${given.key}” has a rate from ${given.valid_from} already.`, {
      errors: [{ pointer: '/valid_from', code: 'rate_period_taken', detail: 'Choose another date' }],
    })
  const id = newId()
  const row = {
    id,
    key: given.key,
    name: given.name,
    category: given.category,
    percent: given.percent,
    exemption_reason: given.exemption_reason ?? null,
    valid_from: given.valid_from,
    valid_to: place.validTo,
  }
  const { cut } = place
  if (cut)
    tx.record({
      action: 'taxes.rate_ended',
      entityKind: 'tax_rate',
      entityId: cut.id,
      after: { valid_to: cut.validTo },
    })
  tx.record({ action: 'taxes.rate_created', entityKind: 'tax_rate', entityId: id, after: row })
  const rates = await tx.batch([
    ...(cut ? [endRate(organizationId, cut.id, cut.validTo)] : []),
    db.insertInto('tax_rates').values({ organization_id: organizationId, created_at: tx.now, ...row }),
    rateById(organizationId, id, tx.now),
  ])
  return rates.at(-1)?.[0] as z.output<typeof TaxRate>
}

/** Renames a rate, or says when it ends. */
export async function changeRate(
  tx: Tx,
  id: string,
  version: number,
  change: RateChange,
): Promise<z.output<typeof TaxRate>> {
  tx.allow('taxes.rate.manage')
  const { organizationId } = tx
  const rate = await tx.first(lockRate(organizationId, id, tx.now))
  if (!rate) throw notFound('tax rate')
  if (rate.version !== version) throw versionMismatch(rate.version)
  if (change.valid_to && change.valid_to < rate.valid_from)
    throw fieldRefusal('/valid_to', 'before_start', `This rate begins on ${rate.valid_from}.`)
  const set = {
    name: change.name ?? rate.name,
    exemption_reason: change.exemption_reason === undefined ? rate.exemption_reason : change.exemption_reason,
    valid_to: change.valid_to === undefined ? rate.valid_to : change.valid_to,
  }
  const { name, exemption_reason, valid_to } = rate
  tx.record({
    action: 'taxes.rate_changed',
    entityKind: 'tax_rate',
    entityId: id,
    before: { name, exemption_reason, valid_to },
    after: set,
  })
  const [, changed] = await tx.batch([
    db
      .updateTable('tax_rates')
      .set({ ...set, version: version + 1 })
      .where('organization_id', '=', organizationId)
      .where('id', '=', id),
    rateById(organizationId, id, tx.now),
  ])
  return changed[0] as z.output<typeof TaxRate>
}

/**
 * Which rate of today has each of these percentages: one that is here, or one that is added under the name given. For drafts from elsewhere,
 * whose tax is reckoned here from now on.
 * @returns keys by percentage as given
 */
export async function ratesByPercent(
  tx: Tx,
  wanted: readonly { name: string; percent: string; since: string }[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  if (wanted.length === 0) return found
  const all = await tx.all(rates(tx.organizationId, tx.now, null))
  const taken = new Set(all.map(({ key }) => key))
  for (const [percent, list] of Map.groupBy(wanted, (one) => one.percent)) {
    const here = all.find(isStandardRate(percent))
    if (here) {
      found.set(percent, here.key)
      continue
    }
    const name = list[0]?.name ?? 'Tax'
    const key = freeKey(name, percent, taken)
    taken.add(key)
    await addRate(tx, {
      key,
      name,
      category: 'standard',
      percent,
      valid_from: list.map(({ since }) => since).toSorted()[0] as string,
    })
    found.set(percent, key)
  }
  return found
}
