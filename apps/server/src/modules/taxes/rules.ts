import { addDays } from '@portico/money'

export type Period = { id: string; valid_from: string; valid_to: string | null }

/**
 * Where a new rate that begins on `from` fits among the rates of its key. The rate that covers that day is cut on the day before and
 * the new one takes over the rest of its time; in a gap, it lasts until the next one begins. Dates are days, both ends inclusive.
 * @returns null where a rate begins on that very day
 */
export function placeRate(
  existing: readonly Period[],
  from: string,
): { cut: { id: string; validTo: string } | null; validTo: string | null } | null {
  if (existing.some((period) => period.valid_from === from)) return null
  const covering = existing.find(
    (period) => period.valid_from < from && (period.valid_to === null || period.valid_to >= from),
  )
  if (covering) return { cut: { id: covering.id, validTo: addDays(from, -1) }, validTo: covering.valid_to }
  const next = existing
    .filter((period) => period.valid_from > from)
    .toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : 1))[0]
  return { cut: null, validTo: next ? addDays(next.valid_from, -1) : null }
}

/** Whether a rate of today taxes by this percentage. */
export const isStandardRate =
  (percent: string) =>
  (rate: { category: string; percent: string; is_current: boolean }): boolean =>
    rate.is_current && rate.category === 'standard' && Number(rate.percent) === Number(percent)

/** A key that no rate has yet, made of a name from elsewhere: `gst`, else with its percentage, else counted on. */
export function freeKey(name: string, percent: string, taken: ReadonlySet<string>): string {
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
  const base = plain(name).slice(0, 20).replace(/-+$/, '') || 'tax'
  const withPercent = `${base}-${plain(percent).slice(0, 8)}`
  for (let nth = 0; ; nth++) {
    const key = nth === 0 ? base : nth === 1 ? withPercent : `${base}-${nth}`
    if (!taken.has(key)) return key
  }
}
