import { formatMoney } from '@portico/money'
import { useLocale, useTexts } from '@portico/ui'
import type { Notification } from './feed.ts'
import { notificationTexts } from './texts.ts'

/** What a notification says, in a sentence. */
export function useSaying(): (notification: Notification) => string {
  const t = useTexts(notificationTexts)
  const locale = useLocale()
  return ({ type, subject, client, amount }) => {
    const values = {
      who: client?.name ?? t('somebody'),
      what: subject.label ?? t('something'),
      amount: amount ? formatMoney(amount, locale) : '',
    }
    const key = `says_${type}`
    const isPlain = !amount?.amount || (type === 'payment_recorded' && !subject.label)
    return isPlain
      ? t.maybe(`${key}_plain`, t.maybe(key, t('something'), values), values)
      : t.maybe(key, t('something'), values)
  }
}
