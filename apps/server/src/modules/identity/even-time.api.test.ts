import { requestPasswordReset, requestPortalSignIn, resendVerification } from '@portico/contract'
import { afterAll, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
afterAll(() => app.close())

test('asking for a mail takes its time whether or not the address is known [AUTH-11] [SEC-06]', async () => {
  const organization = await app.fixtures.organization()
  const client = await app.fixtures.client(organization)
  const contact = await app.fixtures.contact(organization, client)
  const took = async (ask: () => Promise<{ status: number; body: unknown }>): Promise<number> => {
    const began = performance.now()
    expect(await ask()).toMatchObject({ status: 202, body: { done: true } })
    return performance.now() - began
  }
  for (const email of [organization.owner.email, contact.email, 'nobody@example.com']) {
    // A timer may fire a fraction early.
    expect(await took(() => app.call(requestPasswordReset, {}, { body: { email } }))).toBeGreaterThan(95)
    expect(await took(() => app.call(resendVerification, {}, { body: { email } }))).toBeGreaterThan(95)
    const body = { organization_slug: organization.slug, email }
    expect(await took(() => app.call(requestPortalSignIn, {}, { body }))).toBeGreaterThan(95)
  }
})
