import { action, blocks, paragraph, quietName, small } from '../content.ts'
import type { MailTemplate } from './index.ts'

export const invitation: MailTemplate<'invitation'> = (props, { texts, formats }) => {
  const t = texts.invitation
  const inviter = quietName(props.inviter)
  const organization = quietName(props.organization)
  return {
    subject: t.subject(inviter, organization),
    preview: t.body(inviter, organization, props.role),
    heading: t.heading(organization),
    blocks: blocks(
      paragraph(t.body(inviter, organization, props.role)),
      props.message && { kind: 'note', from: t.noteFrom(inviter), text: props.message },
      action(t.action, props.url),
      small(t.expiry(formats.date(props.expiresOn))),
    ),
    reason: t.reason(inviter, organization),
  }
}

export const portalSignIn: MailTemplate<'portal-sign-in'> = (props, { texts, formats, brand }) => {
  const t = texts.portalSignIn
  const code = `${props.code.slice(0, 3)} ${props.code.slice(3)}`
  const span = formats.span(props.expiresInMinutes)
  return {
    subject: t.subject(brand.name),
    preview: t.preview(code, span),
    heading: t.heading,
    blocks: blocks(
      paragraph(t.body),
      action(t.action, props.url),
      { kind: 'code', label: t.code, code },
      small(t.expiry(span)),
    ),
    reason: t.reason(brand.name),
  }
}

export const portalEnabled: MailTemplate<'portal-enabled'> = (props, { texts, brand }) => {
  const t = texts.portalEnabled
  return {
    subject: t.subject(brand.name),
    preview: t.body(brand.name, props.client),
    heading: t.heading(props.client),
    blocks: blocks(
      paragraph(texts.layout.greeting(props.name)),
      paragraph(t.body(brand.name, props.client)),
      action(t.action, props.url),
      small(t.noPassword),
    ),
    reason: t.reason(brand.name, props.client),
  }
}
