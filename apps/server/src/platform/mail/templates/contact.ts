import { action, blocks, facts, paragraph, quietName, small } from '../content.ts'
import type { MailTemplate } from './index.ts'

export const contactReceived: MailTemplate<'contact-received'> = (props, { texts }) => {
  const t = texts.contactReceived
  return {
    subject: t.subject(props.operator),
    preview: t.body(props.operator),
    heading: t.heading,
    blocks: blocks(
      paragraph(texts.layout.greeting(quietName(props.name))),
      paragraph(t.body(props.operator)),
      paragraph(t.meanwhile),
      action(t.documentation, props.url),
    ),
    reason: t.reason(props.operator),
  }
}

export const contactMessage: MailTemplate<'contact-message'> = (props, { texts }) => {
  const t = texts.contactMessage
  const name = quietName(props.name)
  const topic = t.topics[props.topic] ?? t.topics['other'] ?? ''
  return {
    subject: t.subject(name, topic),
    preview: props.message.slice(0, 140),
    heading: t.heading(name),
    blocks: blocks(
      facts(
        { label: t.from, value: quietName(props.email) },
        props.company !== undefined && { label: t.company, value: quietName(props.company) },
        { label: t.topic, value: topic },
      ),
      { kind: 'note', from: name, text: props.message },
      small(t.answer),
      action(t.action, props.url),
    ),
    reason: t.reason,
  }
}
