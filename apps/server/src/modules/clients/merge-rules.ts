import { isDeepStrictEqual } from 'node:util'
import { mergeFields, type MergeField } from '@portico/contract'
import type { ClientRow } from './reads.ts'

export type FieldChoice = {
  field: MergeField
  survivor: unknown
  merged: unknown
  /** Whose value stays. */
  keeps: 'survivor' | 'merged'
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/**
 * Whose value stays, field by field: the survivor's, unless it has none and the other does, or somebody chose the other's. Fields that are
 * the same on both sides are not named.
 */
export function chooseFields(
  survivor: ClientRow,
  merged: ClientRow,
  take: readonly MergeField[],
): FieldChoice[] {
  return mergeFields.flatMap((field) => {
    const [ours, theirs] = [survivor[field], merged[field]]
    if (isDeepStrictEqual(ours, theirs) || isEmpty(theirs)) return []
    const keeps = take.includes(field) || isEmpty(ours) ? 'merged' : 'survivor'
    return { field, survivor: ours ?? null, merged: theirs ?? null, keeps } as const
  })
}

/** The values that the survivor takes over. */
export const takenFrom = (choices: readonly FieldChoice[]): Partial<ClientRow> =>
  Object.fromEntries(
    choices.filter(({ keeps }) => keeps === 'merged').map(({ field, merged }) => [field, merged]),
  )

/** Free-form values are put together; where both have one, the survivor's stays. */
export const metadataOf = (survivor: ClientRow, merged: ClientRow): Record<string, string> => ({
  ...merged.metadata,
  ...survivor.metadata,
})

/** What the survivor is found by from now on, besides its own name. */
export const knownAs = (
  survivor: { also_known_as: string | null },
  merged: { name: string; refid: string; also_known_as: string | null },
): string =>
  [survivor.also_known_as, merged.name, merged.refid, merged.also_known_as]
    .filter(Boolean)
    .join(' ')
    .slice(0, 2000)
