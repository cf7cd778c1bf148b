import { expect, test } from 'vitest'
import { unwrap } from '../../../packages/sdk/src/index.ts'
import { journeys, PHONE_IN_THE_DARK, soon } from './journey.ts'
import { enterPortal, SLIP } from './portal-visitor.ts'

const on = journeys({ SMTP_URL: 'smtp://127.0.0.1:1', EMAIL_FROM: 'Kilimo Studio <mail@kilimo.example>' })

const year = new Date().getFullYear()
const csv = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(lines.join('\r\n')),
})
const banner = ['"Invoice Ninja v4.5.17 - December 19, 2020 11:28 pm",,', ',,']
const clients = csv('clients.csv', [
  ...banner,
  'CLIENTS,,',
  'Name,Balance,Paid to Date,Billing Street,Billing City,Billing Country,ID Number,VAT Number,Website,Phone,Currency,First Name,Last Name,Email,Phone',
  'Ludwig Krajcik,$0.00,$13.50,371 Summit,Dar es Salaam,Tanzania,,,,,,Terrill,Ondricka,terrill@example.org,',
  'Bradly Jaskolski,$0.00,$0.00,21 Manor,Arusha,Tanzania,,,,,,Pink,Balistreri,pink@example.org,',
])
/** The second invoice's row repeats; the third has a total that is no number. */
const invoices = csv('invoices.csv', [
  ...banner,
  'INVOICES,,',
  'Client,Email,Invoice Number,Amount,Paid,PO Number,Status,Invoice Date,Due Date,Discount,Item Product,Item Notes,Item Cost,Item Quantity',
  `Ludwig Krajcik,terrill@example.org,1,$13.50,$5.01,,Partial,${year}-01-05,${year}-01-20,,et,First work,1.35,10`,
  `Ludwig Krajcik,terrill@example.org,2,$26.67,$0.00,,Sent,${year}-01-06,${year}-01-21,,omnis,Second work,8.89,3`,
  `Ludwig Krajcik,terrill@example.org,2,$26.67,$0.00,,Sent,${year}-01-06,${year}-01-21,,omnis,Second work,8.89,3`,
  `Bradly Jaskolski,pink@example.org,3,$16.1O,$0.00,,Sent,${year}-01-07,${year}-01-22,,a,Third work,2.3,7`,
])
/** The first says another figure than the invoice; the last belongs to none. */
const payments = csv('payments.csv', [
  ...banner,
  'Payments,,',
  'Client,Invoice Number,Amount,Date',
  `Ludwig Krajcik,1,$13.50 ,1/20/${year}`,
  `Bradly Jaskolski,9001,$5.00 ,1/21/${year}`,
])
const picture = { name: 'scan.csv', mimeType: 'text/csv', buffer: Buffer.from('%PDF-1.4\n\0\u0001\u0002\0') }

test('books move in: a wrong file is explained, a row fixed in place, the sheet agreed, all of it brought in and withdrawn [OPS-32] [OPS-39]', async () => {
  const { page, check, expectRefusal } = await on.enter('/clients')
  expectRefusal(415)
  await page.getByRole('link', { name: 'Bring in your books' }).click()
  await page.getByRole('radio', { name: 'Invoice Ninja' }).click()
  await page.getByText('choose CSV and take Clients').waitFor()
  await check()

  await page.locator('input[type=file]').setInputFiles([clients, picture, invoices, payments])
  await page.getByText('Payments, Invoice Ninja').waitFor()
  await page.getByText('Not taken: This kind of file is not accepted here').waitFor()
  await check()
  await page.getByRole('button', { name: 'Take scan.csv away' }).click()
  await page.getByRole('button', { name: 'Check the files' }).click()

  // A dollar sign in books that are kept in shillings is asked about.
  await page.getByRole('heading', { name: 'Which currency is meant where the files name none?' }).waitFor()
  await page.getByRole('button', { name: 'Use USD' }).click()
  await soon(() => page.getByRole('heading', { name: /question/ }).count()).toBe(0)
  await page.getByText(/invoices agree/).waitFor()
  await page.getByRole('heading', { name: 'One row stands there twice' }).waitFor()
  await page.getByRole('link', { name: 'Rejected 1' }).waitFor()
  await check()

  // The work and its sheet are the server's: a reload finds them again.
  await page.reload()
  await page.getByRole('button', { name: /^Fix .*3/ }).click()
  const panel = page.getByRole('dialog')
  await panel.getByLabel('Total').waitFor()
  await check()
  await panel.getByLabel('Total').fill('16.10')
  await panel.getByRole('button', { name: 'Save and check this row' }).click()
  await page.getByRole('link', { name: 'Rejected 0' }).waitFor()

  // Which figure counts is chosen before anything is written, and the sheet follows.
  const paid = page.getByRole('row', { name: /^Paid, say the invoices/ })
  await soon(() => paid.innerText()).toContain('13.50')
  await page.getByRole('radio', { name: /^The invoice’s own figure/ }).click()
  await soon(() => paid.innerText()).toMatch(/5\.01\s+5\.01/)
  await page.getByRole('radio', { name: /^The payments file/ }).click()
  await soon(() => paid.innerText()).toContain('13.50')

  await page.getByRole('button', { name: /^Bring in \d+$/ }).click()
  await page.getByRole('dialog').getByText('Nothing is sent to anyone').waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Bring in/ })
    .click()
  await page.getByRole('heading', { name: 'Nothing was sent to anyone' }).waitFor()
  await check()

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('link', { name: 'Bradly Jaskolski' }).waitFor()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Invoices' }).click()
  await page.getByRole('row', { name: /Bradly Jaskolski.*16\.10/ }).waitFor()
  await page.getByRole('row', { name: /Ludwig Krajcik.*Paid.*13\.50/ }).waitFor()
  const { data: mails } = await unwrap(on.agency.api.GET('/v1/emails', {}))
  expect(mails).toEqual([])

  await page.goto(`/app/${on.agency.slug}/settings/imports`)
  await page.getByRole('link', { name: 'Invoice Ninja' }).click()
  await page.getByRole('link', { name: 'Choose invoices' }).click()
  await page.getByRole('checkbox', { name: 'Select Invoice 2' }).check()
  await page.getByRole('button', { name: 'Start reminders for 1 invoice' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Start reminders for 1 invoice' }).click()
  await page.getByText('One invoice takes part in reminders now').waitFor()

  await page.getByRole('button', { name: 'Withdraw' }).click()
  const question = page.getByRole('dialog', { name: 'Withdraw this batch?' })
  await question.getByText('56.27').waitFor()
  await check()
  await question.getByRole('button', { name: 'Withdraw the batch' }).click()
  await page.getByRole('heading', { name: /^Withdrawn:/ }).waitFor()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Invoices' }).click()
  await page.getByText('Your invoices will live here').waitFor()
})

test('any CSV moves in by its columns, which are kept; dates that can be read two ways are asked about in words [OPS-32]', async () => {
  const { page, check } = await on.enter('/settings/imports', undefined, PHONE_IN_THE_DARK)
  const books = (name: string, number: string) =>
    csv(name, [
      'Mteja;Namba;Tarehe;Kiasi;Sarafu',
      `Kilimo Ltd;${number};03/04/${year};1.234,50;TZS`,
      `Mama Ntilie;${number}b;05/06/${year};99,00;TZS`,
    ])
  await page.locator('input[type=file]').setInputFiles(books('ankara.csv', 'A1'))
  await page.getByRole('link', { name: 'Columns of ankara.csv' }).click()
  await page.getByRole('combobox', { name: 'What is in this file?' }).click()
  await page.getByRole('option', { name: 'Invoices' }).click()
  const fields = {
    'Invoice number': 'Namba',
    Client: 'Mteja',
    'Invoice date': 'Tarehe',
    Total: 'Kiasi',
    Currency: 'Sarafu',
  }
  for (const [field, column] of Object.entries(fields)) {
    await page.getByRole('combobox', { name: `${field}: Column in your file`, exact: true }).fill(column)
    await page.getByRole('option', { name: column, exact: true }).click()
  }
  await page.getByRole('cell', { name: '1.234,50' }).waitFor()
  await page.getByLabel('Keep these columns for next time').fill('Old books')
  await page.evaluate(() => window.scrollTo(0, 0))
  await check()
  await page.getByRole('button', { name: 'Use these columns' }).click()
  await page.getByText('Invoices, columns as in “Old books”').waitFor()
  await page.getByRole('button', { name: 'Check the files' }).click()
  await page.getByRole('radio', { name: `3 Apr ${year}, 5 Jun ${year}` }).waitFor()
  await check()
  await page.getByRole('radio', { name: `3 Apr ${year}, 5 Jun ${year}` }).click()
  await page.getByText(/invoices agree/).waitFor()
  await page.getByText('1,333.50').filter({ visible: true }).first().waitFor()
  await check()

  // The next file with the same columns needs no word.
  await page.goto(`/app/${on.agency.slug}/settings/imports`)
  await page.locator('input[type=file]').setInputFiles(books('tena.csv', 'A2'))
  await page.getByText('Invoices, columns as in “Old books”').waitFor()
  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Throw this away' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Throw this away' }).click()
  await page.getByText('Thrown away. Nothing was brought in.').waitFor()
})

test('what moved in is worked on like anything else: a member opens the portal for a client, who pays an imported invoice there [OPS-32] [PAY-04] [PAY-06]', async () => {
  await on.agency.account({
    kind: 'bank',
    name: 'CRDB Bank, dollars',
    currency: 'USD',
    details: [{ label: 'Account number', value: '0150 4427 8899 1' }],
  })
  const { page, check } = await on.enter('/settings/imports')
  await page.locator('input[type=file]').setInputFiles([clients, invoices, payments])
  await page.getByText('Payments, Invoice Ninja').waitFor()
  await page.getByRole('button', { name: 'Check the files' }).click()
  await page.getByRole('button', { name: 'Use USD' }).click()
  await page.getByRole('button', { name: /^Bring in \d+$/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Bring in/ })
    .click()
  await page.getByRole('heading', { name: 'Nothing was sent to anyone' }).waitFor()

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('link', { name: 'Ludwig Krajcik' }).click()
  await page.getByRole('button', { name: 'Actions for Terrill Ondricka' }).click()
  await page.getByRole('menuitem', { name: 'Open portal' }).click()
  await page.getByRole('radio', { name: 'Pay', exact: true }).waitFor()
  await page.getByRole('button', { name: 'Open portal' }).click()
  await page.getByText('Portal open, not visited yet').waitFor()
  await check()

  const contact = await enterPortal(on, 'terrill@example.org', '/invoices', PHONE_IN_THE_DARK)
  await contact.page.getByRole('link', { name: '2', exact: true }).click()
  await contact.page.getByText('0150 4427 8899 1').first().waitFor()
  await contact.page.getByRole('button', { name: 'I have paid' }).click()
  await contact.page.locator('input[type=file]').first().setInputFiles(SLIP)
  await contact.page.getByRole('button', { name: 'Send proof' }).click()
  await contact.page.getByText('Your payment is being checked').waitFor()
  await contact.check()

  await page.goto(`/app/${on.agency.slug}/review`)
  await page
    .getByRole('button', { name: /^Approve/ })
    .first()
    .waitFor()
  await check()
  const invoiceId = new URL(contact.page.url()).pathname.split('/').at(-1) ?? ''
  await on.agency.approve(invoiceId, { amount: 2667, currency: 'USD' })
  await contact.page.getByText('Paid in full').waitFor()
  await page.goto(`/app/${on.agency.slug}/invoices/${invoiceId}`)
  await page.getByText('Paid', { exact: true }).first().waitFor()
  await check()
})
