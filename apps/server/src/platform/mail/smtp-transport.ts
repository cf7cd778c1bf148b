import { createTransport } from 'nodemailer'
import { isMailAddress } from './transport.ts'
import type { MailAddress, MailMessage, MailOutcome, MailRefusal, MailTransport } from './transport.ts'

export interface SmtpConfig {
  /** `smtp://user:password@host:587` (STARTTLS where offered) or `smtps://…:465`; options of nodemailer as its query. */
  url: string
  from: MailAddress
  replyTo?: MailAddress
}

const connections = 3
const messagesPerConnection = 100
const connectMs = 10_000
const silenceMs = 60_000

/** What failed before or beside the recipient, by nodemailer's error codes. */
const wayFailures: Readonly<Record<string, string>> = {
  EAUTH: 'not_authorized',
  ENOAUTH: 'not_authorized',
  ETIMEDOUT: 'timed_out',
  EDNS: 'no_such_server',
  ETLS: 'no_secure_connection',
  EREQUIRETLS: 'no_secure_connection',
}

interface SmtpError extends Error {
  code?: unknown
  command?: unknown
  responseCode?: unknown
  response?: unknown
}

function oneLine(text: string): string {
  return text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, 500)
}

/**
 * Whose fault it is decides whether another try makes sense: a 5xx to the recipient or to the content is final (RFC 5321,
 * 4.2.1). A 5xx to our login or our sender address is the operator's to mend, so the message waits, as for any 4xx and
 * any failure of the connection.
 */
function refusalOf(error: SmtpError): MailRefusal {
  const response = typeof error.responseCode === 'number' ? error.responseCode : undefined
  const text = oneLine(typeof error.response === 'string' && error.response ? error.response : error.message)
  if (response === undefined) {
    return { code: wayFailures[String(error.code)] ?? 'no_connection', text, permanent: false }
  }
  const aboutMessage = error.command === 'RCPT TO' || error.command === 'DATA'
  return { code: String(response), text, permanent: response >= 500 && response < 600 && aboutMessage }
}

/** Sends by SMTP over a few kept connections; content never reads a path or an address of ours. */
export class SmtpTransport implements MailTransport {
  readonly kind = 'smtp'
  readonly #config: SmtpConfig
  readonly #smtp: ReturnType<typeof openPool>

  constructor(config: SmtpConfig) {
    this.#config = config
    this.#smtp = openPool(config.url)
  }

  async send(message: MailMessage): Promise<MailOutcome> {
    if (!isMailAddress(message.to.address)) {
      const refusal = { code: 'invalid_address', text: 'This is not an email address.', permanent: true }
      return { accepted: false, outcome: 'refused', refusal }
    }
    try {
      const { messageId } = await this.#smtp.sendMail(this.#envelope(message))
      return { accepted: true, outcome: 'sent', providerId: messageId }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      return { accepted: false, outcome: 'refused', refusal: refusalOf(error) }
    }
  }

  async check(): Promise<{ ok: true } | { ok: false; reason: string }> {
    try {
      await this.#smtp.verify()
      return { ok: true }
    } catch (error) {
      if (!(error instanceof Error)) throw error
      return { ok: false, reason: refusalOf(error).text }
    }
  }

  close(): Promise<void> {
    this.#smtp.close()
    return Promise.resolve()
  }

  #envelope(message: MailMessage) {
    const { from } = this.#config
    const replyTo = message.replyTo ?? this.#config.replyTo
    const name = message.fromName ?? from.name
    const domain = from.address.slice(from.address.lastIndexOf('@') + 1)
    const unsubscribe = message.unsubscribeUrl
    return {
      from: { name: oneLine(name ?? ''), address: from.address },
      to: { name: oneLine(message.to.name ?? ''), address: message.to.address },
      ...(replyTo ? { replyTo: { name: oneLine(replyTo.name ?? ''), address: replyTo.address } } : {}),
      subject: oneLine(message.subject),
      html: message.html,
      text: message.text,
      ...(message.messageId ? { messageId: `<${message.messageId}@${domain}>` } : {}),
      attachments: (message.attachments ?? []).map((attachment) => ({
        filename: attachment.filename,
        contentType: attachment.contentType,
        content: attachment.content,
        ...(attachment.cid ? { cid: attachment.cid, contentDisposition: 'inline' as const } : {}),
      })),
      headers: {
        // Asks machines not to answer: no out-of-office to our sender address (RFC 3834).
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(unsubscribe
          ? { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      },
    }
  }
}

function openPool(url: string) {
  return createTransport({
    pool: true,
    url,
    maxConnections: connections,
    maxMessages: messagesPerConnection,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}
