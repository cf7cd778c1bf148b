import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import type { RecurringJob } from '../../platform/jobs/definitions.ts'
import { textsFor } from '../../platform/mail/texts/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { documentRecipients } from '../clients/index.ts'
import { linksOfDocument, linkUrl, makeLinkToken, type LinkRow } from '../documents/index.ts'
import { queueEmail } from '../emails/index.ts'
import { unsubscribeToken, wantsMail } from '../notifications/index.ts'
import { lockRecord } from './reads.ts'
import { firstHour, lookBackDays, planReminders, type SkipReason } from './reminder-rules.ts'

const system = systemPrincipal('reminders')
const most = 200

const activeOrganizations = statement<{ id: string }>(
  `select id from organizations where status = 'active' order by id`,
)
type Candidate = {
  id: string
  client_id: string
  days_overdue: number
  hour: number
  reminder_days: number[]
  decided: number[]
  is_reminding: boolean
  was_sent: boolean
  is_client_reached: boolean
}
/**
 * Overdue invoices with a step that is not decided, judged by the clock's now in the organization's zone. What an import brought in is
 * as if reminders were off, until somebody sends it.
 */
const overdue = (which = 'true') =>
  `select i.id, i.client_id, d.today - i.due_date as days_overdue, d.hour, s.reminder_days, i.sent_at is not null as was_sent,
     array(select r.step from invoice_reminders r where r.organization_id = $1 and r.invoice_id = i.id) as decided,
     i.is_reminding and (i.sent_at is not null or not exists (
       select 1 from import_records m where m.organization_id = $1 and m.entity_id = i.id and m.withdrawn_at is null)) as is_reminding,
     c.deleted_at is null and c.status <> 'inactive' as is_client_reached
   from organization_settings s
     cross join lateral (select ($2::timestamptz at time zone s.timezone)::date as today, extract(hour from $2::timestamptz at time zone s.timezone)::int as hour) d
     join invoices i on i.organization_id = $1 and i.document_state = 'final' and i.settlement_state in ('open', 'partial')
       and i.due_date < d.today and i.due_date >= d.today - $3::int
     join clients c on c.organization_id = $1 and c.id = i.client_id
   where s.organization_id = $1 and ${which} and exists (
     select 1 from unnest(array[0] || s.reminder_days) step where step <= d.today - i.due_date and (step = 0 or d.hour >= $4)
       and not exists (select 1 from invoice_reminders r where r.organization_id = $1 and r.invoice_id = i.id and r.step = step.step))`
const candidates = statement<Candidate>(`${overdue()} order by i.due_date, i.id limit ${most}`)
/** One of them as it is by now: `candidateNow(organizationId, now, lookBackDays, firstHour, invoiceId)`. */
const candidateNow = statement<Candidate>(overdue('i.id = $5'))
const reminderDays = statement<{ reminder_days: number[] }>(
  'select reminder_days from organization_settings where organization_id = $1',
)
const decide = statement<{ step: number }>(
  `insert into invoice_reminders (organization_id, invoice_id, step, state, reason, to_addresses, created_at)
   values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning step`,
)

/** Finds what became overdue and what is to be reminded of. Asked again and again, so that a missed night is made up for. */
export const remindOfOverdueInvoices: RecurringJob = {
  name: 'invoices.remind',
  everySeconds: 300,
  async run(parts) {
    const organizations = await parts.database.global(system, (tx) => tx.all(activeOrganizations()))
    for (const { id } of organizations) await remindIn(parts, id)
  },
}

export async function remindIn(parts: AppParts, organizationId: string): Promise<void> {
  for (;;) {
    const found = await parts.database.withOrganization(organizationId, system, async (tx) => {
      const settings = await tx.first(reminderDays(organizationId))
      return tx.all(
        candidates(organizationId, tx.now, lookBackDays(settings?.reminder_days ?? []), firstHour),
      )
    })
    for (const candidate of found)
      await parts.database.withOrganization(organizationId, system, (tx) => remind(parts, tx, candidate))
    if (found.length < most) return
  }
}

async function remind(parts: AppParts, tx: Tx, found: Candidate): Promise<void> {
  const { organizationId } = tx
  const { id } = found
  // Locked, so that a payment at this moment is either seen, or comes after the mail; and judged anew, because reminders may have been
  // switched off since the look that found it.
  const { record, more } = await lockRecord(tx, id, 'invoice', [
    linksOfDocument(organizationId, 'invoice', id),
    candidateNow(organizationId, tx.now, lookBackDays(found.reminder_days), firstHour, id),
  ])
  const { row, context } = record
  const candidate = more[1]?.[0] as Candidate | undefined
  if (!candidate) return
  const clientId = row.client_id
  const plan = planReminders({
    daysOverdue: candidate.days_overdue,
    hour: candidate.hour,
    reminderDays: candidate.reminder_days,
    decided: new Set(candidate.decided),
    isReminding: candidate.is_reminding,
    wasSent: candidate.was_sent,
  })
  const skip = (step: number, reason: SkipReason) =>
    tx.all(decide(organizationId, id, step, 'skipped', reason, [], tx.now))
  if (plan.noteOverdue) {
    const noted = await tx.all(decide(organizationId, id, 0, 'noted', null, [], tx.now))
    if (noted.length > 0 && plan.noteOverdue === 'announce')
      tx.announce('invoice.overdue', { invoice_id: id, client_id: clientId })
  }
  for (const { step, reason } of plan.skip) await skip(step, reason)
  if (plan.send === null) return
  if (!candidate.is_client_reached) return void (await skip(plan.send, 'client_gone'))

  const recipients = await tx.all(documentRecipients(organizationId, clientId))
  const contactIds = recipients.flatMap((recipient) => recipient.contact_id ?? [])
  const refused = new Set(
    (await tx.all(wantsMail.refusedBy(organizationId, contactIds, 'invoice_reminder'))).map(
      (one) => one.contact_id,
    ),
  )
  const willing = recipients.filter(({ contact_id }) => !contact_id || !refused.has(contact_id))
  const link = (more[0] as LinkRow[]).find(({ revoked_at }) => revoked_at === null)
  if (willing.length === 0 || !link) return void (await skip(plan.send, 'no_recipient'))
  const addresses = willing.map(({ email }) => email)
  const decided = await tx.all(decide(organizationId, id, plan.send, 'sent', null, addresses, tx.now))
  if (decided.length === 0) return
  const number = row.number as string
  for (const { email, name, contact_id: contactId } of willing) {
    queueEmail(parts, tx, {
      template: 'invoice-overdue',
      to: [email],
      locale: row.locale,
      subject: textsFor(row.locale).texts.invoiceOverdue.subject(number, context.organization_name),
      props: {
        name,
        client: context.client_name,
        number,
        amountDue: { amount: row.gross - row.settled, currency: row.currency },
        dueOn: row.due_date as string,
        url: linkUrl(
          parts.config.publicUrl,
          makeLinkToken(parts.keyring, organizationId, link.id, link.version),
        ),
        ...(row.purchase_order && { purchaseOrder: row.purchase_order }),
        ...(row.payment_reference && { paymentReference: row.payment_reference }),
        attached: true,
        ...(contactId && {
          unsubscribeUrl: `${parts.config.publicUrl}/v1/unsubscribe/${unsubscribeToken(parts.keyring, { organizationId, side: 'contact', id: contactId })}`,
        }),
      },
      attachments: [{ documentKind: 'invoice', documentId: id, name: fileNameOf(number) }],
      clientId,
      entity: { kind: 'invoice', id },
    })
  }
  tx.record({
    action: 'invoices.reminded',
    entityKind: 'invoice',
    entityId: id,
    clientId,
    after: { days: plan.send, to: addresses },
  })
  tx.announce('invoice.reminded', { invoice_id: id, client_id: clientId })
}

/** The PDF's name in a mail: of the number what every system takes. */
export const fileNameOf = (number: string): string => `${number.replaceAll(/[^\p{L}\p{Nd} ._#-]/gu, '-')}.pdf`
