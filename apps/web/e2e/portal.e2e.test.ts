import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { ifMatch, unwrap } from '../../../packages/sdk/src/index.ts'
import { journeys, PHONE_IN_THE_DARK, soon } from './journey.ts'
import { dayFromToday, enterPortal, PHONE, SLIP } from './portal-visitor.ts'
import { settled } from './page-checks.ts'

const world = journeys({ SMTP_URL: 'smtp://127.0.0.1:1', EMAIL_FROM: 'Kilimo Studio <mail@kilimo.example>' })
const shillings = (amount: number) => ({ amount: amount * 100, currency: 'TZS' })

test('the dashboard answers first what is owed, one figure per currency, and chooses what to pay [POR-01] [POR-02] [POR-11]', async () => {
  const client = await world.agency.client({ name: 'Pwani Fresh Foods', email: 'salma@pwani.example' })
  const late = await world.agency.invoice(client.id, {
    issue_date: dayFromToday(-20),
    due_date: dayFromToday(-3),
  })
  await world.agency.invoice(client.id, {
    due_date: dayFromToday(9),
    lines: [{ description: 'Hosting', unit_price: '480000' }],
  })
  await world.agency.invoice(client.id, {
    due_date: dayFromToday(20),
    currency: 'USD',
    lines: [{ description: 'Campaign', unit_price: '390' }],
  })
  const { page, check } = await enterPortal(world, 'salma@pwani.example')
  await page.getByRole('heading', { name: 'You owe' }).waitFor()
  const figures = page.getByRole('list').filter({ hasText: 'Oldest due 3 days ago' })
  await figures.getByText('1,480,000').waitFor()
  await figures.getByText('390').waitFor()
  await check()
  // What is overdue is chosen already.
  await page.getByRole('link', { name: 'Pay 1 invoice' }).waitFor()
  await page
    .getByRole('checkbox', { name: /Pay INV/ })
    .nth(1)
    .check()
  await page.getByRole('link', { name: 'Pay 2 invoices' }).click()
  await page.getByRole('heading', { name: 'Pay 2 invoices' }).waitFor()
  await check()
  await page
    .getByRole('region', { name: late.number ?? '' })
    .getByRole('button', { name: 'I have paid' })
    .click()
  await page.getByLabel('Or paste the message').fill('QJK4XN2 Confirmed. You have paid TZS 1,000,000')
  await page.getByRole('button', { name: 'Send proof' }).click()
  await page.getByText('Your payment is being checked').waitFor()
  await check()
  await page.getByRole('link', { name: /^Next: INV/ }).click()
  await page.getByRole('button', { name: 'I have paid' }).waitFor()
  await page.getByText('480,000').first().waitFor()
})

test('from "I have paid" over a refusal to the receipt, at the same place, on a phone in the dark [POR-08] [POR-12] [PAY-03] [PAY-04] [PAY-05] [PAY-06] [PAY-07] [RCP-01]', async () => {
  const client = await world.agency.client({ name: 'Mwanza Hospital', email: 'grace@mlh.example' })
  const invoice = await world.agency.invoice(client.id, {
    purchase_order: 'PO-7781',
    due_date: dayFromToday(5),
  })
  const { page, check } = await enterPortal(
    world,
    'grace@mlh.example',
    `/invoices/${invoice.id}`,
    PHONE_IN_THE_DARK,
  )
  await page.getByRole('heading', { name: `Invoice ${invoice.number}` }).waitFor()
  await page.getByText('PO-7781').first().waitFor()
  await page.getByText('5544 210').or(page.getByText('0150 4427 8810 0')).first().waitFor()
  await check()
  await page.getByRole('button', { name: 'I have paid' }).click()
  await page.getByRole('button', { name: 'Send proof' }).click()
  await page.getByText('Choose a file or paste the message.').waitFor()
  await page.locator('input[type=file]').first().setInputFiles(SLIP)
  await page.getByText('Add details').click()
  await page.getByLabel('Amount you paid').fill('1,000,000')
  await page.getByLabel('Transaction number').fill('QJK4XN2')
  await check()
  await page.getByRole('button', { name: 'Send proof' }).click()
  await page.getByText('Your payment is being checked').waitFor()
  await page.getByText('Usually within 24 hours', { exact: false }).waitFor()
  await check()
  const proof = await world.agency.proof(invoice.id)
  expect(proof.claimed).toMatchObject({ amount: shillings(1_000_000), reference: 'QJK4XN2' })
  expect(proof.file?.name).toBe('slip.png')

  await world.agency.reject(invoice.id, 'The slip shows another account than ours.')
  await page.reload()
  await page.getByText('The proof was not accepted').waitFor()
  await page.getByText('The slip shows another account than ours.').waitFor()
  await check()
  await page.getByRole('button', { name: 'Send again' }).click()
  await page.getByLabel('Or paste the message').fill('QJK4XN2 Confirmed.')
  await page.getByRole('button', { name: 'Send proof' }).click()
  await page.getByText('Your payment is being checked').waitFor()

  await world.agency.approve(invoice.id, shillings(1_000_000))
  await page.reload()
  await page.getByText('Your payment is approved').waitFor()
  await page.getByText('Paid in full').waitFor()
  await check()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /Receipt RCP/ }).click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
})

test('while a proof is checked the page asks by itself, and the answer appears [PAY-06]', async () => {
  const client = await world.agency.client({ name: 'Bongo Beats', email: 'ally@bongobeats.example' })
  const invoice = await world.agency.invoice(client.id)
  const visitor = await enterPortal(world, 'ally@bongobeats.example')
  const { page, check } = visitor
  await page.clock.install()
  await page.goto(`/client-portal/${world.agency.slug}/invoices/${invoice.id}`)
  await page.getByRole('button', { name: 'I have paid' }).click()
  await page.getByLabel('Or paste the message').fill('Sent by M-Pesa')
  await page.getByRole('button', { name: 'Send proof' }).click()
  await page.getByText('Your payment is being checked').waitFor()
  await world.agency.approve(invoice.id, shillings(1_000_000))
  await page.clock.fastForward(31_000)
  await page.getByText('Your payment is approved').waitFor()
  await check()
})

test('a lost connection and a reload lose neither file nor words, and the proof arrives once [PAY-04]', async () => {
  const client = await world.agency.client({ name: 'Yamato Trading', email: 'haruka@yamato.example' })
  const invoice = await world.agency.invoice(client.id)
  const { page, context } = await enterPortal(
    world,
    'haruka@yamato.example',
    `/invoices/${invoice.id}`,
    PHONE,
  )
  // The stream of changes is cut too: it would say that the proof arrived before anybody misses the answer.
  await context.route('**/v1/portal/changes*', (route) => route.abort())
  await page.reload()
  await page.getByRole('button', { name: 'I have paid' }).click()
  await page.locator('input[type=file]').first().setInputFiles(SLIP)
  await page.getByLabel('Or paste the message').fill('QJK4XN2 Confirmed.')
  // The server takes the proof, but its answer is lost on the way.
  const keys: string[] = []
  await context.route(
    '**/proofs',
    async (route) => {
      keys.push((await route.request().allHeaders())['idempotency-key'] ?? '')
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await page.getByRole('button', { name: 'Send proof' }).click()
  await page.getByText('The connection was lost').waitFor()
  await context.route('**/proofs', async (route) => {
    keys.push((await route.request().allHeaders())['idempotency-key'] ?? '')
    await route.continue()
  })
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Your payment is being checked').waitFor()
  expect(keys).toHaveLength(2)
  expect(keys[0]).toBe(keys[1])
  await world.agency.proof(invoice.id)

  const second = await world.agency.invoice(client.id)
  await page.goto(`/client-portal/${world.agency.slug}/invoices/${second.id}`)
  await page.getByRole('button', { name: 'I have paid' }).click()
  await page.locator('input[type=file]').first().setInputFiles(SLIP)
  await page.getByLabel('Or paste the message').fill('Half a sentence')
  await page.reload()
  await page.getByText('What you began last time is still here.').waitFor()
  await page.getByText('slip.png').waitFor()
  expect(await page.getByLabel('Or paste the message').inputValue()).toBe('Half a sentence')
  await page.getByRole('button', { name: 'Send proof' }).click()
  await page.getByText('Your payment is being checked').waitFor()
  expect((await world.agency.proof(second.id)).file?.name).toBe('slip.png')
  // Nothing of it stays on the device.
  const kept = await page.evaluate(() =>
    Object.keys(sessionStorage).filter((key) => key.startsWith('portico.proof')),
  )
  expect(kept).toEqual([])
})

test('credit pays an invoice after a question that names the amount [POR-12]', async () => {
  const client = await world.agency.client({ name: 'Serengeti Safaris', email: 'finance@safaris.example' })
  const invoice = await world.agency.invoice(client.id)
  await world.agency.pay(client.id, shillings(400_000))
  const { page, check } = await enterPortal(world, 'finance@safaris.example')
  await page.getByText('of credit', { exact: false }).first().waitFor()
  await page.goto(`/client-portal/${world.agency.slug}/invoices/${invoice.id}`)
  await page.getByRole('button', { name: 'Pay with credit' }).click()
  await page
    .getByRole('dialog')
    .getByText(/400,000\.00 of invoice/)
    .waitFor()
  await check()
  await page.getByRole('button', { name: /^Pay TZS/ }).click()
  await page.getByText('Still due').first().waitFor()
  await page.getByText('600,000').first().waitFor()
  await check()
})

test('a payment reference leads to its invoice, mistyped or strange ones say so [POR-13]', async () => {
  const client = await world.agency.client({ name: 'Uhuru Logistics', email: 'juma@uhuru.example' })
  const invoice = await world.agency.invoice(client.id)
  const stranger = await world.agency.client({ name: 'Another Client', email: 'else@another.example' })
  const foreign = await world.agency.invoice(stranger.id)
  const reference = invoice.payment_reference?.value ?? ''
  const { page, check, expectRefusal } = await enterPortal(world, 'juma@uhuru.example', '/pay')
  await check()
  const field = page.getByLabel('Payment reference')
  await field.fill(`${reference.slice(0, -1)}${reference.endsWith('A') ? 'B' : 'A'}`)
  await page.getByRole('button', { name: 'Find the invoice' }).click()
  await page.getByText('This reference is mistyped', { exact: false }).waitFor()
  expectRefusal(404)
  await field.fill(foreign.payment_reference?.value ?? '')
  await page.getByRole('button', { name: 'Find the invoice' }).click()
  await page.getByText('No invoice of yours has this reference', { exact: false }).waitFor()
  await check()
  await field.fill(reference.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Find the invoice' }).click()
  await page.getByRole('heading', { name: `Invoice ${invoice.number}` }).waitFor()
})

test('invoices by state, the paper as PDF and in print, payments and receipts [POR-09] [POR-10] [POR-14] [PAY-20] [UX-22]', async () => {
  const client = await world.agency.client({ name: 'Tumaini Academy', email: 'bursar@tumaini.example' })
  const paid = await world.agency.invoice(client.id, {
    lines: [{ description: 'Domain', unit_price: '45000' }],
  })
  await world.agency.pay(client.id, shillings(45_000), paid.id)
  const open = await world.agency.invoice(client.id, { note: 'Asante sana' })
  const { page, check } = await enterPortal(world, 'bursar@tumaini.example', '/invoices', PHONE)
  await page.getByRole('link', { name: open.number ?? '' }).waitFor()
  expect(await page.getByRole('link', { name: paid.number ?? '' }).count()).toBe(0)
  await check()
  await page.getByRole('tab', { name: 'Settled' }).click()
  await page.getByRole('link', { name: paid.number ?? '' }).waitFor()
  expect(new URL(page.url()).search).toBe('?show=settled')
  await page.reload()
  await page.getByRole('link', { name: paid.number ?? '' }).waitFor()
  await page.getByRole('tab', { name: 'All' }).click()
  await page.getByRole('link', { name: open.number ?? '' }).click()

  await page.getByRole('article').getByText('Asante sana').waitFor()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download PDF' }).click()
  expect((await download).suggestedFilename()).toContain(open.number ?? '')
  await page.emulateMedia({ media: 'print' })
  expect(await page.getByRole('article').isVisible()).toBe(true)
  expect(await page.getByText('How to pay').isVisible()).toBe(false)
  expect(await page.getByRole('navigation', { name: 'Main' }).count()).toBe(0)
  await page.emulateMedia({ media: 'screen' })

  await page.goto(`/client-portal/${world.agency.slug}/payments`)
  await page.getByText('45,000.00').waitFor()
  await check()
  await page.getByRole('link', { name: 'Receipts' }).click()
  await page.getByRole('heading', { name: 'My receipts' }).waitFor()
  const receipt = page.waitForEvent('download')
  await page.getByRole('link', { name: /Download receipt/ }).click()
  expect((await receipt).suggestedFilename()).toMatch(/^RCP.*\.pdf$/)
  await check()
})

test('own and company details are changed, a lost race is explained and loses nothing [POR-19] [POR-20] [POR-21] [POR-22]', async () => {
  const email = `elia-${randomUUID()}@moshi.example`
  await world.agency.client({ name: 'Moshi Coffee', email, contact: 'Elia Mushi' })
  const { page, check, expectRefusal } = await enterPortal(world, email, '/settings')
  const own = page.getByRole('form', { name: 'Your details' })
  await own.getByLabel('Phone').fill('not a phone')
  await own.getByRole('button', { name: 'Save' }).click()
  await page.getByText('A phone number such as +255 712 345 678').waitFor()
  await own.getByLabel('Phone').fill('+255 754 220 118')
  await own.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved').waitFor()
  await check()

  // A second window changes the company while something is typed here; this one hears of it, and keeps what it was opened with.
  const company = page.getByRole('form', { name: 'Company and billing' })
  await company.getByLabel('Town').fill('Moshi')
  await changeTaxNumber(page, '120-334-981')
  expectRefusal(412)
  await company.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Somebody changed this in the meantime').waitFor()
  expect(await company.getByLabel('Town').inputValue()).toBe('Moshi')
  await check()
  await page.getByRole('button', { name: 'Keep mine and save' }).click()
  await soon(() => company.getByLabel('Tax number').inputValue()).toBe('120-334-981')
  expect(await company.getByLabel('Town').inputValue()).toBe('Moshi')

  await company.getByLabel('Town').fill('Arusha')
  await changeTaxNumber(page, '120-334-982')
  await company.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Show what stands there now' }).click()
  await soon(() => company.getByLabel('Tax number').inputValue()).toBe('120-334-982')
  expect(await company.getByLabel('Town').inputValue()).toBe('Moshi')
  // While nothing is typed, what changes elsewhere shows by itself.
  await changeTaxNumber(page, '120-334-983')
  await soon(() => company.getByLabel('Tax number').inputValue()).toBe('120-334-983')
})

/** Another window of the same person writes a tax number, and this page has read it. */
async function changeTaxNumber(page: Page, number: string): Promise<void> {
  const told = page.waitForResponse(
    async (response) =>
      response.url().endsWith('/v1/portal/profile') && (await response.text()).includes(number),
  )
  const other = await page.context().newPage()
  await other.goto(page.url())
  await other.getByLabel('Tax number').fill(number)
  await other.getByRole('form', { name: 'Company and billing' }).getByRole('button', { name: 'Save' }).click()
  await other.getByText('Saved').waitFor()
  await other.close()
  await told
}

test('what a contact may not do is not there [POR-01]', async () => {
  const client = await world.agency.client({
    name: 'Viewer Ltd',
    email: 'viewer@viewer.example',
    rights: 'viewer',
  })
  const invoice = await world.agency.invoice(client.id)
  await world.agency.client({ name: 'Technical Ltd', email: 'tech@technical.example', rights: 'technical' })
  const viewer = await enterPortal(world, 'viewer@viewer.example')
  await viewer.page.getByRole('heading', { name: 'You owe' }).waitFor()
  expect(await viewer.page.getByRole('checkbox').count()).toBe(0)
  expect(
    await viewer.page.getByRole('navigation').getByRole('link', { name: 'Pay', exact: true }).count(),
  ).toBe(0)
  await viewer.page.goto(`/client-portal/${world.agency.slug}/invoices/${invoice.id}`)
  await viewer.page.getByText('Somebody else at your company pays it', { exact: false }).waitFor()
  expect(await viewer.page.getByRole('button', { name: 'I have paid' }).count()).toBe(0)
  await viewer.check()
  await viewer.page.goto(`/client-portal/${world.agency.slug}/settings`)
  await viewer.page.getByText('Somebody else at your company can change these.').waitFor()
  const technical = await enterPortal(world, 'tech@technical.example')
  await technical.page.getByText('Your company shares nothing with you here yet').waitFor()
  expect(await technical.page.getByRole('link', { name: 'Invoices' }).count()).toBe(0)
  await technical.check()
})

test('without a connection the portal stands, says so, and goes on when it is back [POR-30]', async () => {
  const client = await world.agency.client({ name: 'Fatuma Said', email: 'fatuma@said.example' })
  const invoice = await world.agency.invoice(client.id)
  const { page, context } = await enterPortal(world, 'fatuma@said.example')
  await page.getByRole('heading', { name: 'You owe' }).waitFor()
  await settled(page)
  await context.setOffline(true)
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('link', { name: 'Invoices' }).click()
  await page.getByText('There is no connection to the server', { exact: false }).waitFor()
  await navigation.getByRole('link', { name: 'Home' }).click()
  await page.getByRole('heading', { name: 'You owe' }).waitFor()
  await context.setOffline(false)
  await navigation.getByRole('link', { name: 'Invoices' }).click()
  await page.getByRole('link', { name: invoice.number ?? '' }).waitFor()
})

test('the portal carries the organization’s logo and colour from its first paint [POR-26] [POR-27]', async () => {
  const { api } = world.agency
  const form = new FormData()
  form.append('file', new Blob([SLIP.buffer], { type: SLIP.mimeType }), 'logo.png')
  await unwrap(api.POST('/v1/organization/logo', { body: form as never }))
  const { organization } = await unwrap(api.GET('/v1/workspace', {}))
  await unwrap(
    api.PATCH('/v1/organization', {
      params: { header: ifMatch(organization.version) },
      body: { brand_color: '#7c2d12' },
    }),
  )
  const { page, check } = await world.visit(PHONE)
  await page.goto(`/client-portal/${world.agency.slug}/sign-in`)
  await page.getByRole('heading', { name: 'Sign in to Kilimo Studio' }).waitFor()
  const logo = page.locator('main img')
  expect(await logo.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0)).toBe(
    true,
  )
  const button = page.getByRole('button', { name: 'Send me a link and a code' })
  expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    'rgb(124, 45, 18)',
  )
  await check()
})
