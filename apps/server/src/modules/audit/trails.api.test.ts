import {
  changePassword,
  createClient,
  getLinkedInvoice,
  issueInvoice,
  listAccountEvents,
  listActivity,
  listAuditEntries,
  listInvoiceLinks,
  listInvoices,
  listRequests,
  signIn,
  signOut,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, draft, issued, type Desk } from '../../../test/billing.ts'
import { systemClock } from '../../platform/clock.ts'
import { Database, db, statement } from '../../platform/database/index.ts'
import { tidyRequestLog } from '../../platform/http/request-log.ts'
import { tidyDomainEvents } from '../../platform/jobs/tidy-events.ts'
import { hashPassword, shareEvents } from '../identity/index.ts'

const app = await testApp()
const worker = new Database({
  connectionString: app.database.urlFor('portico_worker'),
  poolSize: 2,
  clock: systemClock,
  applicationName: 'test worker',
})
let desk: Desk
beforeAll(async () => {
  desk = await billingDesk(app)
})
afterAll(async () => {
  await worker.close()
  await app.close()
})

const entries = async (query: Record<string, string>, caller: Caller) =>
  (await app.call(listAuditEntries, caller, { query: query as never })).body.data
const actionsOf = (list: { action: string }[]) => list.map(({ action }) => action)

describe('accounts', () => {
  test('sign-ins, failed ones, sign-outs and new passwords are in the trail of the installation and of each organization [AUD-05] [AUTH-31] [AUTH-33]', async () => {
    const of = await app.fixtures.organization()
    const { owner } = of
    const password = 'a calm and long sentence 42'
    const passwordHash = await hashPassword(password)
    await app.parts.database.global({ kind: 'system', name: 'test' }, (tx) =>
      tx.all(
        db
          .updateTable('users')
          .set({ password_hash: passwordHash, is_platform_admin: true })
          .where('id', '=', owner.userId),
      ),
    )
    const from = { ip: '41.59.1.9' }
    expect((await app.call(signIn, from, { body: { email: owner.email, password: 'wrong' } })).status).toBe(
      401,
    )
    expect(
      (await app.call(signIn, from, { body: { email: 'nobody@example.com', password: 'wrong' } })).status,
    ).toBe(401)
    const signedIn = await app.call(signIn, from, { body: { email: owner.email, password } })
    expect(signedIn.status).toBe(200)
    expect(
      (
        await app.call(changePassword, owner, {
          body: { current_password: password, new_password: 'another calm sentence 77' },
        })
      ).status,
    ).toBe(200)
    const session = await app.fixtures.session(owner.userId, 'staff')
    expect((await app.call(signOut, { token: session })).status).toBe(200)

    const events = (
      await app.call(listAccountEvents, owner, { query: { user_id: app.id('user', owner.userId) } })
    ).body.data
    expect(actionsOf(events)).toEqual([
      'accounts.signed_out',
      'accounts.password_changed',
      'accounts.signed_in',
      'accounts.sign_in_failed',
    ])
    expect(events.at(-1)).toMatchObject({ ip: '41.59.1.9', user: { email: owner.email }, realm: 'staff' })
    // An address that nobody has is not kept.
    const all = (await app.call(listAccountEvents, owner)).body.data
    expect(all.filter(({ user }) => user === null).map(({ action }) => action)).toEqual([
      'accounts.sign_in_failed',
    ])
    expect(JSON.stringify(all)).not.toContain('nobody@example.com')

    // Whichever of the two comes second may be refused.
    await Promise.allSettled([shareEvents({ database: worker }), shareEvents({ database: worker })])
    await shareEvents({ database: worker })
    const told = await entries({ kind: 'account' }, owner)
    expect(actionsOf(told)).toEqual(actionsOf(events))
    expect(told.at(-1)).toMatchObject({
      actor: { kind: 'system', name: null },
      record: { id: app.id('membership', owner.membershipId), label: owner.name },
      ip: '41.59.1.9',
      at: events.at(-1)?.at,
    })
    expect(told[0]?.actor).toMatchObject({ kind: 'member', name: owner.name })
    // Colleagues do not see each other sign in.
    const activity = (await app.call(listActivity, owner)).body.data
    expect(actionsOf(activity).some((action) => action.startsWith('accounts.'))).toBe(false)
    expect((await app.call(listAccountEvents, desk.owner)).status).toBe(403)
  })

  test('five failures say that the account is locked [AUTH-30] [AUD-05]', async () => {
    const of = await app.fixtures.organization()
    for (let tries = 0; tries < 5; tries++)
      await app.call(signIn, {}, { body: { email: of.owner.email, password: 'wrong' } })
    await shareEvents({ database: worker })
    expect(actionsOf(await entries({ kind: 'account' }, of.owner))).toEqual([
      'accounts.locked',
      ...Array.from({ length: 4 }, () => 'accounts.sign_in_failed'),
    ])
  })
})

describe('the request log', () => {
  test('is found by request id, caller, session, operation and status, without bodies and secrets [API-28]', async () => {
    const of = await billingDesk(app)
    const member = await app.fixtures.member(of.organization, { role: 'support' })
    const first = await app.call(listInvoices, of.owner)
    const refused = await app.call(listInvoices, member)
    const secret = 'a secret in a body'
    const wrong = await app.call(createClient, of.owner, { body: { name: secret, email: 'not an address' } })
    await app.call(issueInvoice, of.owner, {
      params: { invoice_id: (await draft(app, of)).id },
      version: 99,
      body: {},
    })
    const invoice = await issued(app, of)
    const links = await app.call(listInvoiceLinks, of.owner, { params: { invoice_id: invoice.id } })
    const token = links.body.data[0]?.url.split('/i/')[1] as string
    await app.call(getLinkedInvoice, {}, { params: { token } })
    // Who has no business here leaves nothing: an unknown token, another organization's member.
    await app.call(listInvoices, { token: 'x'.repeat(43), organizationId: of.organization.publicId })
    await app.call(listInvoices, { ...desk.owner, organizationId: of.organization.publicId })
    await app.edge.requests.flush()

    const ask = async (query: Record<string, string>) => {
      const answer = await app.call(listRequests, of.owner, { query: query as never })
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      return answer.body.data
    }
    expect(await ask({ request_id: first.headers['request-id'] as string })).toMatchObject([
      {
        method: 'GET',
        operation: 'invoices.list',
        path: '/v1/invoices',
        status: 200,
        problem: null,
        caller: { kind: 'member', id: app.id('membership', of.owner.membershipId), name: of.owner.name },
        credential: expect.stringMatching(/^ses_/) as string,
      },
    ])
    expect(await ask({ caller: app.id('membership', member.membershipId) })).toMatchObject([
      { status: 403, problem: 'permission_denied', request_id: refused.headers['request-id'] },
    ])
    const failed = await ask({ status: '4xx' })
    expect(failed.map(({ status }) => status)).toEqual([412, 422, 403])
    expect(failed[1]?.request_id).toBe(wrong.headers['request-id'])
    expect((await ask({ operation: 'invoices.issue' })).map(({ status }) => status)).toEqual([200, 412])
    const [ofOwner] = await ask({ operation: 'invoices.list', status: '2xx' })
    expect((await ask({ credential: ofOwner?.credential as string })).length).toBeGreaterThan(3)
    expect(await ask({ request_id: 'nonsense' })).toEqual([])
    const all = await ask({ limit: '100' })
    expect(all.find(({ caller }) => caller.kind === 'link')).toMatchObject({
      path: '/v1/invoice-links/{token}',
    })
    const text = JSON.stringify(all)
    for (const hidden of [secret, token, of.owner.token]) expect(text).not.toContain(hidden)
    expect(text).not.toContain(desk.owner.name)
    const two = await app.call(listRequests, of.owner, { query: { limit: 2 } as never })
    expect(two.body.has_more).toBe(true)
  })
})

test('what has served is forgotten after 30 days, and what waits is not [API-28] [NTF-30]', async () => {
  const of = await billingDesk(app)
  await issued(app, of)
  await app.edge.requests.flush()
  const count = async (table: string, where = 'true') =>
    (
      await app.fixtures.inOrganization(of.organization.id, (tx) =>
        tx.all(
          statement<{ count: number }>(
            `select count(*) as count from ${table} where organization_id = $1 and ${where}`,
          )(of.organization.id),
        ),
      )
    )[0]?.count as number
  const [events, requests] = [await count('domain_events'), await count('request_log')]
  expect([events > 1, requests > 1]).toEqual([true, true])
  await worker.global({ kind: 'system', name: 'test' }, (tx) =>
    tx.change(
      statement(
        `update domain_events set claimed_at = created_at where organization_id = $1 and id <> (select id from domain_events where organization_id = $1 order by id limit 1)`,
      )(of.organization.id),
    ),
  )
  const later = (days: number) => {
    const clock = { now: () => new Date(app.clock.now().getTime() + days * 86_400_000) }
    const database = new Database({
      connectionString: app.database.urlFor('portico_worker'),
      poolSize: 1,
      clock,
      applicationName: 'later',
    })
    return { ...app.parts, database, clock }
  }
  for (const [days, left] of [
    [29, [events, requests]],
    [31, [1, 0]],
  ] as const) {
    const parts = later(days)
    await tidyDomainEvents.run(parts)
    await tidyRequestLog.run(parts)
    await parts.database.close()
    expect([await count('domain_events'), await count('request_log')], `${days} days`).toEqual(left)
  }
})
