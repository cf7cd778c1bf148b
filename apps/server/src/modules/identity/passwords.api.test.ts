import {
  checkPassword,
  getMe,
  getPortalMe,
  requestPasswordReset,
  resetPassword,
  signIn,
} from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { Browser } from '../../../test/browser.ts'
import { meanwhile } from '../../../test/meanwhile.ts'
import { systemMailsTo, tokenOf } from '../../../test/mailbox.ts'
import { createUser } from './index.ts'
import { signInWithPassword } from './sign-in.ts'

const app = await testApp()
afterAll(() => app.close())

const password = 'seven green kettles'
const next = 'nine purple lanterns'
const visit = () => new Browser(app)
let count = 0
async function person(): Promise<{ email: string; userId: string }> {
  const email = `forgot.${++count}@example.com`
  return { email, userId: (await createUser(app.parts, { name: 'Neema Joseph', email, password })).userId }
}
async function askForLink(email: string): Promise<string> {
  await visit().call(requestPasswordReset, { body: { email } })
  return tokenOf((await systemMailsTo(app, email)).at(-1))
}

describe('a forgotten password', () => {
  test('is asked for with the same answer for known and unknown addresses; the mail says where from [AUTH-08] [EML-02]', async () => {
    const { email } = await person()
    const known = await visit().call(requestPasswordReset, { body: { email } })
    const unknown = await visit().call(requestPasswordReset, { body: { email: 'stranger@example.com' } })
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect(await systemMailsTo(app, email)).toMatchObject([
      {
        template: 'password-reset',
        props: { name: 'Neema Joseph', expiresInMinutes: 60, place: '203.0.113.7' },
      },
    ])
    expect(await systemMailsTo(app, 'stranger@example.com')).toEqual([])
  })

  test('is set anew with the link, once; every session ends [AUTH-09]', async () => {
    const { email, userId } = await person()
    const browser = visit()
    await browser.call(signIn, { body: { email, password } })
    const portalToken = await app.fixtures.session(userId, 'portal')
    const [older, token] = [await askForLink(email), await askForLink(email)]

    expect(
      (await visit().call(resetPassword, { body: { token, password: 'password123' } })).body,
    ).toMatchObject({ code: 'password_too_weak' })
    const answer = await visit().call(resetPassword, { body: { token, password: next } })
    expect(answer.body).toEqual({ done: true })
    expect(answer.headers['set-cookie']).toBeUndefined()
    expect((await browser.call(getMe)).status).toBe(401)
    expect((await app.call(getPortalMe, { token: portalToken })).status).toBe(401)
    for (const spent of [token, older])
      expect(
        (await visit().call(resetPassword, { body: { token: spent, password: 'eleven blue wheelbarrows' } }))
          .body,
      ).toMatchObject({ code: 'token_invalid', status: 410 })
    expect((await visit().call(signIn, { body: { email, password } })).status).toBe(401)
    expect((await visit().call(signIn, { body: { email, password: next } })).status).toBe(200)
  })

  test('cannot be set with a link that is an hour old, or that never was [AUTH-09]', async () => {
    const { email } = await person()
    const token = await askForLink(email)
    app.clock.advance(3_600_000)
    expect((await visit().call(resetPassword, { body: { token, password: next } })).body).toMatchObject({
      code: 'token_invalid',
    })
    expect(
      (await visit().call(resetPassword, { body: { token: 'never-was', password: next } })).body,
    ).toMatchObject({ code: 'token_invalid' })
  })

  test('is set by one of two who use the link at the same moment [AUTH-09]', async () => {
    const { email } = await person()
    const token = await askForLink(email)
    const answers = await Promise.all([
      visit().call(resetPassword, { body: { token, password: next } }),
      visit().call(resetPassword, { body: { token, password: 'eleven blue wheelbarrows' } }),
    ])
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 410])
  })

  test('lets nobody in with the old one whose sign-in was being checked meanwhile [AUTH-09]', async () => {
    const { email } = await person()
    const token = await askForLink(email)
    const reset = () => visit().call(resetPassword, { body: { token, password: next } })
    const late = signInWithPassword(
      meanwhile(app.parts, 'before', 'global', reset),
      { ip: '203.0.113.7', userAgent: null, requestId: null },
      { sessionToken: null, deviceToken: null },
      { email, password },
    )
    await expect(late).rejects.toMatchObject({ code: 'wrong_credentials' })
    expect((await visit().call(signIn, { body: { email, password: next } })).status).toBe(200)
  })

  test('is not asked for more than five times an hour [AUTH-08]', async () => {
    const { email } = await person()
    for (let at = 0; at < 8; at++) await visit().call(requestPasswordReset, { body: { email } })
    expect(await systemMailsTo(app, email)).toHaveLength(5)
  })
})

test('the requirements of a password can be asked for while typing [AUTH-11]', async () => {
  const answer = await visit().call(checkPassword, {
    body: { password: 'password123', email: 'a.long.name@example.com' },
  })
  expect(answer.body).toEqual({
    is_accepted: false,
    requirements: [
      { key: 'length', is_met: true },
      { key: 'not_breached', is_met: false },
      { key: 'not_personal', is_met: true },
    ],
  })
  expect((await visit().call(checkPassword, { body: { password: next } })).body).toMatchObject({
    is_accepted: true,
  })
})
