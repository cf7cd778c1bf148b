import { describe, expect, test } from 'vitest'
import { placeRate, type Period } from './rules.ts'

const period = (valid_from: string, valid_to: string | null): Period => ({
  id: valid_from,
  valid_from,
  valid_to,
})

describe('placing a rate among those of its key [TAX-11]', () => {
  test('the first one stands open', () => {
    expect(placeRate([], '2026-01-01')).toEqual({ cut: null, validTo: null })
  })
  test('the open one ends the day before', () => {
    expect(placeRate([period('2020-01-01', null)], '2026-03-01')).toEqual({
      cut: { id: '2020-01-01', validTo: '2026-02-28' },
      validTo: null,
    })
    expect(placeRate([period('2020-01-01', null)], '2024-03-01')?.cut?.validTo).toBe('2024-02-29')
  })
  test('one in between ends where the one that it cuts ended', () => {
    const rates = [period('2020-01-01', '2026-06-30'), period('2026-07-01', null)]
    expect(placeRate(rates, '2026-05-01')).toEqual({
      cut: { id: '2020-01-01', validTo: '2026-04-30' },
      validTo: '2026-06-30',
    })
  })
  test('one in a gap, or before all, lasts until the next', () => {
    const rates = [period('2021-01-01', '2022-12-31'), period('2024-01-01', null)]
    expect(placeRate(rates, '2023-06-01')).toEqual({ cut: null, validTo: '2023-12-31' })
    expect(placeRate(rates, '2019-01-01')).toEqual({ cut: null, validTo: '2020-12-31' })
    expect(placeRate([period('2021-01-01', '2022-12-31')], '2025-01-01')).toEqual({
      cut: null,
      validTo: null,
    })
  })
  test('two cannot begin on the same day', () => {
    expect(placeRate([period('2020-01-01', null)], '2020-01-01')).toBeNull()
  })
  test('whatever the order of additions, each day has at most one rate and no day is lost', () => {
    const days = Array.from({ length: 12 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`)
    let seed = 7
    const random = () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647
    for (let run = 0; run < 200; run++) {
      let rates: Period[] = []
      for (const from of days.toSorted(() => random() - 0.5).slice(0, 6)) {
        const place = placeRate(rates, from)
        rates = [
          ...rates.map((rate) =>
            rate.id === place?.cut?.id ? { ...rate, valid_to: place.cut.validTo } : rate,
          ),
          period(from, place?.validTo ?? null),
        ]
      }
      const first = rates.map((rate) => rate.valid_from).toSorted()[0] as string
      for (const day of days)
        expect(
          rates.filter((rate) => rate.valid_from <= day && (rate.valid_to === null || rate.valid_to >= day)),
        ).toHaveLength(day < first ? 0 : 1)
    }
  })
})
