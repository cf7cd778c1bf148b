import { action, blocks, facts, paragraph, small } from '../content.ts'
import type { MailTemplate } from './index.ts'

export const invoiceSent: MailTemplate<'invoice-sent'> = (props, { texts, formats, brand }) => {
  const t = texts.invoiceSent
  const due = formats.date(props.dueOn)
  const { total, note } = props
  return {
    subject: t.subject(props.number, brand.name),
    preview: t.preview(formats.money(props.amountDue), due),
    heading: t.heading(props.number),
    blocks: blocks(
      paragraph(texts.layout.greeting(props.name)),
      {
        kind: 'figure',
        label: t.amountDue,
        amount: formats.amount(props.amountDue),
        currency: props.amountDue.currency,
        detail: t.due(due),
      },
      action(props.payable ? t.action : t.viewAction, props.url),
      note && { kind: 'note', from: t.noteFrom(note.from), text: note.text },
      facts(
        { label: t.client, value: props.client },
        { label: t.issued, value: formats.date(props.issuedOn) },
        props.purchaseOrder && { label: t.purchaseOrder, value: props.purchaseOrder },
        props.paymentReference && { label: t.paymentReference, value: props.paymentReference },
        total !== undefined &&
          total.amount !== props.amountDue.amount && { label: t.total, value: formats.money(total) },
      ),
      props.attached && small(t.attached),
      small(t.private),
    ),
    reason: t.reason(brand.name, props.client),
  }
}

export const invoiceOverdue: MailTemplate<'invoice-overdue'> = (props, { texts, formats, brand }) => {
  const t = texts.invoiceOverdue
  const due = formats.date(props.dueOn)
  return {
    subject: t.subject(props.number, brand.name),
    preview: t.preview(formats.money(props.amountDue), due),
    status: { tone: 'bad', text: t.status },
    heading: t.heading(props.number),
    blocks: blocks(
      paragraph(texts.layout.greeting(props.name)),
      paragraph(t.body(due)),
      {
        kind: 'figure',
        label: t.amountDue,
        amount: formats.amount(props.amountDue),
        currency: props.amountDue.currency,
        detail: t.since(due),
      },
      action(t.action, props.url),
      facts(
        { label: t.client, value: props.client },
        props.purchaseOrder && { label: t.purchaseOrder, value: props.purchaseOrder },
        props.paymentReference && { label: t.paymentReference, value: props.paymentReference },
      ),
      small(t.proof),
      props.attached && small(t.attached),
    ),
    reason: t.reason(brand.name, props.client),
  }
}
