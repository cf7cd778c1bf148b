import { toPublicId } from '@portico/contract'
import { isCurrency } from '@portico/money'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'

/**
 * What the schema cannot judge: that the currency exists, and the reseller.
 * @param isResellerKnown whether `owner_id`, where one is given, was found in this organization
 */
export function refuseUnsoundFields(
  fields: { currency?: string | null | undefined; owner_id?: string | null | undefined },
  isResellerKnown: boolean,
): void {
  if (fields.currency && !isCurrency(fields.currency))
    throw fieldRefusal('/currency', 'unknown_currency', 'There is no such currency.')
  if (fields.owner_id && !isResellerKnown) {
    throw new Refusal('invalid_reseller', 'There is no such reseller.', {
      errors: [{ pointer: '/owner_id', code: 'invalid_reseller', detail: 'There is no such reseller.' }],
    })
  }
}

/** Values as the history shows them: ids in their public form. */
export function asRecorded({
  owner_id,
  assigned_member_ids,
  ...values
}: Record<string, unknown> & {
  owner_id?: string | null
  assigned_member_ids?: readonly string[]
}): Record<string, unknown> {
  return {
    ...values,
    ...(owner_id !== undefined && { owner_id: owner_id && toPublicId('reseller', owner_id) }),
    ...(assigned_member_ids && {
      assigned_member_ids: assigned_member_ids.map((id) => toPublicId('membership', id)),
    }),
  }
}
