import { beforeAll, expect, test } from 'vitest'
import { unwrap } from '../../../packages/sdk/src/index.ts'
import { journeys, PHONE_IN_THE_DARK, soon } from './journey.ts'

const on = journeys()
let invoice: string
let reference: string

beforeAll(async () => {
  const { id } = await on.agency.client({ name: 'Mwanza Lake Hospital', email: 'procurement@mlh.example' })
  await unwrap(on.agency.api.POST('/v1/clients', { body: { name: 'Zanzibar Spice Growers' } }))
  const made = await on.agency.invoice(id, { lines: [{ description: 'Website', unit_price: '1234567' }] })
  invoice = made.number ?? ''
  reference = made.payment_reference?.value ?? ''
})

test('anything is found from anywhere by the keyboard alone, typos forgiven, and found again without typing [SRCH-02] [SRCH-03] [SRCH-04] [SRCH-05]', async () => {
  const { page, check } = await on.enter('/prices')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox', { name: 'Search and commands' })
  await field.waitFor()
  await page.getByRole('group', { name: 'Commands' }).getByRole('option', { name: 'New invoice' }).waitFor()
  await check()

  await page.keyboard.type('mwnza hospitl')
  const client = page
    .getByRole('group', { name: 'Clients' })
    .getByRole('option', { name: /Mwanza Lake Hospital/ })
  await client.waitFor()
  await page
    .getByRole('group', { name: 'Invoices' })
    .getByRole('option', { name: new RegExp(invoice) })
    .waitFor()
  // What Enter would open is what a screen reader hears.
  await soon(async () => {
    const active = await field.getAttribute('aria-activedescendant')
    return active === (await client.getAttribute('id'))
  }).toBe(true)
  await check()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Mwanza Lake Hospital', level: 1 }).waitFor()

  // A slash opens it too, where nothing is being typed; a part of a payment reference is enough.
  await page.keyboard.press('/')
  await page
    .getByRole('group', { name: 'Recent' })
    .getByRole('option', { name: /Mwanza Lake Hospital/ })
    .waitFor()
  await check()
  await page.keyboard.type(reference.slice(4, 9).toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))
  await page
    .getByRole('group', { name: 'Payment references' })
    .getByRole('option', { name: new RegExp(reference) })
    .waitFor()
  await page.keyboard.press('Escape')
  await field.waitFor({ state: 'hidden' })

  await page.getByRole('button', { name: 'Search or type a command' }).click()
  await field.fill('1,234,567.00')
  await page.getByRole('option', { name: new RegExp(invoice) }).waitFor()
  await field.fill('nothing of the kind')
  await page.getByText('Nothing is like “nothing of the kind”').waitFor()
  await check()
})

test('commands do things: a new invoice, an invitation, the other theme [SRCH-03]', async () => {
  const { page, check } = await on.enter()
  const run = async (words: string, command: string) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Search and commands' }).fill(words)
    await page.getByRole('option', { name: command }).click()
  }
  await run('dark', 'Dark theme')
  await page.locator('[data-mantine-color-scheme="dark"]').first().waitFor()
  await run('invite', 'Invite somebody')
  await page.getByRole('dialog', { name: /Invite/ }).waitFor()
  await check()
  await page.keyboard.press('Escape')
  await run('new inv', 'New invoice')
  await page.getByText('given when issued').first().waitFor()
  // Ctrl K also works while something is being typed.
  await page.getByRole('combobox').first().focus()
  await run('tax', 'Settings: Tax')
  await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor()
})

test('on a phone the search takes the whole screen [SRCH-02] [UX-25]', async () => {
  const { page, check } = await on.enter('', undefined, PHONE_IN_THE_DARK)
  await page.getByRole('button', { name: 'Search or type a command' }).click()
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('zanzbar')
  await page.getByRole('option', { name: /Zanzibar Spice Growers/ }).waitFor()
  const box = await page.getByRole('dialog').boundingBox()
  expect(box?.width).toBe(page.viewportSize()?.width)
  await check()
  await page.getByRole('option', { name: /Zanzibar Spice Growers/ }).click()
  await page.getByRole('heading', { name: 'Zanzibar Spice Growers', level: 1 }).waitFor()
})
