import { createTaxRate, getOnboarding, updateOnboarding } from '@portico/contract'
import { afterAll, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'

const app = await testApp()
afterAll(() => app.close())
const stateOf = (answer: { body: { steps: { key: string; state: string }[] } }, key: string) =>
  answer.body.steps.find((step) => step.key === key)?.state

test('the steps follow what is there; a skipped one is remembered for this person alone [AUTH-06]', async () => {
  const organization = await app.fixtures.organization()
  const { owner } = organization
  const before = await app.call(getOnboarding, owner)
  expect(before.body).toMatchObject({ path: 'starting', is_shown: true })
  expect(stateOf(before, 'client')).toBe('open')
  await app.fixtures.client(organization)
  await app.call(createTaxRate, owner, {
    body: { key: 'vat', name: 'VAT', category: 'standard', percent: '18', valid_from: '2020-01-01' },
  })
  const skipped = await app.call(updateOnboarding, owner, { body: { skip: ['brand'] } })
  expect([stateOf(skipped, 'client'), stateOf(skipped, 'money'), stateOf(skipped, 'brand')]).toEqual([
    'done',
    'done',
    'skipped',
  ])
  const admin = await app.fixtures.member(organization, { role: 'admin' })
  expect(stateOf(await app.call(getOnboarding, admin), 'brand')).toBe('open')
  const taken = await app.call(updateOnboarding, owner, { body: { take_up: ['brand'] } })
  expect(stateOf(taken, 'brand')).toBe('open')
})

test('who joins gets a tour of what they may see, and can put it away [AUTH-06]', async () => {
  const organization = await app.fixtures.organization()
  const member = await app.fixtures.member(organization, { role: 'member' })
  const first = await app.call(getOnboarding, member)
  expect(first.body.path).toBe('joining')
  expect(first.body.steps.map(({ key }) => key)).toEqual(['profile', 'see_clients', 'see_invoices'])
  expect(stateOf(await app.call(updateOnboarding, member, { body: { seen: ['profile'] } }), 'profile')).toBe(
    'done',
  )
  const away = await app.call(updateOnboarding, member, { body: { is_hidden: true } })
  expect(away.body.is_shown).toBe(false)
})
