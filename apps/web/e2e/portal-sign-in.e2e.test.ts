import { expect, test } from 'vitest'
import { journeys, pathIn, PHONE_IN_THE_DARK } from './journey.ts'
import { askForCode, codeFor, dayFromToday, enterPortal, signInPath } from './portal-visitor.ts'

// Mail to `.example` goes nowhere and is kept to be read: the sender only has to be configured.
const world = journeys({ SMTP_URL: 'smtp://127.0.0.1:1', EMAIL_FROM: 'Kilimo Studio <mail@kilimo.example>' })

test('a contact signs in with the code from the mail and lands on the client dashboard [AUTH-35] [AUTH-40] [AUTH-53]', async () => {
  const client = await world.agency.client({ name: 'Pwani Fresh Foods', email: 'salma@pwani.example' })
  await world.agency.invoice(client.id, { due_date: dayFromToday(9) })
  const { page, check, expectRefusal } = await world.visit(PHONE_IN_THE_DARK)
  // Nobody is signed in: any page of the portal leads to signing in first, and then back.
  expectRefusal(401)
  await page.goto(`/client-portal/${world.agency.slug}/invoices`)
  await page.getByRole('heading', { name: 'Sign in to Kilimo Studio' }).waitFor()
  await check()
  await page.getByRole('button', { name: 'Send me a link and a code' }).click()
  await page.getByText('This is needed').waitFor()
  await askForCode(page, 'salma@pwani.example')
  await check()
  const code = await codeFor(world, 'salma@pwani.example')
  const field = page.getByLabel('Code from the mail')
  expectRefusal(422)
  await field.fill(code === '000000' ? '111111' : '000000')
  await page.getByText('4 tries are left').waitFor()
  await check()
  // As people paste it, with its space; complete, it is sent by itself.
  await field.fill(`${code.slice(0, 3)} ${code.slice(3)}`)
  await page.waitForURL(`**/client-portal/${world.agency.slug}/invoices`)
  await page.getByRole('link', { name: 'Home' }).click()
  await page.getByRole('heading', { name: 'You owe' }).waitFor()
  await check()
})

test('a page that the phone threw away comes back at the code [AUTH-53]', async () => {
  await world.agency.client({ name: 'Tumaini Academy', email: 'bursar@tumaini.example' })
  const { page, check } = await world.visit()
  await page.goto(signInPath(world.agency.slug))
  await askForCode(page, 'bursar@tumaini.example')
  await page.reload()
  await page.getByLabel('Code from the mail').fill(await codeFor(world, 'bursar@tumaini.example'))
  await page.getByRole('heading', { name: 'You owe nothing' }).waitFor()
  await check()
})

test('opening the mailed link spends nothing; its button does, once [AUTH-53]', async () => {
  await world.agency.client({ name: 'Dodoma Solar', email: 'info@dodomasolar.example' })
  const asking = await world.visit()
  await asking.page.goto(signInPath(world.agency.slug))
  await askForCode(asking.page, 'info@dodomasolar.example')
  const link = pathIn(await world.systemMail('info@dodomasolar.example', 'portal-sign-in'), '/client-portal/')

  const scanner = await world.visit()
  await scanner.page.goto(link)
  await scanner.page.getByRole('button', { name: 'Sign in' }).waitFor()

  const { page, check, expectRefusal } = await world.visit()
  await page.goto(link)
  await page.getByRole('heading', { name: 'Welcome back' }).waitFor()
  await check()
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'You owe nothing' }).waitFor()
  expect(new URL(page.url()).search).toBe('')
  await check()

  expectRefusal(410)
  const late = await world.visit()
  late.expectRefusal(410)
  await late.page.goto(link)
  await late.page.getByRole('button', { name: 'Sign in' }).click()
  await late.page.getByRole('heading', { name: 'This link is no longer valid' }).waitFor()
  await late.check()
  await late.page.getByRole('button', { name: 'Send me a link and a code' }).click()
  await late.page.getByLabel('Email').waitFor()
})

test('a password is set in the settings and then opens the portal; signing out closes it [POR-23] [POR-25]', async () => {
  await world.agency.client({ name: 'Moshi Coffee', email: 'ap@moshi.example' })
  const { page, check, expectRefusal } = await enterPortal(world, 'ap@moshi.example', '/settings')
  const password = 'coffee on the slopes 1895'
  await page.getByLabel('New password').fill(password)
  await page.getByRole('button', { name: 'Set password' }).click()
  await page.getByText('Your password is set').waitFor()
  await page.getByLabel('Current password').waitFor()
  await check()
  await page.getByRole('button', { name: /Your account/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
  await page.waitForURL('**/sign-in')
  await page.getByRole('button', { name: 'Use a password instead' }).click()
  await page.getByLabel('Email').fill('ap@moshi.example')
  await page.getByLabel('Password', { exact: true }).fill('not this one at all')
  expectRefusal(401)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('alert').waitFor()
  await check()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { name: 'You owe nothing' }).waitFor()
})

test('one person acts for two clients and changes between them; a link to the other one’s invoice leads there [CLI-59]', async () => {
  const first = await world.agency.client({
    name: 'Arusha Lodge',
    email: 'daniel@lodges.example',
    contact: 'Daniel Laizer',
  })
  const second = await world.agency.client({
    name: 'Zanzibar Lodge',
    email: 'daniel@lodges.example',
    contact: 'Daniel Laizer',
  })
  await world.agency.invoice(first.id, { lines: [{ description: 'Website care', unit_price: '350000' }] })
  const other = await world.agency.invoice(second.id, {
    lines: [{ description: 'Campaign', unit_price: '900000' }],
  })
  const { page, check, expectRefusal } = await enterPortal(world, 'daniel@lodges.example')
  await page.getByText('350,000').first().waitFor()
  expect(await page.getByText('900,000').count()).toBe(0)
  await page.getByRole('button', { name: 'You act for: Arusha Lodge' }).click()
  await page.getByRole('menuitem', { name: 'Zanzibar Lodge' }).click()
  await page.getByText('900,000').first().waitFor()
  expect(await page.getByText('350,000').count()).toBe(0)
  await check()
  await page.getByRole('button', { name: 'You act for: Zanzibar Lodge' }).click()
  await page.getByRole('menuitem', { name: 'Arusha Lodge' }).click()
  await page.getByText('350,000').first().waitFor()
  expectRefusal(404)
  await page.goto(`/client-portal/${world.agency.slug}/invoices/${other.id}`)
  await page.getByText('This invoice belongs to Zanzibar Lodge').waitFor()
  await check()
  await page.getByRole('button', { name: 'Go to the invoice' }).click()
  await page.getByRole('heading', { name: `Invoice ${other.number}` }).waitFor()
})

test('a suspended client sees why, and still pays [POR-12]', async () => {
  const client = await world.agency.client({ name: 'Kigamboni Traders', email: 'kft@traders.example' })
  const invoice = await world.agency.invoice(client.id)
  await world.agency.setStatus(client.id, 'suspended')
  const { page, check } = await enterPortal(world, 'kft@traders.example')
  await page.getByText('This account is suspended').waitFor()
  await check()
  await page.getByRole('link', { name: 'Pay 1 invoice' }).click()
  await page.getByRole('heading', { name: `Invoice ${invoice.number}` }).waitFor()
  await page.getByRole('button', { name: 'I have paid' }).waitFor()
})
