import { sum } from '@portico/money'
import { action, blocks, facts, paragraph, small } from '../content.ts'
import type { MailTemplate } from './index.ts'

export const proofReceived: MailTemplate<'proof-received'> = (props, { texts, formats, brand }) => {
  const t = texts.proofReceived
  const invoices = formats.list(props.invoices)
  return {
    subject: t.subject(invoices),
    preview: t.body(brand.name),
    status: { tone: 'wait', text: t.status },
    heading: t.heading,
    blocks: blocks(
      paragraph(texts.layout.greeting(props.name)),
      paragraph(
        props.usualMinutes === undefined
          ? t.body(brand.name)
          : `${t.body(brand.name)} ${t.usual(formats.span(props.usualMinutes))}`,
      ),
      facts(
        { label: t.invoices(props.invoices.length), value: invoices },
        props.amount && { label: t.amount, value: formats.money(props.amount) },
        { label: t.received, value: formats.date(props.receivedOn) },
      ),
      action(t.action, props.url),
    ),
    reason: t.reason(invoices),
  }
}

export const proofRejected: MailTemplate<'proof-rejected'> = (props, { texts, formats }) => {
  const t = texts.proofRejected
  const invoices = formats.list(props.invoices)
  return {
    subject: t.subject(invoices),
    preview: props.reason,
    status: { tone: 'bad', text: t.status },
    heading: t.heading,
    blocks: blocks(
      paragraph(texts.layout.greeting(props.name)),
      paragraph(props.invoices.length === 1 ? t.body(invoices) : t.bodyMany(invoices)),
      props.amount && facts({ label: t.amount, value: formats.money(props.amount) }),
      { kind: 'note', from: t.because, text: props.reason },
      { kind: 'note', from: t.next, text: props.nextStep ?? t.defaultNext },
      action(t.action, props.url),
    ),
    reason: t.reason(invoices),
  }
}

export const receipt: MailTemplate<'receipt'> = (props, { texts, formats, brand }) => {
  const t = texts.receipt
  const date = formats.date(props.paidOn)
  const remaining = sum(
    props.invoices.map((invoice) => invoice.remaining),
    props.paid.currency,
  )
  return {
    subject: (props.isVerified ? t.verifiedSubject : t.subject)(props.number, formats.money(props.paid)),
    preview: t.preview(brand.name, date),
    status: { tone: 'good', text: props.isVerified ? t.verifiedStatus : t.status },
    heading: t.heading,
    blocks: blocks(
      paragraph(texts.layout.greeting(props.name)),
      props.isVerified && paragraph(t.verified(brand.name)),
      {
        kind: 'figure',
        label: t.amountPaid,
        amount: formats.amount(props.paid),
        currency: props.paid.currency,
        detail: props.method ? t.paidOnBy(date, props.method) : t.paidOn(date),
      },
      facts(
        { label: t.number, value: props.number },
        ...props.invoices.map((invoice) => ({
          label: invoice.remaining.amount === 0 ? t.paidInFull(invoice.number) : t.partOf(invoice.number),
          value: formats.money(invoice.paid),
        })),
        props.credit !== undefined &&
          props.credit.amount > 0 && { label: t.credit, value: formats.money(props.credit) },
        remaining.amount > 0 && { label: t.remaining, value: formats.money(remaining), strong: true },
      ),
      remaining.amount === 0 && props.invoices.length > 0 && paragraph(t.nothingRemains),
      action(t.action, props.url),
      props.attached && small(t.attached),
    ),
    reason: t.reason(brand.name),
  }
}
