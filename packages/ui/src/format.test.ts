import { describe, expect, test } from 'vitest'
import { daysFromToday, formatDate, formatFileSize, formatRelativeDay, todayIso } from './format.ts'
import { splitMoney } from './show/split-money.ts'

const now = new Date(2026, 2, 3, 23, 30)

describe('dates as people read them', () => {
  test('keep the day of a date whatever the zone, in the order of the locale [UX-26]', () => {
    expect(formatDate('2026-03-03', 'en-GB')).toBe('3 Mar 2026')
    expect(formatDate('2026-03-03', 'en-US')).toBe('Mar 3, 2026')
    expect(todayIso(now)).toBe('2026-03-03')
  })

  test('are counted in whole days from today [UX-26]', () => {
    expect([daysFromToday('2026-03-08', now), daysFromToday('2026-02-28', now)]).toEqual([5, -3])
    expect(
      ['2026-03-03', '2026-03-04', '2026-03-02', '2026-03-08', '2026-02-28', '2026-06-03'].map((day) =>
        formatRelativeDay(day, 'en', now),
      ),
    ).toEqual(['Today', 'Tomorrow', 'Yesterday', 'in 5 days', '3 days ago', 'in 3 months'])
  })
})

describe('figures as people read them', () => {
  test('say sizes in words [UX-26]', () => {
    expect([0, 999, 4000, 2_400_000].map((bytes) => formatFileSize(bytes, 'en'))).toEqual([
      '0 bytes',
      '999 bytes',
      '4 kB',
      '2.4 MB',
    ])
  })

  test('stay exact at the edge of what an amount can be, and lose ".00" only when whole [UX-26]', () => {
    const most = { amount: -Number.MAX_SAFE_INTEGER, currency: 'USD' }
    expect(splitMoney(most, 'en', true)).toEqual({ isNegative: true, figure: '90,071,992,547,409.91' })
    expect(splitMoney({ amount: 245_000_000, currency: 'TZS' }, 'en', true).figure).toBe('2,450,000')
    expect(splitMoney({ amount: 1234, currency: 'JPY' }, 'en', false).figure).toBe('1,234')
    expect(splitMoney({ amount: 1_234_567, currency: 'KWD' }, 'en', false).figure).toBe('1,234.567')
  })
})
