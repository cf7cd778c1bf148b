import type { Readable } from 'node:stream'

export interface MailAddress {
  name?: string
  address: string
}

export interface MailAttachment {
  filename: string
  contentType: string
  content: Buffer | Readable
  /** With it, the HTML can show the attachment as `cid:<cid>`; without it, it is offered as a file. */
  cid?: string
}

/** One message to one person: each recipient has a delivery, a refusal and a retry of their own. */
export interface MailMessage {
  to: MailAddress
  subject: string
  html: string
  text: string
  /** Shown as the sender's name over the installation's address, such as the organization's. */
  fromName?: string
  /** Where answers go; else `EMAIL_REPLY_TO`. */
  replyTo?: MailAddress
  /** Stable across retries, so that a message sent twice is recognised as one: `<delivery id>`, without domain. */
  messageId?: string
  attachments?: MailAttachment[]
  /** For mail that is not owed to the recipient: one click ends it (RFC 8058). https only. */
  unsubscribeUrl?: string
}

export interface MailRefusal {
  /** The server's reply code such as 550, or what failed on the way to it (`no_connection`, `not_authorized`…). */
  code: string
  /** In the server's words, one line, for the log of deliveries. */
  text: string
  /** Trying again would be refused again. */
  permanent: boolean
}

export interface MailOutcome {
  /** Nothing more to do: a server took it, or it stays readable in the outbox. */
  accepted: boolean
  /** `kept` means: no provider is configured, the outbox is where it can be read. */
  outcome: 'sent' | 'kept' | 'refused'
  /** The id the message carries at the provider. */
  providerId?: string
  refusal?: MailRefusal
}

/** The way out for mail, chosen by the environment. `send` never throws for what a server or a network does. */
export interface MailTransport {
  readonly kind: 'smtp' | 'outbox'
  send(message: MailMessage): Promise<MailOutcome>
  /** Whether the provider can be reached and knows us; says why not. For the doctor and for settings. */
  check(): Promise<{ ok: true } | { ok: false; reason: string }>
  close(): Promise<void>
}

const sound = /^[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]{1,64}@[^\s@<>()[\]\\,;:"\u0000-\u001f\u007f]{1,255}$/

/** Whether an address can stand in an envelope and a header without changing their meaning. */
export function isMailAddress(address: string): boolean {
  return sound.test(address) && !address.includes('..')
}
