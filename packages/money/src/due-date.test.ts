import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, dueDateOf, endOfMonth, isOverdue, isPlainDate, todayIn } from './due-date.ts'

const plainDate = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('due dates', () => {
  test('count days from issue, over months, leap days and years [INV-09]', () => {
    expect(dueDateOf('2026-01-10', { kind: 'net', days: 30 })).toBe('2026-02-09')
    expect(dueDateOf('2024-02-28', { kind: 'net', days: 1 })).toBe('2024-02-29')
    expect(dueDateOf('2026-12-31', { kind: 'net', days: 1 })).toBe('2027-01-01')
    expect(dueDateOf('2026-05-05', { kind: 'net', days: 0 })).toBe('2026-05-05')
  })

  test('count from the end of the month [INV-09]', () => {
    expect(dueDateOf('2026-01-10', { kind: 'end_of_month', days: 0 })).toBe('2026-01-31')
    expect(dueDateOf('2026-01-10', { kind: 'end_of_month', days: 30 })).toBe('2026-03-02')
    expect(['2024-02-01', '2026-02-28', '2026-12-15', '2026-01-31'].map(endOfMonth)).toEqual([
      '2024-02-29',
      '2026-02-28',
      '2026-12-31',
      '2026-01-31',
    ])
  })

  test('days there and back are the same date [INV-09]', () => {
    fc.assert(
      fc.property(plainDate, fc.integer({ min: -3650, max: 3650 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
        expect(addDays(addDays(date, days), -days)).toBe(date)
      }),
    )
  })

  test('overdue begins the day after [INV-09]', () => {
    expect(isOverdue('2026-06-30', '2026-06-30')).toBe(false)
    expect(isOverdue('2026-06-30', '2026-07-01')).toBe(true)
    expect(isOverdue(null, '2026-07-01')).toBe(false)
  })

  test('today is judged in the zone of the organization [INV-09]', () => {
    const lateEvening = new Date('2026-06-30T22:30:00Z')
    expect(todayIn('Africa/Dar_es_Salaam', lateEvening)).toBe('2026-07-01')
    expect(todayIn('America/New_York', lateEvening)).toBe('2026-06-30')
    expect(todayIn('UTC', new Date('2026-01-01T00:00:00Z'))).toBe('2026-01-01')
    expect(todayIn('Pacific/Kiritimati', new Date('2026-12-31T10:00:00Z'))).toBe('2027-01-01')
    expect(() => todayIn('Mars/Olympus', lateEvening)).toThrow(RangeError)
  })

  test('dates that are on no calendar are refused [INV-09]', () => {
    expect(
      ['2026-02-30', '2026-13-01', '2026-1-1', '', '2026-01-01T00:00', '0000-01-01'].filter(isPlainDate),
    ).toEqual([])
    expect(isPlainDate('2024-02-29')).toBe(true)
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError)
    expect(() => addDays('2026-02-01', 0.5)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
  })
})
