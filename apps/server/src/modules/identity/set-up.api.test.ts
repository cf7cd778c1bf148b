import { createOrganization, getMe, getSetUp, getWorkspace, setUp, signIn } from '@portico/contract'
import { afterEach, describe, expect, test } from 'vitest'
import { testApp, type TestApp } from '../../../test/app.ts'
import { Browser } from '../../../test/browser.ts'
import { createUser, makePlatformAdmin, prepareSetUp } from './index.ts'

const apps: TestApp[] = []
async function freshApp(environment: Record<string, string> = {}): Promise<TestApp> {
  const app = await testApp({ environment })
  apps.push(app)
  return app
}
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})
const password = 'seven green kettles'
const owner = {
  name: 'Amina Hassan',
  email: 'amina@kilimo.example',
  password,
  organization_name: 'Kilimo Studio',
  country: 'TZ',
  currency: 'TZS',
  timezone: 'Africa/Dar_es_Salaam',
}

describe('the first visitor', () => {
  test('with the printed token makes the platform admin and the first organization, and is signed in [AUTH-01] [ORG-01] [ORG-37]', async () => {
    const app = await freshApp()
    const token = await prepareSetUp(app.parts)
    const browser = new Browser(app)
    expect((await browser.call(getSetUp)).body).toEqual({
      needs_set_up: true,
      registration: 'invite',
      is_mail_configured: false,
      is_secure: false,
    })
    const answer = await browser.call(setUp, { body: { ...owner, token: token as string } })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      is_platform_admin: true,
      email_verified: true,
      organizations: [{ slug: 'kilimo-studio', name: 'Kilimo Studio', role: { key: 'owner' } }],
    })
    expect((await browser.call(getMe)).status).toBe(200)
    const workspace = await browser.call(getWorkspace, {
      organizationId: answer.body.organizations[0]?.id as string,
    })
    expect(workspace.body).toMatchObject({
      organization: {
        base_currency: 'TZS',
        timezone: 'Africa/Dar_es_Salaam',
        country: 'TZ',
        paper: 'A4',
        plan: { key: 'self_hosted' },
      },
    })
    expect((await browser.call(getSetUp)).body).toMatchObject({ needs_set_up: false })
    expect(await prepareSetUp(app.parts)).toBeNull()
  })

  test('from elsewhere needs the token; from the machine itself does not [AUTH-01]', async () => {
    const app = await freshApp()
    const refused = [
      await new Browser(app, '203.0.113.7').call(setUp, { body: owner }),
      await new Browser(app, '203.0.113.7').call(setUp, { body: { ...owner, token: 'guessed' } }),
      await new Browser(app, '127.0.0.1').call(setUp, {
        body: owner,
        headers: { 'x-forwarded-for': '203.0.113.7' },
      }),
      await new Browser(app, '127.0.0.1').call(setUp, {
        body: owner,
        headers: { host: 'rebound.example:3000' },
      }),
    ]
    for (const answer of refused) expect(answer.body).toMatchObject({ code: 'token_invalid' })
    expect((await new Browser(app, '127.0.0.1').call(setUp, { body: owner })).status).toBe(201)

    const published = await freshApp({ PORTICO_URL: 'https://portal.example.com' })
    expect((await new Browser(published, '127.0.0.1').call(setUp, { body: owner })).body).toMatchObject({
      code: 'token_invalid',
    })
  })

  test('comes once: of two at the same moment one is told that it is done [AUTH-01]', async () => {
    const app = await freshApp()
    const answers = await Promise.all(
      ['first', 'second'].map((name) =>
        new Browser(app, '127.0.0.1').call(setUp, {
          body: { ...owner, email: `${name}@kilimo.example`, organization_name: `The ${name} one` },
        }),
      ),
    )
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409])
    expect((await new Browser(app, '127.0.0.1').call(setUp, { body: owner })).body).toMatchObject({
      code: 'set_up_done',
    })
  })

  test('is told what does not fit, and nothing is left behind [AUTH-11]', async () => {
    const app = await freshApp()
    const browser = new Browser(app, '127.0.0.1')
    expect(
      (await browser.call(setUp, { body: { ...owner, password: 'kilimo studio 2026' } })).body,
    ).toMatchObject({ code: 'password_too_weak', errors: [{ code: 'not_personal' }] })
    expect((await browser.call(setUp, { body: { ...owner, currency: 'XQX' } })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/currency' }],
    })
    expect((await browser.call(getSetUp)).body).toMatchObject({ needs_set_up: true })
  })
})

describe('from the terminal', () => {
  test('accounts are made, with a link for the password, and platform admins appointed [AUTH-09] [SEC-02]', async () => {
    const app = await freshApp()
    const made = await createUser(app.parts, { name: 'Neema', email: 'Neema@example.com' })
    expect(made.resetLink).toContain('http://localhost:3000/reset-password?token=')
    await expect(createUser(app.parts, { name: 'Neema', email: 'neema@EXAMPLE.com' })).rejects.toMatchObject({
      code: 'duplicate_email',
    })
    await expect(
      createUser(app.parts, { name: 'Weak', email: 'weak@example.com', password: 'password123' }),
    ).rejects.toMatchObject({ code: 'password_too_weak' })

    await createUser(app.parts, { name: 'Asha', email: 'asha@example.com', password })
    const browser = new Browser(app)
    expect(
      (await browser.call(signIn, { body: { email: 'asha@example.com', password } })).body,
    ).toMatchObject({ is_platform_admin: false })
    expect((await browser.call(createOrganization, { body: { name: 'Mine' } })).body).toMatchObject({
      code: 'registration_closed',
    })
    await makePlatformAdmin(app.parts, 'asha@example.com')
    expect((await browser.call(getMe)).body).toMatchObject({ is_platform_admin: true })
    expect((await browser.call(createOrganization, { body: { name: 'Mine' } })).status).toBe(201)
    await expect(makePlatformAdmin(app.parts, 'nobody@example.com')).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})
