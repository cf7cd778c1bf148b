import { expect, test } from 'vitest'
import { unwrap } from '../../../packages/sdk/src/index.ts'
import { eventually, journeys, PHONE_IN_THE_DARK } from './journey.ts'
import { settled } from './page-checks.ts'
import { PHONE, SLIP } from './portal-visitor.ts'

const world = journeys()
const shillings = (amount: number) => ({ amount: amount * 100, currency: 'TZS' })

async function linkOf(invoiceId: string) {
  const { data } = await unwrap(
    world.agency.api.GET('/v1/invoices/{invoice_id}/links', { params: { path: { invoice_id: invoiceId } } }),
  )
  const [link] = data
  if (!link) throw new Error('the invoice has no link')
  return link
}

test('the invoice opens without an account and counts as seen when a person looks at it [INV-33]', async () => {
  const client = await world.agency.client({ name: 'Pwani Fresh Foods', email: 'salma@pwani.example' })
  const invoice = await world.agency.invoice(client.id, { purchase_order: 'PO-1' })
  const { path } = await world.agency.link(invoice.id)
  const { page, check } = await world.visit(PHONE_IN_THE_DARK)
  const noted = page.waitForRequest('**/views')
  await page.goto(path)
  await page.getByRole('heading', { name: `Invoice ${invoice.number}` }).waitFor()
  // Two seconds in view are needed; a scanner is gone by then.
  expect((await linkOf(invoice.id)).first_viewed_at).toBeNull()
  await page.getByText('PAY-', { exact: false }).first().waitFor()
  await page.getByRole('article').waitFor()
  await check()
  await noted
  await eventually(async () => (await linkOf(invoice.id)).first_viewed_at)
})

test('the link shows how to pay, takes a proof by name and gives the receipt [INV-38] [PAY-04] [RCP-02]', async () => {
  const client = await world.agency.client({ name: 'Dodoma Solar', email: 'info@dodoma.example' })
  const invoice = await world.agency.invoice(client.id)
  const { path } = await world.agency.link(invoice.id)
  const { page, check } = await world.visit(PHONE)
  await page.goto(path)
  await page.getByRole('heading', { name: 'How to pay' }).waitFor()
  await page.getByText('M-Pesa').first().click()
  await page.getByRole('img', { name: 'QR code for M-Pesa' }).waitFor()
  await page.getByText('Dial *150*00#', { exact: false }).waitFor()
  await check()
  await page.getByRole('button', { name: 'I have paid' }).click()
  await page.locator('input[type=file]').first().setInputFiles(SLIP)
  await page.getByLabel('Your name').fill('Anna at the desk')
  await page.getByRole('button', { name: 'Send proof' }).click()
  await page.getByText('Your payment is being checked').waitFor()
  await check()
  const proof = await world.agency.proof(invoice.id)
  expect(proof.submitter).toEqual({ kind: 'link', name: 'Anna at the desk' })
  await world.agency.approve(invoice.id, shillings(1_000_000))
  await page.reload()
  await page.getByText('Paid in full').waitFor()
  await check()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /Receipt RCP/ }).click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
})

test('a link that was replaced says what to do, and leads to the portal [INV-38]', async () => {
  const client = await world.agency.client({ name: 'Moshi Coffee', email: 'elia@moshi.example' })
  const invoice = await world.agency.invoice(client.id)
  const { path, id } = await world.agency.link(invoice.id)
  await unwrap(
    world.agency.api.POST('/v1/invoices/{invoice_id}/links/{document_link_id}/rotate', {
      params: { path: { invoice_id: invoice.id, document_link_id: id } },
    }),
  )
  const { page, check, expectRefusal } = await world.visit(PHONE)
  expectRefusal(410)
  await page.goto(path)
  await page.getByRole('heading', { name: 'This link no longer works' }).waitFor()
  await page.getByText('Ask Kilimo Studio to send the invoice again', { exact: false }).waitFor()
  await check()
  await page.getByRole('link', { name: 'See all your invoices' }).click()
  await page.getByRole('heading', { name: 'Sign in to Kilimo Studio' }).waitFor()
  const current = await world.agency.link(invoice.id)
  await page.goto(current.path)
  await page.getByRole('heading', { name: `Invoice ${invoice.number}` }).waitFor()
})

test('without a connection after the page is there, the form still opens and keeps what is sent [INV-38]', async () => {
  const client = await world.agency.client({ name: 'Uhuru Logistics', email: 'juma@uhuru.example' })
  const invoice = await world.agency.invoice(client.id)
  const { path } = await world.agency.link(invoice.id)
  const { page, context } = await world.visit(PHONE)
  await page.goto(path)
  await page.getByRole('article').waitFor()
  await settled(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'I have paid' }).click()
  await page.getByLabel('Or paste the message').fill('QJK4XN2 Confirmed.')
  await page.getByRole('button', { name: 'Send proof' }).click()
  await page.getByText('The connection was lost').waitFor()
  await context.setOffline(false)
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByText('Your payment is being checked').waitFor()
})
