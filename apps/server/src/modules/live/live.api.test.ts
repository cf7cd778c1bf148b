import { createClient, listChanges, listPortalChanges, signOut, updateMember } from '@portico/contract'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, draft as draftOf, issued as issuedOf, type Desk } from '../../../test/billing.ts'
import { pay, sendProof } from '../../../test/paying.ts'
import { OpenStream } from '../../../test/streams.ts'
import { Database } from '../../platform/database/index.ts'
import { Worker } from '../../platform/jobs/worker.ts'
import { EventPublisher, PostgresBus } from '../../platform/live/index.ts'

const app = await testApp()
// Two nodes: the web node hears by one bus what the worker says by another.
const workersBus = new PostgresBus({ connectionString: app.database.urlFor('portico_worker') })
const webBus = new PostgresBus({ connectionString: app.database.urlFor('portico_app') })
const database = new Database({
  connectionString: app.database.urlFor('portico_worker'),
  poolSize: 3,
  clock: app.clock,
  applicationName: 'test worker',
})
let worker: Worker
let desk: Desk
const streams: OpenStream[] = []

beforeAll(async () => {
  const publisher = new EventPublisher(workersBus)
  worker = await Worker.start({
    parts: { ...app.parts, database },
    jobsUrl: app.database.urlFor('portico_jobs'),
    subscriptions: [],
    recurring: [],
    tell: (events) => publisher.publish(events),
    log: { warn: () => {}, error: () => {} },
  })
  app.parts.database.onEvents = () => worker.dispatcher.poke()
  await app.edge.live.connect(webBus)
  desk = await billingDesk(app)
})
afterAll(async () => {
  streams.forEach((stream) => stream.close())
  await worker.stop()
  await workersBus.close()
  await webBus.close()
  await database.close()
  // The test's own client keeps connections ready on which it never asked.
  app.edge.server.server.closeAllConnections()
  await app.close()
})

async function open(caller: Caller, path = '/v1/changes'): Promise<OpenStream> {
  const stream = await OpenStream.open(app, path, caller)
  streams.push(stream)
  await expect.poll(() => stream.told[0]?.event).toBe('ready')
  // What happened a moment ago is told again at the opening; each test waits for its own.
  stream.told.length = 1
  return stream
}
const portal = '/v1/portal/changes'

describe('the stream', () => {
  test('says what changed after the commit, and nothing of what it says [NTF-06]', async () => {
    const stream = await open(desk.owner)
    expect(stream.headers.get('x-accel-buffering')).toBe('no')
    expect(stream.headers.get('content-encoding')).toBeNull()
    expect(stream.headers.get('cache-control')).toContain('no-store')
    const { body } = await app.call(createClient, desk.owner, { body: { name: 'Secret Name Ltd' } })
    await expect.poll(() => stream.kinds).toEqual(['client'])
    expect(Object.keys(stream.changes[0] as object).toSorted()).toEqual(['id', 'kind', 'version'])
    expect(stream.changes[0]?.id).toBe(body.id)
    expect(JSON.stringify(stream.told)).not.toContain('Secret')
  })

  test('tells each member only of what the role may see [NTF-06] [RBAC-21]', async () => {
    const [owner, support] = await Promise.all([
      open(desk.owner),
      app.fixtures.member(desk.organization, { role: 'support' }).then((member) => open(member)),
    ])
    const invoice = await issuedOf(app, desk)
    await pay(app, desk, { amount: 100, parts: [[invoice, 100]] })
    await app.call(createClient, desk.owner, { body: { name: 'Last' } })
    await expect.poll(() => owner.kinds.at(-1)).toBe('client')
    await expect.poll(() => support.kinds.at(-1)).toBe('client')
    expect(new Set(owner.kinds)).toEqual(new Set(['invoice', 'payment', 'receipt', 'email', 'client']))
    expect(support.kinds).toEqual(['client'])
  })

  test('tells a member limited to assigned clients only of those, as they are assigned now [NTF-06]', async () => {
    const assigned = await app.fixtures.client(desk.organization)
    const limited = await app.fixtures.member(desk.organization, {
      role: 'member',
      isLimited: true,
      assignedTo: [assigned.id],
    })
    const stream = await open(limited)
    await draftOf(app, desk)
    const own = await draftOf(app, { ...desk, client: assigned })
    await expect.poll(() => stream.changes.map(({ id }) => id)).toEqual([own.id])
  })

  test('tells a contact of the own client only, and of no draft [NTF-06] [SEC-07]', async () => {
    const contact = await app.fixtures.contact(desk.organization, desk.client)
    const sister = await app.fixtures.client(desk.organization)
    const other = await app.fixtures.contact(desk.organization, sister)
    const [own, others] = await Promise.all([open(contact, portal), open(other, portal)])
    await draftOf(app, desk)
    const invoice = await issuedOf(app, desk)
    await sendProof(app, contact, invoice)
    await expect.poll(() => own.kinds).toEqual(['invoice', 'payment_proof'])
    expect(own.changes[0]?.id).toBe(invoice.id)
    expect(others.kinds).toEqual([])
  })

  test('says nothing of another organization [NTF-06] [SEC-04]', async () => {
    const [theirs, ours] = await Promise.all([
      app.fixtures.organization().then(({ owner }) => open(owner)),
      open(desk.owner),
    ])
    await app.call(createClient, desk.owner, { body: { name: 'Ours' } })
    await expect.poll(() => ours.kinds).toEqual(['client'])
    expect(theirs.kinds).toEqual([])
    const refused = await OpenStream.open(app, '/v1/changes', {
      ...desk.owner,
      organizationId: (await app.fixtures.organization()).publicId,
    })
    expect(refused.status).toBe(404)
  })

  test('ends when the session does [NTF-06]', async () => {
    const member = await app.fixtures.member(desk.organization, { role: 'member' })
    const stream = await open(member)
    const other = await open(desk.owner)
    await app.call(signOut, member)
    await app.edge.live.look()
    await expect.poll(() => stream.hasEnded).toBe(true)
    expect(other.hasEnded).toBe(false)
    expect((await OpenStream.open(app, '/v1/changes', member)).status).toBe(401)
  })

  test('ends when the rights change, to be opened anew with the new ones [NTF-06] [RBAC-21]', async () => {
    const member = await app.fixtures.member(desk.organization, { role: 'member' })
    const stream = await open(member)
    await app.call(updateMember, desk.owner, {
      params: { membership_id: app.id('membership', member.membershipId) },
      body: { role_id: app.id('role', desk.organization.roleIds.get('support') as string) },
      version: 1,
    })
    await expect.poll(() => stream.hasEnded).toBe(true)
    expect(stream.told.at(-1)?.event).toBe('again')
    const next = await open(member)
    await draftOf(app, desk)
    await app.call(createClient, desk.owner, { body: { name: 'After the change' } })
    await expect.poll(() => next.kinds).toEqual(['client'])
  })

  test('is opened so often by one person and no more [NTF-06]', async () => {
    const member = await app.fixtures.member(desk.organization, { role: 'member' })
    const many = await Promise.all(Array.from({ length: 20 }, () => open(member)))
    const refused = await OpenStream.open(app, '/v1/changes', member)
    expect(refused.status).toBe(429)
    many[0]?.close()
    await expect.poll(async () => (await OpenStream.open(app, '/v1/changes', member)).status).toBe(200)
  })

  test('says that something was missed where the node could not hear [NTF-06] [NTF-08]', async () => {
    const stream = await open(desk.owner)
    const admin = new pg.Client({ connectionString: app.database.adminUrl })
    await admin.connect()
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name like 'portico live%'`,
    )
    await admin.end()
    await expect.poll(() => stream.told.at(-1)?.event, { timeout: 10_000 }).toBe('missed')
    await app.call(createClient, desk.owner, { body: { name: 'Heard again' } })
    await expect.poll(() => stream.kinds, { timeout: 10_000 }).toEqual(['client'])
  })
})

describe('asking every 30 seconds instead', () => {
  test('finds what changed since, once more what is a minute older [NTF-07]', async () => {
    const first = await app.call(listChanges, desk.owner)
    expect(first.body).toMatchObject({ data: [], is_complete: true })
    app.clock.advance(90_000)
    const { body } = await app.call(createClient, desk.owner, { body: { name: 'Found by asking' } })
    app.clock.advance(30_000)
    const second = await app.call(listChanges, desk.owner, { query: { since: first.body.since } })
    expect(second.body.data.map(({ id }) => id)).toContain(body.id)
    app.clock.advance(30_000)
    const third = await app.call(listChanges, desk.owner, { query: { since: second.body.since } })
    expect(third.body.data.map(({ version }) => version)).toEqual(
      expect.arrayContaining(
        second.body.data.filter(({ id }) => id === body.id).map(({ version }) => version),
      ),
    )
    app.clock.advance(120_000)
    const later = await app.call(listChanges, desk.owner, { query: { since: third.body.since } })
    expect(later.body.data.map(({ id }) => id)).not.toContain(body.id)
  })

  test('shows what the caller may see and no more [NTF-07] [RBAC-21] [SEC-07]', async () => {
    const since = new Date(app.clock.now().getTime() + 61_000).toISOString()
    app.clock.advance(120_000)
    const assigned = await app.fixtures.client(desk.organization)
    const [support, limited, contact] = await Promise.all([
      app.fixtures.member(desk.organization, { role: 'support' }),
      app.fixtures.member(desk.organization, { role: 'member', isLimited: true, assignedTo: [assigned.id] }),
      app.fixtures.contact(desk.organization, desk.client),
    ])
    const draft = await draftOf(app, { ...desk, client: assigned })
    const invoice = await issuedOf(app, desk)
    const seen = async (caller: Caller, operation = listChanges) =>
      (await app.call(operation, caller, { query: { since } })).body.data.map(({ id }) => id)
    expect(await seen(desk.owner)).toEqual(expect.arrayContaining([draft.id, invoice.id]))
    expect(await seen(support)).toEqual([])
    expect(await seen(limited)).toEqual([draft.id])
    expect(new Set(await seen(contact, listPortalChanges as unknown as typeof listChanges))).toEqual(
      new Set([invoice.id]),
    )
  })

  test('says so where it is too long ago [NTF-07]', async () => {
    const since = app.clock.now().toISOString()
    app.clock.advance(2 * 60 * 60_000)
    const { body } = await app.call(listChanges, desk.owner, { query: { since } })
    expect(body).toMatchObject({ data: [], is_complete: false })
  })
})
