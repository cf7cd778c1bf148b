import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'
import { dueWork, workIsDue } from '../../platform/jobs/due-work.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { presentInvoice, type PresentedInvoice } from './present.ts'
import { lockRecord, readRecord } from './reads.ts'
import { sendWork, settleScheduledSend } from './scheduled-sends.ts'
import { sendInvoice } from './send-invoice.ts'

const system = systemPrincipal('planned sending')

const instantOf = statement<{ send_at: string; is_past: boolean }>(
  `select t.send_at, t.send_at <= $4::timestamptz as is_past
   from organization_settings s cross join lateral (select (($2::date + $3::time) at time zone s.timezone) as send_at) t where s.organization_id = $1`,
)
const plan = statement(
  `insert into scheduled_sends (organization_id, invoice_id, send_on, send_time, to_addresses, cc_addresses, message, state, scheduled_by, created_at, updated_at)
   values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8, $9, $9)
   on conflict (organization_id, invoice_id) do update set send_on = excluded.send_on, send_time = excluded.send_time, to_addresses = excluded.to_addresses,
     cc_addresses = excluded.cc_addresses, message = excluded.message, state = 'waiting', reason = null, scheduled_by = excluded.scheduled_by, updated_at = excluded.updated_at`,
)
/**
 * Plans the sending of an issued invoice for a day and a time as people there read them; said again, it is moved. The zone is the
 * organization's at the moment of sending, so that nine stays nine.
 * @throws Refusal invoice_not_open; fields that lie in the past
 */
export async function scheduleSend(
  tx: Tx,
  invoiceId: string,
  given: {
    send_on: string
    send_time: string
    to?: string[] | undefined
    cc?: string[] | undefined
    message?: string | undefined
  },
): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.send')
  const { record, more } = await lockRecord(tx, invoiceId, 'invoice', [
    instantOf(tx.organizationId, given.send_on, given.send_time, tx.now),
  ])
  const { row } = record
  if (row.document_state === 'draft')
    throw new Refusal('invoice_not_open', 'This is a draft. Issue it first.')
  if (row.document_state === 'void')
    throw new Refusal('invoice_not_open', `${row.number} is void and is not sent any more.`)
  const [at] = more[0] as { send_at: string; is_past: boolean }[]
  if (!at || at.is_past) throw fieldRefusal('/send_on', 'in_past', 'Choose a moment that is still to come.')
  tx.later(
    plan(
      tx.organizationId,
      invoiceId,
      given.send_on,
      given.send_time,
      given.to ?? null,
      given.cc ?? null,
      given.message || null,
      tx.principal.kind === 'member' ? tx.principal.membershipId : null,
      tx.now,
    ),
  )
  workIsDue(tx, sendWork, at.send_at)
  tx.record({
    action: 'invoices.send_scheduled',
    entityKind: 'invoice',
    entityId: invoiceId,
    clientId: row.client_id,
    after: { send_on: given.send_on, send_time: given.send_time, to: given.to ?? null },
  })
  tx.announce('invoice.send_scheduled', { invoice_id: invoiceId, client_id: row.client_id })
  return withCommit(tx, invoiceId)
}

/** Cancels a planned sending; where none is planned, nothing happens. */
export async function cancelScheduledSend(tx: Tx, invoiceId: string): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.send')
  const { record } = await lockRecord(tx, invoiceId, 'invoice')
  const found = await tx.all(settleScheduledSend(tx.organizationId, invoiceId, 'cancelled', null, tx.now))
  if (found.length > 0) {
    tx.record({
      action: 'invoices.send_unscheduled',
      entityKind: 'invoice',
      entityId: invoiceId,
      clientId: record.row.client_id,
    })
    tx.announce('invoice.send_scheduled', { invoice_id: invoiceId, client_id: record.row.client_id })
  }
  return withCommit(tx, invoiceId)
}

/** Switches the reminders of one invoice on or off. */
export async function setReminders(tx: Tx, invoiceId: string, isOn: boolean): Promise<PresentedInvoice> {
  tx.allow('invoices.invoice.send')
  const { record } = await lockRecord(tx, invoiceId, 'invoice')
  if (record.delivery.is_reminding !== isOn) {
    tx.later(switchReminders(tx.organizationId, invoiceId, isOn, tx.now))
    tx.record({
      action: 'invoices.reminders_changed',
      entityKind: 'invoice',
      entityId: invoiceId,
      clientId: record.row.client_id,
      before: { is_on: !isOn },
      after: { is_on: isOn },
    })
    tx.announce('invoice.send_scheduled', { invoice_id: invoiceId, client_id: record.row.client_id })
  }
  return withCommit(tx, invoiceId)
}

async function withCommit(tx: Tx, invoiceId: string): Promise<PresentedInvoice> {
  await tx.readBack([])
  return presentInvoice(await readRecord(tx, invoiceId), tx.principal)
}

type DueSend = {
  invoice_id: string
  client_id: string
  to_addresses: string[] | null
  cc_addresses: string[] | null
  message: string | null
  scheduled_by: string | null
  scheduler: string | null
}
const dueSends = `select w.invoice_id, i.client_id, w.to_addresses, w.cc_addresses, w.message, w.scheduled_by, u.name as scheduler
   from scheduled_sends w join organization_settings s on s.organization_id = w.organization_id join invoices i on i.organization_id = w.organization_id and i.id = w.invoice_id
     left join memberships m on m.organization_id = $1 and m.id = w.scheduled_by left join users u on u.id = m.user_id
   where w.organization_id = $1 and w.state = 'waiting' and ((w.send_on + w.send_time::time) at time zone s.timezone) <= $2::timestamptz`
const due = statement<DueSend>(`${dueSends} order by w.send_on, w.send_time, w.invoice_id limit 500`)
/** One of them, held and as it is planned by now; no row where it was cancelled, moved or sent since the look. */
const holdDue = statement<DueSend>(`${dueSends} and w.invoice_id = $3 for update of w`)
const nextSend = statement<{ due_at: string | null }>(
  `select min((w.send_on + w.send_time::time) at time zone s.timezone) as due_at
   from scheduled_sends w join organization_settings s on s.organization_id = w.organization_id where w.organization_id = $1 and w.state = 'waiting'`,
)

/** Sends what is planned for now or before: what was due while nothing ran goes out at the next start. */
export const sendScheduledInvoices = dueWork({
  kind: sendWork,
  everySeconds: 15,
  next: nextSend,
  async run(parts, organizationId) {
    const { database } = parts
    const found = await database.withOrganization(organizationId, system, (tx) =>
      tx.all(due(organizationId, tx.now)),
    )
    for (const send of found) {
      try {
        await database.withOrganization(organizationId, system, (tx) => sendNow(parts, tx, send))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        await database.withOrganization(organizationId, system, (tx) => fail(tx, send, error.message))
      }
    }
  },
})

async function sendNow(parts: AppParts, tx: Tx, { invoice_id: invoiceId }: DueSend): Promise<void> {
  const send = await tx.first(holdDue(tx.organizationId, tx.now, invoiceId))
  if (!send) return
  await sendInvoice(
    tx,
    parts,
    invoiceId,
    {
      ...(send.to_addresses && { to: send.to_addresses }),
      ...(send.cc_addresses && { cc: send.cc_addresses }),
      ...(send.message && { message: send.message }),
    },
    send.scheduler,
  )
}

async function fail(tx: Tx, { invoice_id: invoiceId }: DueSend, reason: string): Promise<void> {
  const send = await tx.first(holdDue(tx.organizationId, tx.now, invoiceId))
  if (!send) return
  tx.later(settleScheduledSend(tx.organizationId, invoiceId, 'failed', reason, tx.now))
  tx.record({
    action: 'invoices.send_failed',
    entityKind: 'invoice',
    entityId: send.invoice_id,
    clientId: send.client_id,
    after: { reason },
  })
  tx.announce('invoice.send_failed', {
    invoice_id: send.invoice_id,
    client_id: send.client_id,
    ...(send.scheduled_by && { scheduled_by: send.scheduled_by }),
  })
}

const switchReminders = statement(
  'update invoices set is_reminding = $3, updated_at = $4 where organization_id = $1 and id = $2',
)
