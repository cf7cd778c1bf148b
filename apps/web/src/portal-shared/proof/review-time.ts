import { textsOf } from '@portico/ui'
import { proofTexts } from '../texts.ts'

/** How long checking usually takes: hours up to two days, then days. */
export function reviewTime(hours: number): string {
  const t = textsOf(proofTexts)
  return hours <= 48
    ? t('hours', { count: Math.max(1, hours) })
    : t('days', { count: Math.round(hours / 24) })
}
