import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ifMatch, unwrap } from '../../../packages/sdk/src/index.ts'
import type { RunningPortico } from '../../server/test/running-portico.ts'
import { startPortico } from '../../server/test/running-portico.ts'
import { Agency } from './agency.ts'
import { launchBrowser } from './browser.ts'
import { checkPage, watchConsole } from './page-checks.ts'

/** The money side of the workspace in a real browser, with the other side done through the public API. */
let portico: RunningPortico
let browser: Browser
let agency: Agency
let page: Page
let errors: string[]
let client: { id: string }
const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'en-GB' }

beforeAll(async () => {
  portico = await startPortico({ withWebApp: true, environment: { PORTICO_RATE_LIMIT: '0' } })
  browser = await launchBrowser()
  agency = await Agency.setUp(portico.url, portico.setUpUrl())
  await unwrap(
    agency.api.POST('/v1/tax-rates', {
      body: { key: 'vat', name: 'VAT', category: 'standard', percent: '18', valid_from: '2020-01-01' },
    }),
  )
  const { organization } = await unwrap(agency.api.GET('/v1/workspace'))
  await unwrap(
    agency.api.PATCH('/v1/organization', {
      params: { header: ifMatch(organization.version) },
      body: { default_tax_rate_key: 'vat' },
    }),
  )
  await unwrap(
    agency.api.POST('/v1/price-items', {
      body: {
        code: 'WEB-RD',
        name: 'Website redesign',
        unit: 'phase',
        prices: [{ currency: 'TZS', price: '1850000' }],
      },
    }),
  )
  client = await agency.client({ name: 'Pwani Logistics', email: 'accounts@pwani.example' })
  page = await signedIn(desktop)
  errors = watchConsole(page).errors
})
afterAll(async () => {
  await browser?.close()
  await portico?.remove()
})

async function signedIn(options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  const opened = await context.newPage()
  await opened.goto(`${portico.url}/sign-in`)
  await opened.getByLabel('Email').fill('amina@kilimo.example')
  await opened.locator('input[type=password]').fill('a calm and long sentence 42')
  await opened.getByRole('button', { name: 'Sign in' }).click()
  await opened.waitForURL(/\/app/)
  return opened
}

const go = (path: string, at = page): Promise<unknown> => at.goto(`${portico.url}/app/${agency.slug}${path}`)
const total = (at = page) => at.getByRole('button', { name: /^How Total/ })
const paste = (text: string) =>
  page.evaluate((value) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', value)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(event)
  }, text)

describe('the editor', () => {
  test('is filled by typing: client, item, Enter, Alt and arrows, a pasted sheet [INV-01] [INV-04] [INV-40] [UX-27]', async () => {
    await go('/invoices/new')
    await page.getByLabel('Client').fill('Pwani')
    await page.getByRole('option', { name: /Pwani Logistics/ }).click()
    await page.getByText('Nyerere Road 211').waitFor()
    await page.getByLabel('Description, line 1').click()
    await page.keyboard.type('web')
    await page.getByRole('option', { name: /Website redesign/ }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.getByLabel('Unit price, line 1').inputValue()).toBe('1,850,000.00')
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Travel')
    await page.getByLabel('Unit price, line 2').fill('150000,50')
    await page.keyboard.press('Alt+ArrowUp')
    expect(await page.getByLabel('Description, line 1').inputValue()).toBe('Travel')
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe('Unit price, line 1')
    await page.getByLabel('Description, line 2').click()
    await paste('Item\tQty\tPrice\nBrochure\t100\t1,500\nPosters\t20\t12,000.50')
    await expect.poll(() => page.getByLabel('Quantity, line 4').inputValue()).toBe('20')
    await expect.poll(() => total().innerText()).toBe('5,003,212.39')
    await checkPage(page)
  })

  test('shows how a total comes about, and takes a removed line back [INV-29] [UX-29]', async () => {
    await total().click()
    const steps = page.getByRole('dialog', { name: /How Total/ })
    await steps
      .getByText('4,240,010.50 + 763,201.89 tax')
      .waitFor()
      .catch(() => undefined)
    expect(await steps.innerText()).toContain('= 5,003,212.39')
    await page.keyboard.press('Escape')
    await page.getByLabel('Description, line 4').click()
    await page.getByRole('button', { name: 'Remove line 4' }).click()
    await expect.poll(() => page.getByLabel('Description, line 4').count()).toBe(0)
    await page.getByText('Removed line 4').locator('..').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => page.getByLabel('Description, line 4').inputValue()).toBe('Posters')
    await expect.poll(() => total().innerText()).toBe('5,003,212.39')
  })

  test('loses nothing by a reload, and says so [INV-02]', async () => {
    await page.getByText('Not saved yet, kept in this browser').waitFor()
    await page.reload()
    await page.getByText(/did not save is here again/).waitFor()
    expect(await page.getByLabel('Description, line 4').inputValue()).toBe('Posters')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await page.waitForURL(/\/invoices\/inv_\w+\/edit$/)
    await page.getByRole('heading', { level: 1, name: 'Draft for Pwani Logistics' }).waitFor()
    expect(await page.getByText(/did not save is here again/).count()).toBe(0)
  })

  test('explains a newer version by somebody else instead of overwriting it [INV-02]', async () => {
    const id = /inv_\w+/.exec(page.url())?.[0] ?? ''
    const { version } = await unwrap(
      agency.api.GET('/v1/invoices/{invoice_id}', { params: { path: { invoice_id: id } } }),
    )
    await unwrap(
      agency.api.PATCH('/v1/invoices/{invoice_id}', {
        params: { path: { invoice_id: id }, header: ifMatch(version) },
        body: { note: 'Theirs' },
      }),
    )
    await page.getByLabel('Note', { exact: true }).fill('Mine')
    await page.keyboard.press('Control+Enter')
    await page.getByText('Somebody saved a newer version while you were writing').waitFor()
    await page.getByRole('button', { name: 'See the newer version' }).click()
    await expect.poll(() => page.getByLabel('Note', { exact: true }).inputValue()).toBe('Theirs')
    await page.getByRole('button', { name: 'Back to mine' }).click()
    await expect.poll(() => page.getByLabel('Note', { exact: true }).inputValue()).toBe('Mine')
    await page.getByRole('button', { name: 'Keep mine' }).click()
    await expect.poll(() => page.getByText('Somebody saved a newer version').count()).toBe(0)
    const saved = await unwrap(
      agency.api.GET('/v1/invoices/{invoice_id}', { params: { path: { invoice_id: id } } }),
    )
    expect(saved.note).toBe('Mine')
    expect(errors.filter((text) => !/412/.test(text))).toEqual([])
    errors.length = 0
  })

  test('does not take what this browser kept for newer than what was saved since [INV-02]', async () => {
    const id = /inv_\w+/.exec(page.url())?.[0] ?? ''
    await page.getByLabel('Note', { exact: true }).fill('Kept in the browser')
    await expect
      .poll(() => page.evaluate(() => JSON.stringify(Object.values(localStorage))))
      .toContain('Kept in the browser')
    const params = { path: { invoice_id: id } }
    const { version } = await unwrap(agency.api.GET('/v1/invoices/{invoice_id}', { params }))
    await unwrap(
      agency.api.PATCH('/v1/invoices/{invoice_id}', {
        params: { ...params, header: ifMatch(version) },
        body: { note: 'Saved since' },
      }),
    )
    await page.reload()
    await page.getByText(/did not save is here again/).waitFor()
    expect(await page.getByLabel('Note', { exact: true }).inputValue()).toBe('Kept in the browser')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await page.getByText('Somebody saved a newer version while you were writing').waitFor()
    expect((await unwrap(agency.api.GET('/v1/invoices/{invoice_id}', { params }))).note).toBe('Saved since')
    await page.getByRole('button', { name: 'See the newer version' }).click()
    await expect.poll(() => page.getByLabel('Note', { exact: true }).inputValue()).toBe('Saved since')
    expect(errors.filter((text) => !/412/.test(text))).toEqual([])
    errors.length = 0
  })

  test('says what is wrong beside its field, before and after asking the server [UX-23] [INV-43]', async () => {
    await go('/invoices/new')
    await page.getByLabel('Description, line 1').fill('Work')
    await page.getByRole('button', { name: 'Save draft' }).click()
    await page.getByText('Choose who this is for').waitFor()
    expect(await page.getByLabel('Unit price, line 1').getAttribute('aria-invalid')).toBe('true')
    await checkPage(page)
  })
})

describe('an invoice', () => {
  test('is issued and sent after a last look, with its pre-flight list [INV-05] [INV-08] [INV-13] [INV-43]', async () => {
    const strict = await unwrap(
      agency.api.POST('/v1/clients', {
        body: { name: 'Strict Works', email: 'po@strict.example', requires_purchase_order: true },
      }),
    )
    if (strict.status === 'pending') await agency.setStatus(strict.id, 'active')
    await go(`/invoices/new?client=${strict.id}`)
    await page.getByLabel('Description, line 1').fill('Consulting')
    await page.getByLabel('Unit price, line 1').fill('500000')
    await page.getByRole('button', { name: 'Issue and send' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('1 thing stands in the way').waitFor()
    expect(await dialog.getByRole('button', { name: 'Issue and send' }).isDisabled()).toBe(true)
    await checkPage(page)
    await dialog.getByRole('button', { name: /^Show: .*purchase/i }).click()
    await expect
      .poll(() =>
        page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field')),
      )
      .toBe('purchase_order')
    await page.getByLabel('Purchase order').fill('LPO-44')
    await page.getByRole('button', { name: 'Issue and send' }).click()
    await dialog.getByText('po@strict.example').first().waitFor()
    await dialog.getByRole('button', { name: 'Issue and send' }).click()
    await page.waitForURL(/\/invoices\/inv_\w+$/)
    await page.getByRole('heading', { level: 1, name: /^INV-\d{4}-001$/ }).waitFor()
    await page
      .getByText(/sent it to po@strict.example/)
      .first()
      .waitFor()
    await page
      .getByRole('article', { name: /invoice INV-/i })
      .getByText('LPO-44')
      .waitFor()
    await checkPage(page)
  })

  test('is sent to whom was chosen, also where it is issued and the first try to send it fails [INV-13]', async () => {
    await go(`/invoices/new?client=${client.id}`)
    await page.getByLabel('Description, line 1').fill('Consulting')
    await page.getByLabel('Unit price, line 1').fill('500000')
    await page.getByRole('button', { name: 'Issue and send' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Subject').waitFor()
    await dialog.getByLabel('To', { exact: true }).fill('chosen@pwani.example')
    await page.keyboard.press('Enter')
    await page.route(/\/send$/, (route) => route.abort(), { times: 1 })
    await dialog.getByRole('button', { name: 'Issue and send' }).click()
    await expect.poll(() => dialog.getByLabel('Subject').inputValue()).toMatch(/INV-\d/)
    await dialog.getByRole('button', { name: 'Send again' }).click()
    await page
      .getByText(/sent it to .*chosen@pwani.example/)
      .first()
      .waitFor()
    expect(errors.filter((text) => !/ERR_FAILED/.test(text))).toEqual([])
    errors.length = 0
  })

  test('is marked as paid with others at once, and what is over becomes credit [INV-11] [INV-12] [INV-34] [RCP-01]', async () => {
    const [first, second] = [await agency.invoice(client.id), await agency.invoice(client.id)]
    await go(`/invoices/${first.id}`)
    await page.getByRole('button', { name: 'Mark as paid' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByLabel('Amount received').inputValue()).toBe('1,180,000.00')
    await dialog.getByRole('checkbox', { name: second.number ?? '' }).click()
    await expect.poll(() => dialog.getByLabel('Amount received').inputValue()).toBe('2,360,000.00')
    await dialog.getByLabel('Amount received').fill('2,360,035')
    await dialog.getByText(/35\.00 is more than is due and becomes Pwani Logistics’s credit/).waitFor()
    await dialog.getByRole('combobox', { name: 'Into' }).click()
    await page.getByRole('option', { name: 'M-Pesa' }).click()
    await checkPage(page)
    await dialog.getByRole('button', { name: /^Record/ }).dblclick()
    await page.getByText('Paid', { exact: true }).first().waitFor()
    const payments = await unwrap(agency.api.GET('/v1/payments', { params: { query: {} } }))
    expect(payments.data).toHaveLength(1)
    expect(payments.data[0]).toMatchObject({ credited: { amount: 3500, currency: 'TZS' } })
    await page.getByRole('link', { name: /^RCP-/ }).click()
    await page.getByRole('heading', { level: 1, name: /^RCP-/ }).waitFor()
    await checkPage(page)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download PDF' }).click()
    expect((await download).suggestedFilename()).toMatch(/RCP-.*\.pdf$/)
  })

  test('is settled with credit, by the amount in question [INV-20] [INV-34]', async () => {
    const invoice = await agency.invoice(client.id)
    await go(`/invoices/${invoice.id}`)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: /Use .*35.* of credit/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText(/Leaves .*1,179,965\.00 due/).waitFor()
    await checkPage(page)
    await dialog.getByRole('button', { name: /^Use/ }).click()
    await page.getByText('Partly paid').first().waitFor()
  })

  test('is voided with a reason, duplicated, and a draft deleted; its link is replaced [INV-33] [INV-37] [INV-40]', async () => {
    const invoice = await agency.invoice(client.id)
    await go(`/invoices/${invoice.id}`)
    const menu = async (name: string) => {
      await page.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name }).click()
    }
    await menu('Private link')
    const before = await page.getByRole('dialog').locator('code').innerText()
    await page.getByRole('button', { name: 'Replace the link' }).click()
    await checkPage(page)
    await page.getByRole('button', { name: 'Replace the link' }).last().click()
    await expect.poll(() => page.getByRole('dialog').locator('code').last().innerText()).not.toBe(before)
    await page.keyboard.press('Escape')
    await menu('Void')
    await page.getByRole('dialog').getByLabel('Reason').fill('Written for the wrong client')
    await checkPage(page)
    await page.getByRole('dialog').getByRole('button', { name: 'Void' }).click()
    await page.getByText(/Void since .*Written for the wrong client/).waitFor()
    await go('/invoices?view=void')
    await page.getByRole('link', { name: invoice.number ?? '' }).waitFor()
    await go(`/invoices/${invoice.id}`)
    await menu('Duplicate')
    await page.waitForURL(/\/edit$/)
    await expect.poll(() => page.getByLabel('Description, line 1').inputValue()).toBe('Work')
    const copy = /inv_\w+/.exec(page.url())?.[0] ?? ''
    await go(`/invoices/${copy}`)
    await menu('Delete draft')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete draft' }).click()
    await page.waitForURL(/\/invoices$/)
  })
})

describe('the lists', () => {
  test('keep their question in the address [INV-17] [INV-39] [UX-22]', async () => {
    await go('/invoices')
    await page.getByRole('link', { name: 'Paid', exact: true }).click()
    await page.waitForURL(/view=paid/)
    await expect.poll(() => page.getByRole('row').count()).toBe(3)
    await page.getByRole('searchbox').fill('nobody of that name')
    await page.getByText(/Clear/).first().waitFor()
    await page.waitForURL(/q=nobody/)
    await go('/invoices?q=LPO-44')
    await page.getByRole('cell', { name: 'Strict Works' }).waitFor()
    await checkPage(page)
    for (const path of ['/payments', '/receipts', '']) {
      await go(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.getByText('Pwani Logistics').first().waitFor()
      await checkPage(page)
    }
  })
})

describe('the review desk', () => {
  async function proofFor(invoiceId: string, fields: Record<string, string>): Promise<void> {
    const { path } = await agency.link(invoiceId)
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    const answer = await fetch(`${portico.url}/v1/invoice-links/${path.replace('/i/', '')}/proofs`, {
      method: 'POST',
      body: form,
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    expect(answer.status).toBe(201)
  }

  test('approves in part and rejects with a ready reason, by keys, and advances by itself [PAY-04] [PAY-05] [PAY-06] [PAY-07]', async () => {
    const [first, second] = [await agency.invoice(client.id), await agency.invoice(client.id)]
    const today = new Date().toISOString().slice(0, 10)
    await proofFor(first.id, {
      pasted_text: 'QCK7H2M9XA Confirmed. TSh 1,000,000 sent.',
      amount: '1000000',
      paid_on: today,
      payer: 'Pwani',
    })
    await proofFor(second.id, { pasted_text: 'Paid. Thank you.' })
    await go('/review')
    await page.getByText('QCK7H2M9XA Confirmed').waitFor()
    await page.getByText('Look at this first').waitFor()
    await checkPage(page)
    await page.getByRole('combobox', { name: 'Account, accepted' }).click()
    await page.getByRole('option', { name: 'M-Pesa' }).click()
    await page
      .getByRole('button', { name: `Approve TSh 1,000,000 to ${first.number}, leaves 180,000` })
      .waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('a')
    await page.keyboard.press('Enter')
    await page.getByText('Paid. Thank you.').waitFor()
    await page.getByRole('heading', { level: 1 }).click()
    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Not in our account').click()
    await dialog
      .getByText(/We do not find this payment/)
      .last()
      .waitFor()
    await checkPage(page)
    await dialog.getByRole('button', { name: /^Reject and tell/ }).click()
    await page.getByText('Nothing waits for you').waitFor()
    const paid = await unwrap(
      agency.api.GET('/v1/invoices/{invoice_id}', { params: { path: { invoice_id: first.id } } }),
    )
    expect(paid).toMatchObject({ settlement_state: 'partial', totals: { due: { amount: 18_000_000 } } })
    await go('/review?state=rejected')
    await page.getByText(/We do not find this payment/).waitFor()
    await checkPage(page)
  })
})

describe('on a phone, in the dark', () => {
  test('lines open a sheet, and the total stays at the foot [INV-04] [UX-01] [UX-30]', async () => {
    const phone = await signedIn({
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
      hasTouch: true,
      locale: 'en-GB',
    })
    const watched = watchConsole(phone).errors
    await go(`/invoices/new?client=${client.id}`, phone)
    await phone.getByRole('button', { name: /Empty line/ }).click()
    const sheet = phone.getByRole('dialog')
    await sheet.getByLabel('Description, line 1').fill('Workshop')
    await sheet.getByLabel('Unit price, line 1').fill('250000')
    await checkPage(phone)
    await sheet.getByRole('button', { name: 'Done' }).last().click()
    await phone.getByRole('button', { name: /Workshop/ }).waitFor()
    await expect.poll(() => phone.getByText('295,000.00').count()).toBeGreaterThan(1)
    await checkPage(phone)
    await phone.getByRole('button', { name: 'Save draft' }).click()
    await phone.waitForURL(/\/edit$/)
    for (const path of ['', '/invoices', '/review']) {
      await go(path, phone)
      await phone.getByRole('heading', { level: 1 }).waitFor()
      await checkPage(phone)
    }
    expect(watched).toEqual([])
    await phone.context().close()
  })

  test('nothing went wrong in the console on the way [UX-21]', () => {
    expect(errors).toEqual([])
  })
})
