import { isMailAddress } from './transport.ts'
import type { MailMessage, MailOutcome, MailTransport } from './transport.ts'

/** What stands in when no provider is configured: every message stays in the outbox, where the app shows it. */
export class OutboxTransport implements MailTransport {
  readonly kind = 'outbox'

  send(message: MailMessage): Promise<MailOutcome> {
    if (isMailAddress(message.to.address)) return Promise.resolve({ accepted: true, outcome: 'kept' })
    const refusal = { code: 'invalid_address', text: 'This is not an email address.', permanent: true }
    return Promise.resolve({ accepted: false, outcome: 'refused', refusal })
  }

  check(): Promise<{ ok: false; reason: string }> {
    const reason =
      'No mail provider is set up, so mail is kept in the outbox. Set SMTP_URL and EMAIL_FROM to send it.'
    return Promise.resolve({ ok: false, reason })
  }

  close(): Promise<void> {
    return Promise.resolve()
  }
}
