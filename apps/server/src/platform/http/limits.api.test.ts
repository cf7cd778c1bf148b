import {
  applyPortalCredit,
  createToken,
  getMe,
  getSetUp,
  portalSignOut,
  recordPayment,
} from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, issued } from '../../../test/billing.ts'
import { pay, paymentOf, tzs } from '../../../test/paying.ts'

const app = await testApp({ environment: { PORTICO_RATE_LIMIT: '30' } })
const proxied = await testApp({
  environment: { PORTICO_RATE_LIMIT: '30', PORTICO_TRUSTED_PROXIES: '10.0.0.0/8' },
})
afterAll(async () => {
  await app.close()
  await proxied.close()
})

/** How many of so many requests came through. */
async function passed(count: number, ask: (at: number) => Promise<{ status: number }>): Promise<number> {
  let through = 0
  for (let at = 0; at < count; at++) if ((await ask(at)).status !== 429) through++
  return through
}
const unknown = (): Caller => ({ token: crypto.randomUUID().replaceAll('-', '') })

describe('limits', () => {
  test('are announced, and beyond them the refusal says when to come back [SEC-06] [API-23]', async () => {
    const ip = '192.0.2.1'
    const first = await app.call(getSetUp, { ip })
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"api";q=30;w=60',
      ratelimit: expect.stringMatching(/^"api";r=29;t=\d+$/),
    })
    expect(await passed(60, () => app.call(getSetUp, { ip }))).toBeLessThanOrEqual(30)
    const { status, headers, body } = await app.call(getSetUp, { ip })
    expect(status).toBe(429)
    expect(body).toMatchObject({ code: 'rate_limited', retry_after: Number(headers['retry-after']) })
    expect(headers.ratelimit).toMatch(/^"api";r=0;t=\d+$/)
    expect(headers['request-id']).toBe((body as unknown as { request_id: string }).request_id)
  })

  test('are not evaded by tokens that somebody made up [SEC-06]', async () => {
    const ip = '192.0.2.2'
    expect(await passed(60, () => app.call(getMe, { ...unknown(), ip }))).toBeLessThanOrEqual(30)
    const other = '192.0.2.3'
    expect(await passed(60, () => app.call(getSetUp, { ...unknown(), ip: other }))).toBeLessThanOrEqual(30)
  })

  test('count people who are signed in one by one, also behind one address [SEC-06]', async () => {
    const { owner } = await app.fixtures.organization()
    const colleague = await app.fixtures.organization()
    const ip = '192.0.2.4'
    expect(await passed(25, () => app.call(getMe, { ...owner, ip }))).toBe(25)
    expect(await passed(25, () => app.call(getMe, { ...colleague.owner, ip }))).toBe(25)
    expect(await passed(25, () => app.call(getMe, { ...owner, ip }))).toBeLessThan(10)
  })

  test('count guesses of passwords by address, more tightly [SEC-06] [AUTH-11]', async () => {
    const guess = (at: number) =>
      app.call(
        createToken,
        { ip: '192.0.2.5' },
        { body: { email: `guess-${at}@example.com`, password: 'x' } },
      )
    expect(await passed(15, guess)).toBeLessThanOrEqual(10)
  })

  test('believe a forwarded address only from a proxy that is trusted [SEC-06]', async () => {
    const ask = (server: typeof app, ip: string) => (at: number) =>
      server.call(getSetUp, { ip }, { headers: { 'x-forwarded-for': `198.51.100.${at}` } })
    expect(await passed(60, ask(app, '192.0.2.6'))).toBeLessThanOrEqual(30)
    expect(await passed(60, ask(proxied, '192.0.2.6'))).toBeLessThanOrEqual(30)
    expect(await passed(60, ask(proxied, '10.0.0.7'))).toBe(60)
  })
})

test('an address that cannot be decoded is refused like anything else [API-23]', async () => {
  for (const url of ['/v1/%', '/v1/clients/%zz', '/%c0%af']) {
    const answer = await app.edge.server.inject({ method: 'GET', url })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json()).toMatchObject({
      code: 'malformed_request',
      request_id: answer.headers['request-id'],
    })
  }
})

test('an idempotency key is the caller’s own, for one client, and one of an organization is unknown in another [API-18]', async () => {
  const desk = await billingDesk(proxied)
  await pay(proxied, desk, { amount: 50_000 })
  const invoice = await issued(proxied, desk)
  const contact = await proxied.fixtures.contact(desk.organization, desk.client)
  const sister = await proxied.fixtures.client(desk.organization)
  const same = await proxied.fixtures.contact(desk.organization, sister, { user: contact })
  const spend = (clientId: string) =>
    proxied.call(
      applyPortalCredit,
      { ...contact, clientId },
      { params: { invoice_id: invoice.id }, body: { amount: tzs(100) }, idempotencyKey: 'one' },
    )
  expect((await spend(contact.clientId)).status).toBe(201)
  // The answer given to one client is not shown to whoever acts for another one by now.
  expect((await spend(same.clientId)).body).toMatchObject({ code: 'idempotency_key_reused' })

  const other = await billingDesk(proxied)
  const colleague = await proxied.fixtures.member(desk.organization, { role: 'finance' })
  const given = { body: paymentOf(desk, { amount: 700 }), idempotencyKey: 'shared' }
  const answers = [
    await proxied.call(recordPayment, desk.owner, given),
    await proxied.call(recordPayment, colleague, given),
    await proxied.call(recordPayment, other.owner, {
      body: paymentOf(other, { amount: 700 }),
      idempotencyKey: 'shared',
    }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(3)
})

test('a change that a cookie authorizes needs its token, and an origin that is ours [SEC-01]', async () => {
  const contact = await app.fixtures
    .organization()
    .then(async (organization) => app.fixtures.contact(organization, await app.fixtures.client(organization)))
  const cookie = `portico_portal=${contact.token}`
  const elsewhere: Record<string, string>[] = [
    { cookie, origin: 'https://evil.example' },
    { cookie, 'sec-fetch-site': 'cross-site' },
    { cookie, 'sec-fetch-site': 'same-site' },
    { cookie, host: 'localhost', origin: 'http://localhost.evil.example' },
  ]
  for (const headers of elsewhere) {
    expect((await app.call(portalSignOut, { ip: '192.0.2.9' }, { headers })).body).toMatchObject({
      code: 'csrf_refused',
    })
  }
})
