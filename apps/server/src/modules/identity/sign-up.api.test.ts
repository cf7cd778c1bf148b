import {
  createOrganization,
  getMe,
  getSetUp,
  resendVerification,
  signIn,
  signUp,
  verifyEmail,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type TestApp } from '../../../test/app.ts'
import { Browser } from '../../../test/browser.ts'
import { systemMailsTo, tokenOf } from '../../../test/mailbox.ts'
import { createUser } from './index.ts'

let app: TestApp
let closed: TestApp
beforeAll(async () => {
  app = await testApp({ environment: { PORTICO_REGISTRATION: 'open' } })
  closed = await testApp()
})
afterAll(async () => {
  await app.close()
  await closed.close()
})
const password = 'seven green kettles'
const visit = () => new Browser(app)

describe('signing up', () => {
  test('works where registration is open, and nowhere else [AUTH-05]', async () => {
    expect((await visit().call(getSetUp)).body).toMatchObject({ registration: 'open' })
    expect(
      (
        await new Browser(closed).call(signUp, {
          body: { name: 'Asha', email: 'asha@example.com', password },
        })
      ).body,
    ).toMatchObject({ code: 'registration_closed' })
    const answer = await visit().call(signUp, { body: { name: 'Asha', email: 'asha@example.com', password } })
    expect(answer.status).toBe(202)
    expect(answer.body).toEqual({ done: true })
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('mails a link that verifies the address and signs in, once [AUTH-07] [EML-01]', async () => {
    const email = 'Baraka.Mushi@Example.com'
    await visit().call(signUp, { body: { name: 'Baraka', email, password, locale: 'sw' } })
    const [mail] = await systemMailsTo(app, email)
    expect(mail).toMatchObject({
      template: 'verify-email',
      locale: 'sw',
      props: { name: 'Baraka', expiresInMinutes: 1440 },
    })
    expect(mail?.props.url).toMatch(/^http:\/\/localhost:3000\/verify-email\?token=[\w-]{43}$/)
    expect((await visit().call(signIn, { body: { email, password } })).body).toMatchObject({
      code: 'email_not_verified',
    })
    expect(
      (await visit().call(signIn, { body: { email, password: 'not this one at all' } })).body,
    ).toMatchObject({ code: 'wrong_credentials' })

    const browser = visit()
    const answer = await browser.call(verifyEmail, { body: { token: tokenOf(mail) } })
    expect(answer.body).toMatchObject({ email, email_verified: true, organizations: [] })
    expect((await browser.call(getMe)).status).toBe(200)
    expect((await visit().call(verifyEmail, { body: { token: tokenOf(mail) } })).body).toMatchObject({
      code: 'token_invalid',
      status: 410,
    })
    expect((await visit().call(signIn, { body: { email, password } })).status).toBe(200)
  })

  test('lets the new person create an organization of their own [AUTH-05] [ORG-01]', async () => {
    const browser = visit()
    await browser.call(signUp, { body: { name: 'Chausiku', email: 'chausiku@example.com', password } })
    await browser.call(verifyEmail, {
      body: { token: tokenOf((await systemMailsTo(app, 'chausiku@example.com'))[0]) },
    })
    const created = await browser.call(createOrganization, { body: { name: 'Chausiku & Daughters' } })
    expect(created.status).toBe(201)
    expect(created.body).toMatchObject({ slug: 'chausiku-daughters', role: { key: 'owner' } })
  })

  test('answers the same for an address that is known, whose owner learns it by mail [AUTH-05]', async () => {
    const email = 'known@example.com'
    await createUser(app.parts, { name: 'Known', email, password })
    const answer = await visit().call(signUp, {
      body: { name: 'Mallory', email: 'KNOWN@example.com', password: 'nine purple lanterns' },
    })
    expect([answer.status, answer.body]).toEqual([202, { done: true }])
    expect(await systemMailsTo(app, email)).toMatchObject([
      {
        template: 'sign-up-existing-account',
        props: { url: 'http://localhost:3000/sign-in', resetUrl: 'http://localhost:3000/forgot-password' },
      },
    ])
    expect((await visit().call(signIn, { body: { email, password } })).body).toMatchObject({ name: 'Known' })
  })

  test('counts the latest sign-up of an unverified address, and voids the links before it [AUTH-07]', async () => {
    const email = 'twice@example.com'
    await visit().call(signUp, { body: { name: 'First', email, password } })
    await visit().call(signUp, { body: { name: 'Second', email, password: 'nine purple lanterns' } })
    const [first, second] = await systemMailsTo(app, email)
    expect((await visit().call(verifyEmail, { body: { token: tokenOf(first) } })).body).toMatchObject({
      code: 'token_invalid',
    })
    expect((await visit().call(verifyEmail, { body: { token: tokenOf(second) } })).body).toMatchObject({
      name: 'Second',
    })
    expect((await visit().call(signIn, { body: { email, password } })).body).toMatchObject({
      code: 'wrong_credentials',
    })
  })

  test('refuses weak passwords and what is missing, beside the fields [AUTH-05] [AUTH-11]', async () => {
    expect(
      (
        await visit().call(signUp, {
          body: { name: 'Dua', email: 'dua@example.com', password: 'password123' },
        })
      ).body,
    ).toMatchObject({ code: 'password_too_weak', errors: [{ pointer: '/password', code: 'not_breached' }] })
    expect(
      (await visit().call(signUp, { body: { name: 'Dua', email: 'dua@example.com', password: 'short' } }))
        .body,
    ).toMatchObject({ code: 'validation_failed', errors: [{ pointer: '/password' }] })
    expect(
      (await visit().call(signUp, { body: { email: 'dua@example.com', password } as never })).body,
    ).toMatchObject({ errors: [{ pointer: '/name', code: 'required' }] })
  })

  test('sends the mail again, at most five an hour, and to nobody who does not wait for it [AUTH-07]', async () => {
    const email = 'again@example.com'
    await visit().call(signUp, { body: { name: 'Again', email, password } })
    for (let at = 0; at < 7; at++)
      expect((await visit().call(resendVerification, { body: { email } })).status).toBe(202)
    const mails = await systemMailsTo(app, email)
    expect(mails).toHaveLength(5)
    app.clock.advance(24 * 3_600_000 + 1)
    expect((await visit().call(verifyEmail, { body: { token: tokenOf(mails.at(-1)) } })).body).toMatchObject({
      code: 'token_invalid',
    })
    expect((await visit().call(resendVerification, { body: { email: 'stranger@example.com' } })).status).toBe(
      202,
    )
    expect(await systemMailsTo(app, 'stranger@example.com')).toEqual([])
    await visit().call(resendVerification, { body: { email } })
    expect(await systemMailsTo(app, email)).toHaveLength(6)
  })
})
