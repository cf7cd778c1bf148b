import { OutboxTransport } from './outbox-transport.ts'
import { SmtpTransport } from './smtp-transport.ts'
import type { SmtpConfig } from './smtp-transport.ts'
import { isMailAddress } from './transport.ts'
import type { MailAddress, MailTransport } from './transport.ts'

export interface MailConfig {
  /** Absent: nothing is sent, everything is kept in the outbox. */
  smtp?: SmtpConfig
}

const unquoted = (name: string) =>
  name
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replace(/\\(.)/g, '$1')

/** Reads `Name <address>` or a bare address. @throws Error naming the variable */
function addressFrom(variable: string, value: string): MailAddress {
  const [, name = '', inBrackets] = /^(.*)<([^<>]+)>\s*$/s.exec(value) ?? []
  const address = (inBrackets ?? value).trim()
  if (!isMailAddress(address))
    throw new Error(`${variable} must be an address such as Portico <mail@example.com>.`)
  return name.trim() ? { name: unquoted(name), address } : { address }
}

/**
 * Reads `SMTP_URL`, `EMAIL_FROM` and `EMAIL_REPLY_TO`.
 * @throws Error naming the variable that is missing or wrong, never its value
 */
export function mailConfigFrom(env: Readonly<Record<string, string | undefined>>): MailConfig {
  const url = env['SMTP_URL']
  if (!url) return {}
  if (!/^smtps?:$/.test(URL.parse(url)?.protocol ?? '')) {
    throw new Error('SMTP_URL must look like smtp://user:password@mail.example.com:587 or smtps://….')
  }
  const from = env['EMAIL_FROM']
  if (!from) throw new Error('EMAIL_FROM must name the sender when SMTP_URL is set.')
  const replyTo = env['EMAIL_REPLY_TO']
  return {
    smtp: {
      url,
      from: addressFrom('EMAIL_FROM', from),
      ...(replyTo ? { replyTo: addressFrom('EMAIL_REPLY_TO', replyTo) } : {}),
    },
  }
}

/** The one way out for mail. Nothing connects before the first message. */
export function openMailTransport(config: MailConfig): MailTransport {
  return config.smtp ? new SmtpTransport(config.smtp) : new OutboxTransport()
}
