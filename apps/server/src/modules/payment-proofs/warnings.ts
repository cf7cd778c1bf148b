import { formatMoney, type Money } from '@portico/money'
import type { EarlierTrace } from './reads.ts'

export type ProofWarning = {
  code: 'same_file' | 'same_reference' | 'amount_differs' | 'date_in_future'
  detail: string
}

export type ProofFacts = {
  /** Only what waits can still be paid differently or too early; a decided proof keeps what it shares with others. */
  isWaiting: boolean
  claimed: { amount: Money | null; on: string | null }
  due: Money
  /** `YYYY-MM-DD` in the organization's zone. */
  today: string
  sameFile: EarlierTrace | null
  sameReference: EarlierTrace | null
}

/** What a reviewer should look at before deciding; each says what it compares with. */
export function warningsOf({
  isWaiting,
  claimed,
  due,
  today,
  sameFile,
  sameReference,
}: ProofFacts): ProofWarning[] {
  const warnings: ProofWarning[] = []
  if (sameFile) warnings.push({ code: 'same_file', detail: `The same file was sent ${inWords(sameFile)}.` })
  if (sameReference)
    warnings.push({
      code: 'same_reference',
      detail: `The same reference was given ${inWords(sameReference)}.`,
    })
  if (isWaiting && claimed.amount && claimed.amount.amount !== due.amount) {
    const difference = formatMoney(
      { amount: Math.abs(claimed.amount.amount - due.amount), currency: due.currency },
      'en',
    )
    warnings.push({
      code: 'amount_differs',
      detail: `${formatMoney(claimed.amount, 'en')} is ${difference} ${claimed.amount.amount > due.amount ? 'more' : 'less'} than the ${formatMoney(due, 'en')} that is due.`,
    })
  }
  if (isWaiting && claimed.on && claimed.on > today)
    warnings.push({ code: 'date_in_future', detail: `The date, ${day(claimed.on)}, is still to come.` })
  return warnings
}

const deeds = {
  submitted: 'where it waits',
  approved: 'and approved',
  rejected: 'and rejected',
  recorded: 'with a payment that is recorded',
}

function inWords({ on, number, state }: EarlierTrace): string {
  return `on ${day(on.slice(0, 10))} for ${number ?? 'an invoice of another client'}, ${deeds[state]}`
}

const day = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${date}T00:00:00Z`))
