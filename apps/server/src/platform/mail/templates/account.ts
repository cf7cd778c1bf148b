import { action, blocks, facts, paragraph, quietName, small } from '../content.ts'
import type { MailTemplate } from './index.ts'

/** A stranger can sign up with anyone's address and any name, so the name is kept from becoming a message. */
const quiet = (name: string | undefined) => (name === undefined ? undefined : quietName(name))

export const verifyEmail: MailTemplate<'verify-email'> = (props, { texts, formats, brand }) => {
  const t = texts.verifyEmail
  const expiry = t.expiry(formats.span(props.expiresInMinutes))
  return {
    subject: t.subject,
    preview: t.body(brand.name),
    heading: t.heading,
    blocks: blocks(
      paragraph(texts.layout.greeting(quiet(props.name))),
      paragraph(t.body(brand.name)),
      action(t.action, props.url),
      small(expiry),
    ),
    reason: t.reason(brand.name),
  }
}

export const passwordReset: MailTemplate<'password-reset'> = (props, { texts, formats, brand }) => {
  const t = texts.passwordReset
  return {
    subject: t.subject,
    preview: t.body(brand.name),
    heading: t.heading,
    blocks: blocks(
      paragraph(texts.layout.greeting(quiet(props.name))),
      paragraph(t.body(brand.name)),
      action(t.action, props.url),
      small(t.expiry(formats.span(props.expiresInMinutes))),
      props.place !== undefined && small(t.place(quietName(props.place))),
    ),
    reason: t.reason(brand.name),
  }
}

export const signUpExistingAccount: MailTemplate<'sign-up-existing-account'> = (props, { texts, brand }) => {
  const t = texts.signUpExistingAccount
  return {
    subject: t.subject,
    preview: t.body(brand.name),
    heading: t.heading,
    blocks: blocks(paragraph(t.body(brand.name)), action(t.action, props.url), {
      kind: 'link',
      text: t.forgotten,
      url: props.resetUrl,
    }),
    reason: t.reason(brand.name),
  }
}

export const accountLocked: MailTemplate<'account-locked'> = (props, { texts, formats, brand }) => {
  const t = texts.accountLocked
  const body = t.body(props.attempts, formats.span(props.lockedMinutes))
  return {
    subject: t.subject(brand.name),
    preview: body,
    heading: t.heading,
    blocks: blocks(
      paragraph(texts.layout.greeting(quiet(props.name))),
      paragraph(body),
      facts(
        { label: t.until, value: formats.moment(props.lockedUntil, props.timeZone) },
        props.place !== undefined && { label: t.from, value: quietName(props.place) },
      ),
      paragraph(t.advice),
      action(t.action, props.resetUrl),
    ),
    reason: t.reason(brand.name),
  }
}
