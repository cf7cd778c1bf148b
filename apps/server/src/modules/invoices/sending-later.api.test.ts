import {
  getInvoice,
  listEmails,
  scheduleInvoice,
  sendInvoice,
  setInvoiceReminders,
  unscheduleInvoice,
  updateOrganization,
  updatePortalNotificationPreferences,
  voidInvoice,
} from '@portico/contract'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { billingDesk, draft, issued, type Desk } from '../../../test/billing.ts'
import { meanwhile } from '../../../test/meanwhile.ts'
import { eventsOf, look, pay } from '../../../test/paying.ts'
import { remindIn } from './remind.ts'
import { sendScheduledInvoices } from './schedule-send.ts'

const app = await testApp()
let desk: Desk
beforeEach(async () => {
  desk = await billingDesk(app)
})
afterAll(() => app.close())

const hour = 3_600_000
const day = 24 * hour
/** The organization's zone is Dar es Salaam, three hours ahead; the clock stands at a moment of the test's own. */
const inHours = (hours: number): { send_on: string; send_time: string } => {
  const local = new Date(app.clock.now().getTime() + (hours + 3) * hour).toISOString()
  return { send_on: local.slice(0, 10), send_time: local.slice(11, 16) }
}
const params = (invoice: { id: string }) => ({ params: { invoice_id: invoice.id } })
const show = async (invoice: { id: string }) => (await app.call(getInvoice, desk.owner, params(invoice))).body
const mailsOf = async (template: string) =>
  (await app.call(listEmails, desk.owner)).body.data.filter((mail) => mail.template === template)
const run = () => sendScheduledInvoices.run(app.parts)

const whileAtIt = (deed: () => Promise<unknown>) => meanwhile(app.parts, 'after', 'withOrganization', deed)

describe('sending an invoice later', () => {
  test('waits for the day and the time of the organization’s zone, and goes out once [INV-32]', async () => {
    const invoice = await issued(app, desk)
    const when = inHours(5)
    const { body, status } = await app.call(scheduleInvoice, desk.owner, {
      ...params(invoice),
      body: { ...when, to: ['later@client.example'], message: 'As agreed' },
    })
    expect(status).toBe(200)
    expect(body.scheduled_send).toMatchObject({
      ...when,
      timezone: 'Africa/Dar_es_Salaam',
      to: ['later@client.example'],
      state: 'waiting',
      scheduled_by: desk.owner.name,
    })
    await run()
    expect(await mailsOf('invoice-sent')).toHaveLength(0)
    app.clock.advance(5 * hour + 60_000)
    await Promise.all([run(), run()])
    await run()
    expect((await mailsOf('invoice-sent')).map(({ to }) => to)).toEqual([['later@client.example']])
    const after = await show(invoice)
    expect(after).toMatchObject({ delivery_state: 'sent', scheduled_send: null })
    expect(after.mails).toMatchObject([{ kind: 'invoice', to: 'later@client.example', status: 'queued' }])
  })

  test('can be moved and cancelled, and goes with the invoice that is made void or sent by hand [INV-32]', async () => {
    const [moved, cancelled, voided, byHand] = await Promise.all([1, 2, 3, 4].map(() => issued(app, desk)))
    for (const invoice of [moved, cancelled, voided, byHand])
      await app.call(scheduleInvoice, desk.owner, { ...params(invoice as never), body: inHours(2) })
    await app.call(scheduleInvoice, desk.owner, { ...params(moved as never), body: inHours(48) })
    await app.call(unscheduleInvoice, desk.owner, params(cancelled as never))
    await app.call(voidInvoice, desk.owner, {
      ...params(voided as never),
      version: voided?.version as number,
      body: { reason: 'Wrong client' },
    })
    await app.call(sendInvoice, desk.owner, {
      ...params(byHand as never),
      body: { to: ['now@client.example'] },
    })
    app.clock.advance(3 * hour)
    await run()
    expect((await mailsOf('invoice-sent')).map(({ to }) => to)).toEqual([['now@client.example']])
    expect((await show(moved as never)).scheduled_send?.state).toBe('waiting')
    app.clock.advance(2 * day)
    await run()
    expect(await mailsOf('invoice-sent')).toHaveLength(2)
  })

  test('goes by what is planned when the mail goes out, not when the worker looked [INV-32]', async () => {
    const [moved, other] = await Promise.all([issued(app, desk), issued(app, desk)])
    for (const invoice of [moved, other])
      await app.call(scheduleInvoice, desk.owner, { ...params(invoice), body: inHours(2) })
    app.clock.advance(day)
    await sendScheduledInvoices.run(
      whileAtIt(() => app.call(scheduleInvoice, desk.owner, { ...params(moved), body: inHours(48) })),
    )
    expect((await show(moved)).scheduled_send?.state).toBe('waiting')
    expect(await mailsOf('invoice-sent')).toHaveLength(1)
  })

  test('is refused for drafts, for moments that are over and for who may not send [INV-32]', async () => {
    const invoice = await issued(app, desk)
    const past = await app.call(scheduleInvoice, desk.owner, { ...params(invoice), body: inHours(-1) })
    expect(past.status).toBe(422)
    const onDraft = await app.call(scheduleInvoice, desk.owner, {
      ...params(await draft(app, desk)),
      body: inHours(2),
    })
    expect(onDraft.body).toMatchObject({ code: 'invoice_not_open' })
    const member = await app.fixtures.member(desk.organization, { role: 'member' })
    const denied = await app.call(scheduleInvoice, member, { ...params(invoice), body: inHours(2) })
    expect(denied.status).toBe(403)
  })

  test('says so where it cannot be sent, and tells who planned it [INV-32] [NTF-35]', async () => {
    const poor = await billingDesk(app, { email: null })
    const invoice = await issued(app, poor)
    await app.call(scheduleInvoice, poor.owner, { ...params(invoice), body: inHours(2) })
    app.clock.advance(3 * hour)
    await run()
    const { body } = await app.call(getInvoice, poor.owner, params(invoice))
    expect(body.scheduled_send).toMatchObject({ state: 'failed', reason: expect.stringContaining('email') })
    expect((await eventsOf(app, poor, 'invoice.send_failed'))[0]?.payload).toMatchObject({
      scheduled_by: poor.owner.membershipId,
    })
  })
})

describe('reminders of overdue invoices', () => {
  const today = () => app.clock.now().toISOString().slice(0, 10)
  const toMorning = () => {
    const now = app.clock.now()
    app.clock.advance((24 - now.getUTCHours() + 7) * hour)
  }
  const remind = () => remindIn(app.parts, desk.organization.id)
  const sentInvoice = async () => {
    const invoice = await issued(app, desk, { due_date: today() })
    await app.call(sendInvoice, desk.owner, { ...params(invoice), body: {} })
    return invoice
  }

  test('go out once at each step, while it is open [EML-20] [EML-19]', async () => {
    const invoice = await sentInvoice()
    expect(await mailsOf('invoice-sent')).toHaveLength(1)
    toMorning()
    await remind()
    expect(await eventsOf(app, desk, 'invoice.overdue')).toHaveLength(1)
    expect(await mailsOf('invoice-overdue')).toHaveLength(0)
    app.clock.advance(2 * day)
    await Promise.all([remind(), remind()])
    await remind()
    expect(await mailsOf('invoice-overdue')).toHaveLength(1)
    const shown = await show(invoice)
    expect(shown.reminders).toMatchObject({ is_on: true, sent: [{ days: 3 }] })
    expect(shown.mails[0]).toMatchObject({ kind: 'reminder' })
    app.clock.advance(4 * day)
    await remind()
    expect(await mailsOf('invoice-overdue')).toHaveLength(2)
    await pay(app, desk, {
      amount: invoice.totals.gross.amount,
      parts: [[invoice, invoice.totals.gross.amount]],
      change: { received_on: today() },
    })
    app.clock.advance(7 * day)
    await remind()
    expect(await mailsOf('invoice-overdue')).toHaveLength(2)
    expect(await eventsOf(app, desk, 'invoice.overdue')).toHaveLength(1)
  })

  test('stay away from what was never sent, was switched off, or is imported [EML-20] [OPS-39]', async () => {
    await issued(app, desk, { due_date: today() })
    const off = await sentInvoice()
    await app.call(setInvoiceReminders, desk.owner, { ...params(off), body: { is_on: false } })
    expect((await show(off)).reminders).toMatchObject({ is_on: false, next_on: null })
    toMorning()
    app.clock.advance(3 * day)
    await remind()
    expect(await mailsOf('invoice-overdue')).toHaveLength(0)
    const rows = await look<{ state: string; reason: string }>(
      app,
      desk,
      `select state, reason from invoice_reminders where organization_id = $1 and step = 3 order by reason`,
    )
    expect(rows.map(({ reason }) => reason)).toEqual(['not_sent', 'turned_off'])
  })

  test('stay away where they are switched off while the worker is at it [EML-20]', async () => {
    const invoice = await sentInvoice()
    toMorning()
    app.clock.advance(3 * day)
    const off = () =>
      app.call(setInvoiceReminders, desk.owner, { ...params(invoice), body: { is_on: false } })
    await remindIn(whileAtIt(off), desk.organization.id)
    expect(await mailsOf('invoice-overdue')).toHaveLength(0)
  })

  test('follow the organization’s days and the contacts’ wishes [EML-20] [NTF-09]', async () => {
    const contact = await app.fixtures.contact(desk.organization, desk.client)
    await app.call(updatePortalNotificationPreferences, contact, {
      body: { preferences: [{ type: 'invoice_reminder', email: false }] },
    })
    const version = await look<{ version: number }>(
      app,
      desk,
      'select version from organization_settings where organization_id = $1',
    )
    await app.call(updateOrganization, desk.owner, {
      version: version[0]?.version as number,
      body: { reminder_days: [1] },
    })
    await sentInvoice()
    toMorning()
    await remind()
    expect(await mailsOf('invoice-overdue')).toHaveLength(0)
    expect(
      await look(app, desk, `select reason from invoice_reminders where organization_id = $1 and step = 1`),
    ).toEqual([{ reason: 'no_recipient' }])
  })
})
