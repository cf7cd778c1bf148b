import type { Organization, OrganizationPatch } from '@portico/contract'
import { isRefidPrefix, validateNumberPattern, type NumberPatternProblem } from '@portico/money'
import type { z } from 'zod'
import { db, statement, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'
import { refuseUnknownCurrency } from './create-organization.ts'
import { organizationById, presentOrganization, type OrganizationRow } from './reads.ts'

type Patch = z.output<typeof OrganizationPatch>
type Key = keyof Patch

const lockSettings = statement(
  'select version from organization_settings where organization_id = $1 for update',
)
// Postings are made with the first issued document, or with money that was received; both carry the base currency.
const hasBooked = statement<{ one: number }>(
  `select 1 as one where exists (select 1 from invoices where organization_id = $1 and document_state <> 'draft') or exists (select 1 from journal_entries where organization_id = $1)`,
)
const taxRateOfKey = statement<{ one: number }>(
  'select 1 as one from tax_rates where organization_id = $1 and key = $2 limit 1',
)
const rename = statement(
  'update organizations set name = $2, updated_at = $3, version = version + 1 where id = $1',
)

/**
 * Changes an organization's settings from a version on. Documents that were issued keep what was printed on them.
 * @throws Refusal version_mismatch; validation_failed with the field that does not fit
 */
export async function updateSettings(
  tx: Tx,
  patch: Patch,
  expectedVersion: number,
): Promise<z.output<typeof Organization>> {
  tx.allow('organizations.settings.edit')
  refuseBadValues(patch)
  const organizationId = tx.organizationId
  const [, before, booked, rates] = await tx.batch([
    lockSettings(organizationId),
    organizationById(organizationId),
    hasBooked(organizationId),
    taxRateOfKey(organizationId, patch.default_tax_rate_key ?? null),
  ])
  const row = before[0] as OrganizationRow
  if (row.version !== expectedVersion)
    throw new Refusal('version_mismatch', 'Somebody changed the settings in the meantime. Load them again.', {
      currentVersion: row.version,
    })
  if (patch.default_tax_rate_key && rates.length === 0)
    throw fieldRefusal('/default_tax_rate_key', 'unknown_tax_rate', 'There is no tax rate with this key.')
  if (patch.base_currency !== undefined && patch.base_currency !== row.base_currency && booked.length > 0) {
    throw fieldRefusal(
      '/base_currency',
      'base_currency_in_use',
      'The base currency cannot change any more: invoices were issued or money was booked in it.',
    )
  }

  const changed = changedKeys(row, patch)
  if (changed.length === 0) return presentOrganization(row)
  const { name, address, ...columns } = Object.fromEntries(changed.map((key) => [key, patch[key]])) as Patch
  if (name !== undefined) tx.later(rename(organizationId, name, tx.now))
  tx.later(
    db
      .updateTable('organization_settings')
      .set({
        ...columns,
        ...(address && { address: JSON.stringify(address) }),
        updated_at: tx.now,
        version: expectedVersion + 1,
      })
      .where('organization_id', '=', organizationId),
  )
  tx.record({
    action: 'organizations.settings_changed',
    entityKind: 'organization',
    entityId: organizationId,
    before: Object.fromEntries(changed.map((key) => [key, row[key]])),
    after: Object.fromEntries(changed.map((key) => [key, patch[key]])),
  })
  tx.announce('organization.updated', { organization_id: organizationId })
  return presentOrganization({ ...row, ...withoutUndefined(patch), version: expectedVersion + 1 })
}

function changedKeys(row: OrganizationRow, patch: Patch): Key[] {
  return (Object.keys(patch) as Key[]).filter(
    (key) => patch[key] !== undefined && JSON.stringify(patch[key]) !== JSON.stringify(row[key]),
  )
}

function withoutUndefined<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}

const patternReasons: Record<NumberPatternProblem, string> = {
  missing_number: 'A pattern needs the number, such as {NNN}.',
  several_numbers: 'A pattern has the number once only.',
  missing_year: 'A pattern needs the year, {YYYY} or {YY}: counting starts again each year.',
  unknown_placeholder: 'Only {YYYY}, {YY}, {MM} and {NNN} are understood.',
  bad_character: 'Letters, digits, spaces and . _ / # - are allowed beside the braces.',
  too_long: 'A pattern has at most 40 characters.',
}

function refuseBadValues(patch: Patch): void {
  for (const key of ['invoice_number_pattern', 'receipt_number_pattern'] as const) {
    const [problem] = patch[key] === undefined ? [] : validateNumberPattern(patch[key], 'yearly')
    if (problem) throw fieldRefusal(`/${key}`, problem, patternReasons[problem])
  }
  refuseUnknownCurrency(patch.base_currency, '/base_currency')
  if (patch.refid_prefix !== undefined && !isRefidPrefix(patch.refid_prefix))
    throw fieldRefusal(
      '/refid_prefix',
      'invalid_prefix',
      'Capital letters and digits, with a dash at the end.',
    )
}
