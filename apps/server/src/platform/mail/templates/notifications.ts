import { action, blocks, paragraph, small } from '../content.ts'
import { formatsOf, type MailFormats } from '../formats.ts'
import { textsFor, type MailTexts } from '../texts/index.ts'
import type { MailTemplate, NotificationItem } from './index.ts'

const sentence = (item: NotificationItem, texts: MailTexts, formats: MailFormats): string =>
  texts.notifications.says[item.type](
    item.client ?? '',
    item.label ?? '',
    item.amount ? formats.money(item.amount) : '',
  )

export const notifications: MailTemplate<'notifications'> = (props, { texts, formats, brand }) => {
  const t = texts.notifications
  const [first] = props.items
  const count = props.items.length + props.more
  const isOne = count === 1 && first !== undefined
  const items = props.items.map((item) => ({ text: sentence(item, texts, formats), url: item.url }))
  return {
    subject: isOne ? (items[0]?.text ?? '') : t.subject(String(count), brand.name),
    preview: items.map(({ text }) => text).join('. '),
    heading: isOne ? (items[0]?.text ?? '') : t.heading,
    blocks: blocks(
      paragraph(texts.layout.greeting(props.name)),
      !isOne && { kind: 'items', items },
      props.more > 0 && small(t.more(String(props.more))),
      isOne ? action(t.action, first.url) : action(t.actionMany, props.url),
      { kind: 'link', text: t.settings, url: props.settingsUrl },
    ),
    reason: t.reason(brand.name),
  }
}

/** What such a mail is called in lists. */
export function notificationSubject(
  locale: string,
  items: readonly NotificationItem[],
  brand: string,
): string {
  const { texts, formatLocale } = textsFor(locale)
  const [first] = items
  return items.length === 1 && first
    ? sentence(first, texts, formatsOf(formatLocale))
    : texts.notifications.subject(String(items.length), brand)
}
