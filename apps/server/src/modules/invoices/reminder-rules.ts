import { addDays } from '@portico/money'

/** Reminders go out in the morning of the organization's zone, not at night. */
export const firstHour = 8
/** What could not be said within so many days is not said any more: a reminder that comes weeks late helps nobody. */
const lateDays = 5

export type OverdueInvoice = {
  /** Days since the due date, in the organization's zone. */
  daysOverdue: number
  hour: number
  reminderDays: readonly number[]
  /** Steps that were decided. */
  decided: ReadonlySet<number>
  isReminding: boolean
  wasSent: boolean
}
export type SkipReason = 'overtaken' | 'too_late' | 'turned_off' | 'not_sent' | 'no_recipient' | 'client_gone'
export type ReminderPlan = {
  /** Steps that are decided without a mail. */
  skip: { step: number; reason: SkipReason }[]
  /** The step whose reminder goes out now. */
  send: number | null
  /** Whether it is to be noted, and announced, that the invoice became overdue. */
  noteOverdue: 'announce' | 'quietly' | null
}

/**
 * What is to be done about an overdue invoice now. Of several steps that came due, as after a night without a server, only the latest is
 * sent. Imported invoices and others that were never sent from here are not reminded of until a person sends them.
 */
export function planReminders(invoice: OverdueInvoice): ReminderPlan {
  const { daysOverdue, hour, reminderDays, decided, isReminding, wasSent } = invoice
  const plan: ReminderPlan = { skip: [], send: null, noteOverdue: null }
  if (daysOverdue < 1) return plan
  if (!decided.has(0)) plan.noteOverdue = isReminding && daysOverdue <= lateDays ? 'announce' : 'quietly'
  if (hour < firstHour) return plan
  const due = reminderDays
    .filter((step) => step <= daysOverdue && !decided.has(step))
    .toSorted((a, b) => a - b)
  const latest = due.pop()
  plan.skip.push(...due.map((step) => ({ step, reason: 'overtaken' as const })))
  if (latest === undefined) return plan
  const reason =
    daysOverdue - latest > lateDays ? 'too_late' : !isReminding ? 'turned_off' : !wasSent ? 'not_sent' : null
  if (reason) plan.skip.push({ step: latest, reason })
  else plan.send = latest
  return plan
}

/** How far back overdue invoices are looked for: older ones have nothing left to decide. */
export const lookBackDays = (reminderDays: readonly number[]): number =>
  Math.max(0, ...reminderDays) + lateDays + 2

/** The day of the next reminder, or null where none is left. */
export function nextReminder(
  dueDate: string,
  reminderDays: readonly number[],
  decided: ReadonlySet<number>,
  today: string,
): string | null {
  const days = reminderDays
    .filter((step) => !decided.has(step))
    .map((step) => addDays(dueDate, step))
    .filter((day) => day >= today)
  return days.toSorted()[0] ?? null
}
