import { describe, expect, test } from 'vitest'
import { nextReminder, planReminders, type OverdueInvoice } from './reminder-rules.ts'

const overdue = (change: Partial<OverdueInvoice>): OverdueInvoice => ({
  daysOverdue: 3,
  hour: 10,
  reminderDays: [3, 7, 14],
  decided: new Set([0]),
  isReminding: true,
  wasSent: true,
  ...change,
})

describe('what is done about an overdue invoice', () => {
  test('nothing before it is overdue, and nothing at night [EML-20]', () => {
    expect(planReminders(overdue({ daysOverdue: 0, decided: new Set() }))).toEqual({
      skip: [],
      send: null,
      noteOverdue: null,
    })
    expect(planReminders(overdue({ hour: 7 })).send).toBeNull()
  })

  test('each step once [EML-20]', () => {
    expect(planReminders(overdue({})).send).toBe(3)
    expect(planReminders(overdue({ decided: new Set([0, 3]) })).send).toBeNull()
    expect(planReminders(overdue({ daysOverdue: 7, decided: new Set([0, 3]) })).send).toBe(7)
  })

  test('only the latest after days without a server, and none that comes too late [EML-20]', () => {
    expect(planReminders(overdue({ daysOverdue: 8 }))).toMatchObject({
      send: 7,
      skip: [{ step: 3, reason: 'overtaken' }],
    })
    expect(planReminders(overdue({ daysOverdue: 200 }))).toMatchObject({
      send: null,
      skip: [
        { step: 3, reason: 'overtaken' },
        { step: 7, reason: 'overtaken' },
        { step: 14, reason: 'too_late' },
      ],
    })
  })

  test('no mail where reminders are off or it was never sent from here [EML-20] [OPS-39]', () => {
    expect(planReminders(overdue({ isReminding: false })).skip).toEqual([{ step: 3, reason: 'turned_off' }])
    expect(planReminders(overdue({ wasSent: false })).skip).toEqual([{ step: 3, reason: 'not_sent' }])
  })

  test('it is announced as overdue once, and quietly noted where it is old or reminders are off [NTF-35] [OPS-39]', () => {
    const fresh = { daysOverdue: 1, decided: new Set<number>() }
    expect(planReminders(overdue(fresh)).noteOverdue).toBe('announce')
    expect(planReminders(overdue({ ...fresh, isReminding: false })).noteOverdue).toBe('quietly')
    expect(planReminders(overdue({ ...fresh, daysOverdue: 90 })).noteOverdue).toBe('quietly')
    expect(planReminders(overdue({ daysOverdue: 1 })).noteOverdue).toBeNull()
  })
})

describe('the day of the next reminder', () => {
  test('is the first that is left [EML-20]', () => {
    expect(nextReminder('2026-03-01', [14, 3, 7], new Set(), '2026-03-02')).toBe('2026-03-04')
    expect(nextReminder('2026-03-01', [3, 7], new Set([0, 3]), '2026-03-04')).toBe('2026-03-08')
    expect(nextReminder('2026-03-01', [3], new Set([0, 3]), '2026-03-04')).toBeNull()
  })
})
