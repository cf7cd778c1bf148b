import { changePassword, getMe, getWorkspace, signIn, signOut, updateMe } from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { Browser } from '../../../test/browser.ts'
import { sha256 } from '../../platform/crypto/tokens.ts'
import { statement } from '../../platform/database/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { createUser } from './index.ts'

const app = await testApp()
afterAll(() => app.close())

const password = 'seven green kettles'
let count = 0
async function person(): Promise<{ email: string; userId: string }> {
  const email = `Staff.${++count}@Example.com`
  return { email, userId: (await createUser(app.parts, { name: 'Neema Joseph', email, password })).userId }
}
const sessionRow = statement<{ n: number }>('select count(*) as n from sessions where token_hash = $1')
const look = <Row>(text: string, ...values: unknown[]) =>
  app.parts.database.global(systemPrincipal('test'), (tx) => tx.all(statement<Row>(text)(...values)))

describe('signing in', () => {
  test('with address and password answers who came in, whatever the case of the address [AUTH-01]', async () => {
    const { email } = await person()
    const browser = new Browser(app)
    const answer = await browser.call(signIn, { body: { email: email.toUpperCase(), password } })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      name: 'Neema Joseph',
      email,
      email_verified: true,
      is_platform_admin: false,
      organizations: [],
    })
    expect((await browser.call(getMe)).body).toMatchObject({ email })
  })

  test('refuses a wrong password and an unknown address in the same words [AUTH-01]', async () => {
    const { email } = await person()
    const wrong = await new Browser(app).call(signIn, { body: { email, password: 'not this one at all' } })
    const unknown = await new Browser(app).call(signIn, {
      body: { email: 'nobody.at.all@example.com', password },
    })
    expect(wrong.status).toBe(401)
    expect(unknown.status).toBe(401)
    const said = ({ code, title, detail, status }: Record<string, unknown>) => ({
      code,
      title,
      detail,
      status,
    })
    expect(said(wrong.body as Record<string, unknown>)).toEqual(said(unknown.body as Record<string, unknown>))
    expect(wrong.headers['set-cookie']).toBeUndefined()
  })

  test('refuses what is no address, and fields that are not known [AUTH-01]', async () => {
    const answer = await new Browser(app).call(signIn, {
      body: { email: 'no address', password: 'x', admin: true } as never,
    })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ code: 'validation_failed' })
  })

  test('keeps the session on the server, by its hash alone, over requests [AUTH-03] [SEC-02]', async () => {
    const { email, userId } = await person()
    const browser = new Browser(app)
    await browser.call(signIn, { body: { email, password } })
    const token = browser.cookies.get('portico_session') as string
    expect(token).toMatch(/^[\w-]{43}$/)
    const { rows } = await app.parts.database.read(
      { organizationId: null, statements: [], judge: () => systemPrincipal('test') },
      [sessionRow(sha256(token)), sessionRow(Buffer.from(token))],
    )
    expect(rows.map((row) => row[0])).toEqual([{ n: 1 }, { n: 0 }])
    const [user] = await look<{ password_hash: string }>(
      'select password_hash from users where id = $1',
      userId,
    )
    expect(user?.password_hash).toMatch(/^\$argon2id\$/)
    expect((await browser.call(getMe)).status).toBe(200)
  })

  test('lasts 12 hours, or 30 days where the person stays signed in [AUTH-03]', async () => {
    const { email } = await person()
    const [short, kept] = [new Browser(app), new Browser(app)]
    const cookies = [
      await short.call(signIn, { body: { email, password } }),
      await kept.call(signIn, { body: { email, password, keep_signed_in: true } }),
    ].map((answer) => String(answer.headers['set-cookie']))
    expect(cookies[0]).not.toMatch(/portico_session=[^;]+; Max-Age/)
    expect(cookies[1]).toMatch(/portico_session=[^;]+; Max-Age=2592000/)
    expect(cookies[0]).toMatch(/portico_session=[^;]+;[^,]*HttpOnly/)
    app.clock.advance(12 * 3_600_000 + 1)
    expect((await short.call(getMe)).body).toMatchObject({ code: 'not_signed_in' })
    expect((await kept.call(getMe)).status).toBe(200)
    app.clock.advance(18.5 * 86_400_000 + 11 * 86_400_000)
    expect((await kept.call(getMe)).status).toBe(401)
  })

  test('gives a session of its own each time, and ends the one before it in this browser [AUTH-03]', async () => {
    const { email } = await person()
    const browser = new Browser(app)
    browser.cookies.set('portico_session', 'planted-planted-planted-planted-planted-pla')
    await browser.call(signIn, { body: { email, password } })
    const first = browser.cookies.get('portico_session') as string
    expect(first).not.toContain('planted')
    await browser.call(signIn, { body: { email, password } })
    expect(browser.cookies.get('portico_session')).not.toBe(first)
    expect((await app.call(getMe, { token: first })).status).toBe(401)
  })

  test('shows when the person came in the time before [AUTH-33]', async () => {
    const { email } = await person()
    const browser = new Browser(app)
    expect((await browser.call(signIn, { body: { email, password } })).body).toMatchObject({
      last_login_at: null,
    })
    const before = app.clock.now().toISOString()
    app.clock.advance(3_600_000)
    expect((await browser.call(signIn, { body: { email, password } })).body).toMatchObject({
      last_login_at: before,
    })
    expect((await browser.call(getMe)).body).toMatchObject({ last_login_at: before })
  })

  test('is refused for a disabled account, and its sessions end [AUTH-01] [AUTH-03]', async () => {
    const { email, userId } = await person()
    const browser = new Browser(app)
    await browser.call(signIn, { body: { email, password } })
    await look('update users set disabled_at = now() where id = $1', userId)
    expect((await browser.call(getMe)).status).toBe(401)
    expect((await browser.call(signIn, { body: { email, password } })).body).toMatchObject({
      code: 'wrong_credentials',
    })
  })
})

describe('on HTTPS', () => {
  test('the cookies are of this host alone and never travel in clear [AUTH-03] [SEC-02]', async () => {
    const secure = await testApp({ environment: { PORTICO_URL: 'https://portal.example.com' } })
    try {
      await createUser(secure.parts, { name: 'Neema', email: 'neema@example.com', password })
      const browser = new Browser(secure)
      const answer = await browser.call(signIn, { body: { email: 'neema@example.com', password } })
      const cookies = [answer.headers['set-cookie'] ?? []].flat() as string[]
      const session = cookies.find((cookie) => cookie.startsWith('__Host-portico_session=')) ?? ''
      expect(session.split('; ').slice(1).toSorted()).toEqual([
        'HttpOnly',
        'Path=/',
        'SameSite=Lax',
        'Secure',
      ])
      for (const cookie of cookies) expect(cookie).toContain('; Secure')
      expect((await browser.call(getMe)).status).toBe(200)
    } finally {
      await secure.close()
    }
  })
})

describe('signing out', () => {
  test('ends the session at once, on the server and in the browser [AUTH-02]', async () => {
    const { email } = await person()
    const browser = new Browser(app)
    await browser.call(signIn, { body: { email, password } })
    const token = browser.cookies.get('portico_session') as string
    expect((await browser.call(signOut)).status).toBe(200)
    expect(browser.cookies.has('portico_session')).toBe(false)
    expect((await app.call(getMe, { token })).body).toMatchObject({ code: 'not_signed_in' })
    expect((await browser.call(signOut)).status).toBe(200)
  })

  test('cannot be caused by a page elsewhere [AUTH-02]', async () => {
    const { email } = await person()
    const browser = new Browser(app)
    await browser.call(signIn, { body: { email, password } })
    expect((await browser.call(signOut, { headers: { 'sec-fetch-site': 'cross-site' } })).body).toMatchObject(
      { code: 'csrf_refused' },
    )
    expect((await browser.call(getMe)).status).toBe(200)
  })
})

describe('whoever is signed in', () => {
  test('changes name and language, with the CSRF token of the session [AUTH-03]', async () => {
    const { email } = await person()
    const browser = new Browser(app)
    await browser.call(signIn, { body: { email, password } })
    expect(
      (await browser.call(updateMe, { body: { name: 'Neema J. Mollel', locale: 'sw' } })).body,
    ).toMatchObject({ name: 'Neema J. Mollel', locale: 'sw' })
    expect(
      (await browser.call(updateMe, { body: { name: 'Mallory' }, headers: { 'portico-csrf': 'wrong' } }))
        .body,
    ).toMatchObject({ code: 'csrf_refused' })
    expect((await new Browser(app).call(updateMe, { body: { name: 'Mallory' } })).status).toBe(401)
  })

  test('changes the password with the current one, which ends the other sessions [AUTH-10]', async () => {
    const { email } = await person()
    const [here, elsewhere] = [new Browser(app), new Browser(app)]
    await here.call(signIn, { body: { email, password } })
    await elsewhere.call(signIn, { body: { email, password } })
    const next = 'nine purple lanterns'
    expect(
      (
        await here.call(changePassword, {
          body: { current_password: 'not this one at all', new_password: next },
        })
      ).body,
    ).toMatchObject({ code: 'wrong_credentials' })
    expect(
      (await here.call(changePassword, { body: { current_password: password, new_password: 'password123' } }))
        .body,
    ).toMatchObject({
      code: 'password_too_weak',
      errors: [{ pointer: '/new_password', code: 'not_breached' }],
    })
    expect((await elsewhere.call(getMe)).status).toBe(200)
    expect(
      (await here.call(changePassword, { body: { current_password: password, new_password: next } })).status,
    ).toBe(200)
    expect((await here.call(getMe)).status).toBe(200)
    expect((await elsewhere.call(getMe)).status).toBe(401)
    expect((await new Browser(app).call(signIn, { body: { email, password } })).status).toBe(401)
    expect((await new Browser(app).call(signIn, { body: { email, password: next } })).status).toBe(200)
    expect(
      (
        await new Browser(app).call(changePassword, {
          body: { current_password: password, new_password: next },
        })
      ).status,
    ).toBe(401)
  })

  test('opens the workspace only as a member; signed out, nobody does [AUTH-42]', async () => {
    const organization = await app.fixtures.organization()
    expect((await app.call(getWorkspace, { organizationId: organization.publicId })).body).toMatchObject({
      code: 'not_signed_in',
    })
    expect((await app.call(getWorkspace, organization.owner)).status).toBe(200)
    const client = await app.fixtures.client(organization)
    const contact = await app.fixtures.contact(organization, client)
    expect(
      (await app.call(getWorkspace, { token: contact.token, organizationId: organization.publicId })).body,
    ).toMatchObject({ code: 'not_signed_in' })
  })
})
