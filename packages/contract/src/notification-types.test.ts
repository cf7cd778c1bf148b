import { describe, expect, test } from 'vitest'
import { eventTypes } from './events.ts'
import { changeRules } from './live.ts'
import {
  contactNotificationTypes,
  hearings,
  memberNotificationTypes,
  permissionOfNotification,
  rightOfNotification,
} from './notification-types.ts'

describe('the catalogue of notifications', () => {
  test.each(eventTypes)('%s notifies somebody, or says why nobody [NTF-35]', (type) => {
    const hearing = hearings[type]
    if ('silent' in hearing) expect(hearing.silent.length).toBeGreaterThan(20)
    else expect(hearing.notices.length).toBeGreaterThan(0)
    expect(changeRules[type], `${type} is not told to open screens`).toBeDefined()
  })

  test('knows no event that is none, and every kind of notification has one [NTF-35]', () => {
    expect(Object.keys(hearings).toSorted()).toEqual([...eventTypes].toSorted())
    expect(Object.keys(permissionOfNotification).toSorted()).toEqual([...memberNotificationTypes].toSorted())
    expect(Object.keys(rightOfNotification).toSorted()).toEqual([...contactNotificationTypes].toSorted())
  })

  test('lets clients hear of receipts, proofs, invoices and what is overdue [NTF-35]', () => {
    const told = (type: keyof typeof hearings) => {
      const hearing = hearings[type]
      return 'notices' in hearing && hearing.notices.some((notice) => 'right' in notice)
    }
    const events = [
      'receipt.issued',
      'proof.submitted',
      'proof.approved',
      'proof.rejected',
      'invoice.sent',
      'invoice.overdue',
      'invoice.voided',
    ] as const
    for (const type of events) expect(told(type), type).toBe(true)
  })
})
