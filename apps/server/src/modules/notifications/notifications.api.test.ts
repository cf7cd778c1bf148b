import {
  approveProof,
  countUnreadNotifications,
  countUnreadPortalNotifications,
  getNotificationPreferences,
  listActivity,
  listAuditEntries,
  listEmails,
  listNotifications,
  listPortalNotifications,
  readAllNotifications,
  readNotification,
  rejectProof,
  unsubscribe,
  updateNotificationPreferences,
  updatePortalNotificationPreferences,
  sendInvoice,
} from '@portico/contract'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued, type Desk } from '../../../test/billing.ts'
import { runEvents } from '../../../test/events.ts'
import { accountOf, look, pay, sendProof, tzs } from '../../../test/paying.ts'
import type { BuiltContact } from '../../../test/fixtures.ts'
import { mailNotifications } from './mail.ts'
import { subscriptions } from './notify.ts'
import { unsubscribeToken } from './unsubscribe.ts'

const app = await testApp()
let desk: Desk
let contact: BuiltContact
beforeEach(async () => {
  desk = await billingDesk(app)
  contact = await app.fixtures.contact(desk.organization, desk.client)
})
afterAll(() => app.close())

/** Everything that was announced is heard, as the worker would. */
const hear = (times = 1) => runEvents(app, desk.organization.id, subscriptions, times)
const typesOf = async (caller: Caller) =>
  (await app.call(listNotifications, caller)).body.data.map(({ type }) => type)
const portalTypesOf = async (caller: Caller) =>
  (await app.call(listPortalNotifications, caller)).body.data.map(({ type }) => type)
const finance = () => app.fixtures.member(desk.organization, { role: 'finance' })
const deliveries = () =>
  look<{ channel: string; state: string; reason: string | null; type: string }>(
    app,
    desk,
    'select d.channel, d.state, d.reason, n.type from notification_deliveries d join notifications n on n.organization_id = d.organization_id and n.id = d.notification_id where d.organization_id = $1 order by n.type, d.channel',
  )

describe('what happened', () => {
  test('is told to those who may see it and not to who did it [NTF-01] [NTF-35]', async () => {
    const [colleague, support] = await Promise.all([
      finance(),
      app.fixtures.member(desk.organization, { role: 'support' }),
    ])
    const invoice = await issued(app, desk)
    await pay(app, desk, { amount: 118, parts: [[invoice, 118]] }, colleague)
    await hear()
    const { body } = await app.call(listNotifications, desk.owner)
    expect(body.data).toMatchObject([
      {
        type: 'payment_recorded',
        read_at: null,
        client: { name: desk.client.name },
        amount: tzs(118),
        subject: { kind: 'payment', label: invoice.number },
      },
    ])
    expect(await typesOf(colleague)).toEqual([])
    expect(await typesOf(support)).toEqual([])
    expect(await portalTypesOf(contact)).toEqual(['receipt_available'])
  })

  test('reaches a member limited to assigned clients only for those [NTF-01] [SEC-07]', async () => {
    const sister = await app.fixtures.client(desk.organization)
    const own = await app.fixtures.member(desk.organization, {
      role: 'finance',
      isLimited: true,
      assignedTo: [desk.client.id],
    })
    const other = await app.fixtures.member(desk.organization, {
      role: 'finance',
      isLimited: true,
      assignedTo: [sister.id],
    })
    await sendProof(app, contact, await issued(app, desk))
    await hear()
    expect(await typesOf(own)).toEqual(['proof_submitted'])
    expect(await typesOf(other)).toEqual([])
  })

  test('tells the contacts of a client what becomes of a proof, and nobody of another client [NTF-01] [NTF-35]', async () => {
    const partner = await app.fixtures.contact(desk.organization, desk.client)
    const stranger = await app.fixtures.contact(
      desk.organization,
      await app.fixtures.client(desk.organization),
    )
    const invoice = await issued(app, desk)
    const { body: first } = await sendProof(app, contact, invoice)
    const proof = { params: { payment_proof_id: first.proofs.at(-1)?.id as string } }
    await app.call(rejectProof, desk.owner, { ...proof, body: { reason: 'Not readable' } })
    await hear()
    // The sender of the proof is told of its outcome, not of having sent it.
    expect(await portalTypesOf(contact)).toEqual(['proof_refused'])
    expect(await portalTypesOf(partner)).toEqual(['proof_refused', 'proof_received'])
    expect(await portalTypesOf(stranger)).toEqual([])
    expect(await typesOf(desk.owner)).toEqual(['proof_submitted'])
  })

  test('is told once, however often the job runs [NTF-30]', async () => {
    await sendProof(app, contact, await issued(app, desk))
    await hear(3)
    expect(await typesOf(desk.owner)).toEqual(['proof_submitted'])
    expect((await deliveries()).filter(({ type }) => type === 'proof_submitted')).toHaveLength(2)
  })

  test('is not shown any more to who lost the right to see it [NTF-01] [RBAC-21]', async () => {
    const colleague = await finance()
    await sendProof(app, contact, await issued(app, desk))
    await hear()
    expect(await typesOf(colleague)).toEqual(['proof_submitted'])
    await look(
      app,
      desk,
      `insert into membership_overrides (organization_id, membership_id, permission, effect) values ($1, '${colleague.membershipId}', 'payments.proof.review', 'deny') returning 1`,
    )
    expect(await typesOf(colleague)).toEqual([])
    expect((await app.call(countUnreadNotifications, colleague)).body.count).toBe(0)
  })
})

describe('the badge', () => {
  test('counts what is unread, up to a hundred [NTF-02]', async () => {
    const invoice = await issued(app, desk)
    await sendProof(app, contact, invoice)
    await hear()
    expect((await app.call(countUnreadNotifications, desk.owner)).body).toEqual({
      count: 1,
      is_capped: false,
    })
    expect((await app.call(countUnreadPortalNotifications, contact)).body.count).toBe(0)
    await look(
      app,
      desk,
      `insert into notifications (organization_id, id, membership_id, type, event_id, subject_kind, subject_id, client_id, is_in_app, created_at)
       select $1, gen_random_uuid(), '${desk.owner.membershipId}', 'proof_submitted', gen_random_uuid(), 'client', '${desk.client.id}', '${desk.client.id}', true, now() from generate_series(1, 120) returning 1`,
    )
    expect((await app.call(countUnreadNotifications, desk.owner)).body).toEqual({
      count: 100,
      is_capped: true,
    })
  })

  test('goes down by reading one, and all [NTF-02] [NTF-03]', async () => {
    const [first, second] = [await issued(app, desk), await issued(app, desk)]
    await sendProof(app, contact, first)
    await sendProof(app, contact, second)
    await hear()
    const { body } = await app.call(listNotifications, desk.owner)
    const id = body.data[0]?.id as string
    await app.call(readNotification, desk.owner, { params: { notification_id: id } })
    expect((await app.call(countUnreadNotifications, desk.owner)).body.count).toBe(1)
    expect(
      (await app.call(listNotifications, desk.owner, { query: { unread: 'true' } })).body.data,
    ).toHaveLength(1)
    await app.call(readAllNotifications, desk.owner, { body: {} })
    expect((await app.call(countUnreadNotifications, desk.owner)).body.count).toBe(0)
    const colleague = await finance()
    const foreign = await app.call(readNotification, colleague, { params: { notification_id: id } })
    expect(foreign.status).toBe(404)
  })

  test('pages through older ones [NTF-03]', async () => {
    for (let count = 0; count < 5; count++) await sendProof(app, contact, await issued(app, desk))
    await hear()
    const first = await app.call(listNotifications, desk.owner, { query: { limit: 2 } as never })
    const second = await app.call(listNotifications, desk.owner, {
      query: { limit: 2, after: first.body.next_cursor } as never,
    })
    expect(first.body.has_more).toBe(true)
    const ids = [...first.body.data, ...second.body.data].map(({ id }) => id)
    expect(new Set(ids).size).toBe(4)
    expect(ids).toEqual(ids.toSorted().toReversed())
  })
})

describe('preferences', () => {
  test('are kept per kind and way, several at once [NTF-09] [NTF-10] [NTF-31]', async () => {
    const { body } = await app.call(updateNotificationPreferences, desk.owner, {
      body: {
        preferences: [
          { type: 'proof_submitted', in_app: false },
          { type: 'payment_recorded', email: true },
        ],
      },
    })
    const wish = (type: string) => body.data.find((preference) => preference.type === type)
    expect(wish('proof_submitted')).toMatchObject({ in_app: false, email: true, is_default: false })
    expect(wish('payment_recorded')).toMatchObject({ in_app: true, email: true, is_default: false })
    expect(wish('invoice_viewed')).toMatchObject({ is_default: true })
    expect((await app.call(getNotificationPreferences, desk.owner)).body).toEqual(body)
    await sendProof(app, contact, await issued(app, desk))
    await hear()
    expect(await typesOf(desk.owner)).toEqual([])
    expect(await deliveries()).toEqual([
      { type: 'proof_submitted', channel: 'email', state: 'waiting', reason: null },
      { type: 'proof_submitted', channel: 'in_app', state: 'skipped', reason: 'turned_off' },
    ])
  })

  test('are all kept where both ways of a kind are changed at once [NTF-09]', async () => {
    for (let round = 0; round < 20; round++) {
      const isOn = round % 2 === 0
      await Promise.all(
        [{ in_app: isOn }, { email: isOn }].map((way) =>
          app.call(updateNotificationPreferences, desk.owner, {
            body: { preferences: [{ type: 'payment_recorded', ...way }] },
          }),
        ),
      )
      const { body } = await app.call(getNotificationPreferences, desk.owner)
      expect(body.data.find(({ type }) => type === 'payment_recorded')).toMatchObject({
        in_app: isOn,
        email: isOn,
      })
    }
  })

  test('show a member only what may reach it, and refuse what is none [NTF-09]', async () => {
    const support = await app.fixtures.member(desk.organization, { role: 'support' })
    const { body } = await app.call(getNotificationPreferences, support)
    expect(body.data.map(({ type }) => type)).not.toContain('payment_recorded')
    const refused = await app.call(updateNotificationPreferences, support, {
      body: { preferences: [{ type: 'receipt_available' as never, email: true }] },
    })
    expect(refused.status).toBe(422)
    expect(
      (await app.call(updateNotificationPreferences, support, { body: { preferences: [] } })).status,
    ).toBe(422)
  })

  test('belong to the contact as well, and end what is not wanted [NTF-09] [NTF-31]', async () => {
    await app.call(updatePortalNotificationPreferences, contact, {
      body: { preferences: [{ type: 'receipt_available', in_app: false }] },
    })
    const invoice = await issued(app, desk)
    await pay(app, desk, { amount: 118, parts: [[invoice, 118]] })
    await hear()
    expect(await portalTypesOf(contact)).toEqual([])
  })

  test('leave who changed what they are told of in the audit log, once [NTF-09] [AUD-01] [AUD-03]', async () => {
    const told = async () =>
      (await app.call(listAuditEntries, desk.owner)).body.data
        .filter(({ action }) => action.startsWith('notifications.'))
        .map(({ action, actor, record, client, before, after }) => ({
          action,
          by: actor.kind,
          of: record.id,
          client: client?.id ?? null,
          before,
          after,
        }))
    const wish = { preferences: [{ type: 'receipt_available' as const, in_app: false, email: true }] }
    for (let times = 0; times < 2; times++)
      await app.call(updatePortalNotificationPreferences, contact, { body: wish })
    const ofContact = {
      action: 'notifications.preferences_changed',
      by: 'contact',
      of: app.id('contact', contact.contactId),
      client: app.id('client', desk.client.id),
      before: { receipt_available: ['app'] },
      after: { receipt_available: ['mail'] },
    }
    expect(await told()).toEqual([ofContact])
    const token = unsubscribeToken(app.parts.keyring, {
      organizationId: desk.organization.id,
      side: 'member',
      id: desk.owner.membershipId,
    })
    for (let times = 0; times < 2; times++) await app.call(unsubscribe, {}, { params: { token } })
    const [ended, ...earlier] = await told()
    expect(earlier).toEqual([ofContact])
    expect(ended).toMatchObject({
      action: 'notifications.mails_ended',
      by: 'system',
      of: app.id('membership', desk.owner.membershipId),
      before: { proof_submitted: ['app', 'mail'] },
      after: { proof_submitted: ['app'] },
    })
    expect(ended?.before, 'only what was mailed').not.toHaveProperty('invoice_viewed')
    expect((await app.call(listActivity, desk.owner)).body.data.map(({ action }) => action)).not.toContain(
      'notifications.preferences_changed',
    )
  })
})

describe('by mail', () => {
  const mails = async () =>
    (await app.call(listEmails, desk.owner)).body.data.filter(({ template }) => template === 'notifications')
  const mail = () => mailNotifications.run(app.parts)

  test('goes out once for all that came together, and says what became of it [NTF-04] [NTF-30]', async () => {
    await sendProof(app, contact, await issued(app, desk))
    await sendProof(app, contact, await issued(app, desk))
    await hear()
    await mail()
    expect(await mails()).toHaveLength(0)
    app.clock.advance(61_000)
    await mail()
    await mail()
    const sent = await mails()
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ to: [desk.owner.email], subject: expect.stringContaining('2 new') })
    expect(
      (await deliveries()).filter(({ channel }) => channel === 'email').map(({ state }) => state),
    ).toEqual(['mailed', 'mailed'])
  })

  test('does not repeat what a mail of its own said, and leaves out who cannot be reached [NTF-04] [NTF-30]', async () => {
    const partner = await app.fixtures.contact(desk.organization, desk.client)
    const invoice = await issued(app, desk)
    await app.call(sendInvoice, desk.owner, {
      params: { invoice_id: invoice.id },
      body: { to: [contact.email] },
    })
    await hear()
    expect((await deliveries()).filter(({ channel }) => channel === 'email')).toEqual(
      expect.arrayContaining([
        { type: 'invoice_available', channel: 'email', state: 'skipped', reason: 'mailed_already' },
        { type: 'invoice_available', channel: 'email', state: 'waiting', reason: null },
      ]),
    )
    await look(
      app,
      desk,
      `update contacts set portal_access = false where organization_id = $1 and id = '${partner.contactId}' returning 1`,
    )
    app.clock.advance(61_000)
    await mail()
    expect(await mails()).toHaveLength(0)
    expect((await deliveries()).map(({ reason }) => reason)).toContain('no_access')
  })

  test('is ended by the link in the mail, without signing in [NTF-09]', async () => {
    const token = unsubscribeToken(app.parts.keyring, {
      organizationId: desk.organization.id,
      side: 'member',
      id: desk.owner.membershipId,
    })
    const answer = await app.call(unsubscribe, {}, { params: { token } })
    expect(answer.status).toBe(200)
    const { body } = await app.call(getNotificationPreferences, desk.owner)
    expect(body.data.every(({ email, in_app }) => !email && in_app)).toBe(true)
    const forged = await app.call(unsubscribe, {}, { params: { token: `${token.slice(0, -3)}abc` } })
    expect(forged.status).toBe(410)
  })

  test('says that a payment was verified, to who sent the proof as well [EML-40]', async () => {
    const invoice = await issued(app, desk)
    const { body } = await sendProof(app, contact, invoice)
    await look(
      app,
      desk,
      `update contacts set document_delivery = 'none' where organization_id = $1 and id = '${contact.contactId}' returning 1`,
    )
    await app.call(approveProof, desk.owner, {
      params: { payment_proof_id: body.proofs.at(-1)?.id as string },
      body: {
        amount: tzs(invoice.totals.gross.amount),
        received_on: '2026-03-10',
        receiving_account_id: accountOf(desk),
      },
    })
    const receipts = (await app.call(listEmails, desk.owner)).body.data.filter(
      ({ template }) => template === 'receipt',
    )
    expect(receipts.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Payment verified'),
      expect.stringContaining('Payment verified'),
    ])
    expect(receipts.flatMap(({ to }) => to)).toContain(contact.email)
  })
})
