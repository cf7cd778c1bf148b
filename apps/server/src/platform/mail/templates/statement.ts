import { action, blocks, facts, paragraph, small } from '../content.ts'
import type { MailTemplate } from './index.ts'

export const statement: MailTemplate<'statement'> = (props, { texts, formats, brand }) => {
  const t = texts.statement
  const day = formats.date(props.standsOn)
  const { note } = props
  return {
    subject: t.subject(brand.name),
    preview: t.preview(day),
    heading: t.heading,
    blocks: blocks(
      paragraph(texts.layout.greeting(props.name)),
      paragraph(t.intro(props.client, day)),
      note && { kind: 'note', from: texts.invoiceSent.noteFrom(note.from), text: note.text },
      facts(
        ...props.balances.flatMap(({ balance, overdue }) => [
          {
            label: balance.amount < 0 ? t.credit : t.balance,
            value: formats.money({ ...balance, amount: Math.abs(balance.amount) }),
          },
          overdue.amount > 0 && { label: t.overdue, value: formats.money(overdue) },
        ]),
      ),
      action(t.action, props.url),
      small(t.attached),
    ),
    reason: t.reason(brand.name, props.client),
  }
}
