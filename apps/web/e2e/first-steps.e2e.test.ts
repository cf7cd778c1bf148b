import { expect, test } from 'vitest'
import { unwrap } from '../../../packages/sdk/src/index.ts'
import { journeys, pathIn, PHONE_IN_THE_DARK } from './journey.ts'
import { enterPortal } from './portal-visitor.ts'

const world = journeys({ SMTP_URL: 'smtp://127.0.0.1:1', EMAIL_FROM: 'Kilimo Studio <mail@kilimo.example>' })

test('a new organization’s first steps tick themselves off, can be skipped, and are put away [AUTH-06]', async () => {
  const owner = await world.enter()
  const { page } = owner
  await page.getByRole('heading', { name: 'The first steps' }).waitFor()
  // The agency of the journeys has its accounts already.
  await page.getByText('Say where you are paid').locator('..').getByText('Done').waitFor()
  await page.getByRole('button', { name: 'Skip: Give it your logo and colour' }).click()
  await page.getByRole('button', { name: 'Take up again: Give it your logo and colour' }).waitFor()
  await owner.check()
  await page.reload()
  await page.getByRole('button', { name: 'Take up again: Give it your logo and colour' }).click()
  await page.getByRole('button', { name: 'Skip: Give it your logo and colour' }).waitFor()
  await page.getByRole('link', { name: /Add your first client/ }).click()
  await page.waitForURL('**/clients/new')
  await page.goBack()
  await page.getByRole('button', { name: 'Put this list away' }).click()
  await page.getByText('Nobody owes you anything today.').waitFor()
})

test('an invited member is shown around in three steps [AUTH-06]', async () => {
  const { agency } = world
  const { data: roles } = await unwrap(agency.api.GET('/v1/roles', {}))
  const role = roles.find(({ key }) => key === 'member')
  await unwrap(
    agency.api.POST('/v1/invitations', { body: { email: 'neema@kilimo.example', role_id: role?.id ?? '' } }),
  )
  const { data: mails } = await unwrap(agency.api.GET('/v1/emails', {}))
  const mail = mails.find(({ to }) => to.includes('neema@kilimo.example'))
  const { text } = await unwrap(
    agency.api.GET('/v1/emails/{email_id}', { params: { path: { email_id: mail?.id ?? '' } } }),
  )
  const visitor = await world.visit(PHONE_IN_THE_DARK)
  const { page } = visitor
  await page.goto(pathIn(text, '/invitations/'))
  await page.getByLabel('Your name').fill('Neema Swai')
  await page.getByLabel('Password').first().fill('a calm and long sentence 43')
  await page.getByRole('button', { name: /Join|Accept/ }).click()
  await page.getByRole('heading', { name: 'Find your way' }).waitFor()
  await visitor.check()
  await page.getByRole('link', { name: /Open a client/ }).click()
  await page.waitForURL('**/clients')
  await page.goBack()
  await page.getByText('1 of 3 done').waitFor()
})

test('a client reads in the portal how to pay and how to send a proof, in the organization’s name [POR-31]', async () => {
  await world.agency.client({ name: 'Pwani Fresh Foods', email: 'salma@pwani.example' })
  const visitor = await enterPortal(world, 'salma@pwani.example', '/help', PHONE_IN_THE_DARK)
  const { page } = visitor
  for (const title of [
    'How to read an invoice',
    'How to pay',
    'How to send a proof',
    'Where receipts are',
    'Signing in',
  ])
    await page.getByRole('heading', { name: title }).waitFor()
  await page.getByText('Kilimo Studio checks it').waitFor()
  expect(await page.title()).toContain('Help')
  await visitor.check()
  await page.getByRole('link', { name: 'See your invoices' }).click()
  await page.waitForURL('**/invoices')
})
