import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { job, subscribe, type RecurringJob } from '../../platform/jobs/definitions.ts'
import {
  renderMail,
  type MailAttachment,
  type MailOutcome,
  type MailTemplateName,
  type MailTemplates,
} from '../../platform/mail/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { openAttachment } from './attachments.ts'
import { brandOfOrganization, installationBrand, type SenderBrand } from './brand.ts'
import type { EmailAttachment } from './queue.ts'

const system = systemPrincipal('emails')

type QueuedEmail = {
  template: MailTemplateName
  to_addresses: string[]
  locale: string
  sealed_props: Buffer
  attachments: EmailAttachment[]
  status: string
  client_id: string | null
}
const queuedEmail = statement<QueuedEmail>(
  'select template, to_addresses, locale, sealed_props, attachments, status, client_id from emails where organization_id = $1 and id = $2',
)
const noteOutcome = statement(
  'update emails set status = $3, attempts = attempts + 1, error = $4, provider_id = $5, sent_at = $6 where organization_id = $1 and id = $2',
)

/** Sends one mail. Sent twice where the program ends between the provider's yes and our note; the message id is the same, so the reader sees one. */
export const sendEmail = job({
  name: 'emails.send',
  payload: z.object({ email_id: z.string() }),
  async run({ organizationId, payload, isLastAttempt, parts }) {
    const email = await parts.database.withOrganization(organizationId, system, (tx) =>
      tx.first(queuedEmail(organizationId, payload.email_id)),
    )
    if (!email || email.status !== 'queued') return
    const brand = await brandOfOrganization(parts, organizationId)
    const props = JSON.parse(
      parts.keyring.open('emails', email.sealed_props),
    ) as MailTemplates[MailTemplateName]
    const attachments = await Promise.all(
      email.attachments.map((attachment) => attach(parts, organizationId, attachment)),
    )
    const mail = {
      id: payload.email_id,
      to: email.to_addresses[0] as string,
      locale: email.locale,
      template: email.template,
      props,
      brand,
      attachments,
    }
    const outcome = await deliver(parts, mail).finally(() => discard(attachments))
    const isOver = outcome.accepted || outcome.refusal?.permanent === true || isLastAttempt
    const status = outcome.outcome === 'refused' ? (isOver ? 'failed' : 'queued') : outcome.outcome
    await parts.database.withOrganization(organizationId, system, async (tx) => {
      await tx.change(
        noteOutcome(
          organizationId,
          payload.email_id,
          status,
          refusalText(outcome),
          outcome.providerId ?? null,
          outcome.accepted ? tx.now : null,
        ),
      )
      // A mail of notifications that fails is no news: telling of it would be the next.
      if (status === 'failed' && email.template !== 'notifications')
        tx.announce('email.failed', {
          email_id: payload.email_id,
          ...(email.client_id && { client_id: email.client_id }),
        })
    })
    if (!isOver) throw new Error(refusalText(outcome) ?? 'not accepted')
  },
})

type QueuedSystemEmail = {
  id: string
  template: MailTemplateName
  to_address: string
  locale: string
  sealed_props: Buffer
  attempts: number
}
// The lock is held only while rows are marked; the sending happens outside of any transaction.
const claimSystemEmails = statement<QueuedSystemEmail>(
  `update system_emails set attempts = attempts + 1 where id in (
     select id from system_emails where status = 'queued' and created_at + attempts * attempts * interval '20 seconds' <= $1 order by created_at limit 20 for update skip locked)
   returning id, template, to_address, locale, sealed_props, attempts`,
)
const noteSystemOutcome = statement(
  `update system_emails set status = $2, error = $3, provider_id = $4, sent_at = $5, sealed_props = case when $2 = 'sent' then null else sealed_props end where id = $1`,
)

/** Sends what the installation itself has to say. Found by state, so nothing is lost when a worker ends. */
export const sendSystemEmails: RecurringJob = {
  name: 'emails.send_system',
  everySeconds: 5,
  async run(parts) {
    for (const email of await parts.database.global(system, (tx) => tx.all(claimSystemEmails(tx.now)))) {
      const { props, organizationId, replyTo } = JSON.parse(
        parts.keyring.open('emails', email.sealed_props),
      ) as { props: MailTemplates[MailTemplateName]; organizationId: string | null; replyTo?: string | null }
      const sender = organizationId ? await brandOfOrganization(parts, organizationId) : installationBrand
      const brand = replyTo ? { ...sender, replyTo, answersReplies: true } : sender
      const outcome = await deliver(parts, {
        id: email.id,
        to: email.to_address,
        locale: email.locale,
        template: email.template,
        props,
        brand,
        attachments: [],
      })
      const isOver = outcome.accepted || outcome.refusal?.permanent === true || email.attempts >= 10
      const status = outcome.outcome === 'refused' ? (isOver ? 'failed' : 'queued') : outcome.outcome
      await parts.database.global(system, (tx) => noteSystem(tx, email.id, status, outcome))
    }
  },
}

async function noteSystem(tx: Tx, id: string, status: string, outcome: MailOutcome): Promise<void> {
  await tx.change(
    noteSystemOutcome(
      id,
      status,
      refusalText(outcome),
      outcome.providerId ?? null,
      outcome.accepted ? tx.now : null,
    ),
  )
}

async function deliver(
  parts: AppParts,
  mail: {
    id: string
    to: string
    locale: string
    template: MailTemplateName
    props: MailTemplates[MailTemplateName]
    brand: SenderBrand
    attachments: MailAttachment[]
  },
): Promise<MailOutcome> {
  if (isReserved(mail.to)) return { accepted: true, outcome: 'kept' }
  const logo = await logoOf(parts, mail.brand)
  const rendered = await renderMail(mail.template, mail.props, {
    locale: mail.locale,
    brand: { ...mail.brand, ...(logo && { logo: logo.shown }) },
  })
  return parts.mail.send({
    to: { address: mail.to },
    ...rendered,
    fromName: mail.brand.name,
    ...(mail.brand.replyTo && { replyTo: { address: mail.brand.replyTo, name: mail.brand.name } }),
    messageId: mail.id,
    ...unsubscribing(mail.props),
    attachments: [...mail.attachments, ...(logo ? [logo.attachment] : [])],
  })
}

/** The header that ends a kind of mails with one click, which only counts over https. */
const unsubscribing = (props: MailTemplates[MailTemplateName]): { unsubscribeUrl?: string } =>
  'unsubscribeUrl' in props && props.unsubscribeUrl?.startsWith('https:')
    ? { unsubscribeUrl: props.unsubscribeUrl }
    : {}

/** Top-level domains that belong to nobody (RFC 2606): demos and tests use them, and mail to them is kept instead of sent. */
const isReserved = (address: string): boolean => /\.(example|test|invalid|localhost)$/i.test(address)

async function attach(
  parts: AppParts,
  organizationId: string,
  attachment: EmailAttachment,
): Promise<MailAttachment> {
  const content = await openAttachment(parts, organizationId, attachment)
  return { filename: attachment.name, contentType: 'application/pdf', content }
}

/** A mail that is kept or refused leaves its attachments unread; an open file would stay open. */
function discard(attachments: MailAttachment[]): void {
  for (const { content } of attachments) if (content instanceof Readable) content.destroy()
}

/** The logo travels with the mail, so that it shows where pictures from elsewhere are blocked. */
async function logoOf(
  parts: AppParts,
  brand: SenderBrand,
): Promise<{ shown: NonNullable<SenderBrand['logo']>; attachment: MailAttachment } | null> {
  if (!brand.logoKey || parts.mail.kind === 'outbox') return null
  const stored = await parts.files.get(brand.logoKey)
  const content = await buffer(stored.stream)
  const { width = 160, height = 48 } = await sharp(content).metadata()
  return {
    shown: { url: 'cid:logo', width, height },
    attachment: { filename: 'logo.png', contentType: 'image/png', content, cid: 'logo' },
  }
}

const refusalText = (outcome: MailOutcome): string | null =>
  outcome.refusal ? `${outcome.refusal.code}: ${outcome.refusal.text}` : null

export const subscriptions = [
  subscribe('email.queued', sendEmail, (event) => ({ email_id: event.payload.email_id as string })),
]
