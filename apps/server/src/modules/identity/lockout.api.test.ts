import { changePassword, requestPasswordReset, resetPassword, signIn } from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp, type TestAnswer } from '../../../test/app.ts'
import { Browser } from '../../../test/browser.ts'
import { systemMailsTo, tokenOf } from '../../../test/mailbox.ts'
import { statement } from '../../platform/database/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { createUser, makeResetLink } from './index.ts'

const app = await testApp()
afterAll(() => app.close())

const password = 'seven green kettles'
const wrong = 'not this one at all'
const minute = 60_000
let count = 0
async function person(): Promise<string> {
  const email = `locked.${++count}@example.com`
  await createUser(app.parts, { name: 'Neema Joseph', email, password })
  return email
}
const tryIt = (email: string, secret: string, browser = new Browser(app)): Promise<TestAnswer> =>
  browser.call(signIn, { body: { email, password: secret } })
async function fail(email: string, times: number, browser = new Browser(app)): Promise<TestAnswer> {
  let last = await tryIt(email, wrong, browser)
  for (let at = 1; at < times; at++) last = await tryIt(email, wrong, browser)
  return last
}
const attempts = (email: string) =>
  app.parts.database.global(systemPrincipal('test'), (tx) =>
    tx.all(
      statement<{ bucket: string; failures: number; lock_level: number; locked_until: string | null }>(
        'select bucket, failures, lock_level, locked_until from login_attempts where email_key = $1 order by bucket',
      )(email),
    ),
  )

describe('lockout', () => {
  test('counts failures by account and starts again after a right password [AUTH-31]', async () => {
    const email = await person()
    expect((await fail(email, 4)).body).toMatchObject({ code: 'wrong_credentials' })
    expect(await attempts(email)).toEqual([
      { bucket: 'everyone', failures: 4, lock_level: 0, locked_until: null },
    ])
    expect((await tryIt(email, password)).status).toBe(200)
    expect(await attempts(email)).toEqual([])
    expect((await fail(email, 4)).body).toMatchObject({ code: 'wrong_credentials' })
  })

  test('locks at the fifth failure in a row for 15 minutes; the right password does not get in meanwhile [AUTH-30] [AUTH-32]', async () => {
    const email = await person()
    const fifth = await fail(email, 5)
    expect(fifth.status).toBe(429)
    expect(fifth.body).toMatchObject({ code: 'account_locked', retry_after: 900 })
    expect(fifth.headers['retry-after']).toBe('900')
    expect((await tryIt(email, password)).body).toMatchObject({ code: 'account_locked' })
    app.clock.advance(15 * minute - 1000)
    expect((await tryIt(email, password)).body).toMatchObject({ code: 'account_locked', retry_after: 1 })
    app.clock.advance(1000)
    expect((await tryIt(email, password)).status).toBe(200)
  })

  test('doubles with each lock, up to a day [AUTH-30]', async () => {
    const email = await person()
    const seconds: unknown[] = []
    for (let round = 0; round < 9; round++) {
      const { body } = await fail(email, 5)
      const { retry_after } = body as { retry_after: number }
      seconds.push(retry_after / 60)
      app.clock.advance(retry_after * 1000)
    }
    expect(seconds).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440])
  })

  test('counts unknown addresses in the same way [AUTH-31]', async () => {
    const fifth = await fail('nobody.knows@example.com', 5)
    expect(fifth.body).toMatchObject({ code: 'account_locked', retry_after: 900 })
    expect(await systemMailsTo(app, 'nobody.knows@example.com')).toEqual([])
  })

  test('gives a device that signed in before a bucket of its own, so that strangers cannot lock the owner out [AUTH-30]', async () => {
    const email = await person()
    const own = new Browser(app)
    await tryIt(email, password, own)
    expect((await fail(email, 5)).body).toMatchObject({ code: 'account_locked' })
    expect((await tryIt(email, password, own)).status).toBe(200)
    expect((await tryIt(email, password)).body).toMatchObject({ code: 'account_locked' })
    expect((await fail(email, 5, own)).body).toMatchObject({ code: 'account_locked' })
    expect((await tryIt(email, password, own)).body).toMatchObject({ code: 'account_locked' })
  })

  test('does not take a device of another person for a known one [AUTH-30]', async () => {
    const [email, other] = [await person(), await person()]
    const browser = new Browser(app)
    await tryIt(other, password, browser)
    await fail(email, 5)
    expect((await tryIt(email, password, browser)).body).toMatchObject({ code: 'account_locked' })
  })

  test('judges five guesses however many arrive at once [AUTH-30]', async () => {
    const email = await person()
    const answers = await Promise.all(Array.from({ length: 20 }, () => tryIt(email, wrong)))
    const codes = answers.map((answer) => (answer.body as { code: string }).code)
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(4)
    expect(codes.filter((code) => code === 'account_locked')).toHaveLength(16)
    expect(await attempts(email)).toMatchObject([{ failures: 0, lock_level: 1 }])
  })

  test('tells the owner by mail, once per lock, with the way out [AUTH-32]', async () => {
    const email = await person()
    await fail(email, 7)
    const mails = await systemMailsTo(app, email)
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({
      template: 'account-locked',
      props: {
        attempts: 5,
        lockedMinutes: 15,
        place: '203.0.113.7',
        resetUrl: 'http://localhost:3000/forgot-password',
      },
    })
  })

  test('ends with a reset, by mail or from the terminal [AUTH-32]', async () => {
    const email = await person()
    await fail(email, 5)
    await new Browser(app).call(requestPasswordReset, { body: { email } })
    const token = tokenOf((await systemMailsTo(app, email)).at(-1))
    expect(
      (await new Browser(app).call(resetPassword, { body: { token, password: 'nine purple lanterns' } }))
        .status,
    ).toBe(200)
    expect((await tryIt(email, 'nine purple lanterns')).status).toBe(200)

    await fail(email, 5)
    expect(await makeResetLink(app.parts, email)).toContain('/reset-password?token=')
    expect((await tryIt(email, 'nine purple lanterns')).status).toBe(200)
  })

  test('guards the change of a password too [AUTH-30]', async () => {
    const email = await person()
    const browser = new Browser(app)
    await tryIt(email, password, browser)
    for (let at = 0; at < 5; at++)
      await browser.call(changePassword, {
        body: { current_password: wrong, new_password: 'nine purple lanterns' },
      })
    expect(
      (
        await browser.call(changePassword, {
          body: { current_password: password, new_password: 'nine purple lanterns' },
        })
      ).body,
    ).toMatchObject({ code: 'account_locked' })
  })
})
