import { getEmail, listEmails, listSystemEmails } from '@portico/contract'
import { sql } from 'kysely'
import type { AppParts } from '../../app-parts.ts'
import { db, fromCompiled, statement } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { rowsToRead } from '../../platform/http/pages.ts'
import { renderMail, type MailTemplateName, type MailTemplates } from '../../platform/mail/index.ts'
import { brandOfOrganization, installationBrand } from './brand.ts'
import type { EmailAttachment } from './queue.ts'

type Status = 'queued' | 'sent' | 'kept' | 'failed'
type EmailRow = {
  id: string
  template: string
  to_addresses: string[]
  cc_addresses: string[]
  subject: string
  status: Status
  error: string | null
  attempts: number
  client_id: string | null
  created_at: string
  sent_at: string | null
}
const columns = [
  'id',
  'template',
  'to_addresses',
  'cc_addresses',
  'subject',
  'status',
  'error',
  'attempts',
  'client_id',
  'created_at',
  'sent_at',
] as const
const oneEmail = statement<
  EmailRow & { locale: string; sealed_props: Buffer; attachments: EmailAttachment[] }
>(
  `select ${columns.join(', ')}, locale, sealed_props, attachments from emails where organization_id = $1 and id = $2`,
)
const systemEmails = statement<{
  id: string
  template: MailTemplateName
  to_address: string
  locale: string
  status: Status
  error: string | null
  created_at: string
  sent_at: string | null
  sealed_props: Buffer | null
}>(
  `select id, template, to_address, locale, status, error, created_at, sent_at, sealed_props from system_emails
   where ($1::timestamptz is null or (created_at, id) < ($1, $2::uuid)) order by created_at desc, id desc limit $3`,
)

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(listEmails, async (call) => {
    const page = call.page(call.query)
    const order = page.isBackwards ? 'asc' : 'desc'
    let query = db
      .selectFrom('emails')
      .select(columns)
      .where('organization_id', '=', call.organizationId)
      .orderBy('created_at', order)
      .orderBy('id', order)
      .limit(sql.lit(rowsToRead(page)))
    if (call.query.status) query = query.where('status', '=', call.query.status)
    if (page.position) {
      const [at, id] = page.position as [string, string]
      query = query.where((eb) =>
        eb(eb.refTuple('created_at', 'id'), page.isBackwards ? '>' : '<', eb.tuple(at, id)),
      )
    }
    const { rows } = await call.read(fromCompiled(query.compile()))
    return edge.pages.answer(page, rows[0] as EmailRow[], (row) => [row.created_at, row.id], present)
  })

  edge.handle(getEmail, async (call) => {
    const { rows } = await call.read(oneEmail(call.organizationId, call.params.email_id))
    const row = rows[0]?.[0] as
      | (EmailRow & { locale: string; sealed_props: Buffer; attachments: EmailAttachment[] })
      | undefined
    if (!row) throw notFound('mail')
    const props = JSON.parse(
      parts.keyring.open('emails', row.sealed_props),
    ) as MailTemplates[MailTemplateName]
    const { html, text } = await renderMail(row.template as MailTemplateName, props, {
      locale: row.locale,
      brand: await brandOfOrganization(parts, call.organizationId),
    })
    return { ...present(row), html, text, attachments: row.attachments.map(({ name }) => ({ name })) }
  })

  edge.handle(listSystemEmails, async (call) => {
    const page = call.page(call.query)
    const [at = null, id = null] = (page.position ?? []) as string[]
    const { rows } = await call.read(systemEmails(at, id, page.limit + 1))
    const read = rows[0] as {
      id: string
      template: MailTemplateName
      to_address: string
      locale: string
      status: Status
      error: string | null
      created_at: string
      sent_at: string | null
      sealed_props: Buffer | null
    }[]
    const texts = new Map<string, string>()
    for (const row of read) {
      if (row.status === 'sent' || !row.sealed_props) continue
      const { props, organizationId } = JSON.parse(parts.keyring.open('emails', row.sealed_props)) as {
        props: MailTemplates[MailTemplateName]
        organizationId: string | null
      }
      const brand = organizationId ? await brandOfOrganization(parts, organizationId) : installationBrand
      texts.set(row.id, (await renderMail(row.template, props, { locale: row.locale, brand })).text)
    }
    return edge.pages.answer(
      page,
      read,
      (row) => [row.created_at, row.id],
      (row) => ({
        id: row.id,
        template: row.template,
        to: row.to_address,
        status: row.status,
        error: row.error,
        created_at: row.created_at,
        sent_at: row.sent_at,
        text: texts.get(row.id) ?? null,
      }),
    )
  })
}

const present = (row: EmailRow) => ({
  id: row.id,
  template: row.template,
  to: row.to_addresses,
  cc: row.cc_addresses,
  subject: row.subject,
  status: row.status,
  error: row.error,
  attempts: row.attempts,
  client_id: row.client_id,
  created_at: row.created_at,
  sent_at: row.sent_at,
})
