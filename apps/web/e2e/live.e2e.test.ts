import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { unwrap } from '../../../packages/sdk/src/index.ts'
import { journeys, OWNER, PHONE_IN_THE_DARK, soon } from './journey.ts'
import { settled } from './page-checks.ts'
import { enterPortal } from './portal-visitor.ts'

/**
 * Two browsers at once: what one person does shows at the other's, without a reload. Two web processes: what one of them
 * is told must show in browsers whose stream the other holds.
 */
const world = journeys(
  { SMTP_URL: 'smtp://127.0.0.1:1', EMAIL_FROM: 'Kilimo Studio <mail@kilimo.example>' },
  { inSeveral: true },
)

const bell = (page: Page) => page.getByRole('button', { name: /^Notifications/ })
/** Marks the page: a reload would lose it. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { isTheSamePage: true }))
const isTheSame = (page: Page) =>
  page.evaluate(() => (window as { isTheSamePage?: boolean }).isTheSamePage === true)

/** Waits for a text to come by itself; a network that says it is back shortens the pause between two tries. */
const comes = (page: Page, text: string) =>
  expect
    .poll(
      async () => {
        await page.evaluate(() => window.dispatchEvent(new Event('online')))
        return page.getByText(text).count()
      },
      { timeout: 45_000, interval: 1_000 },
    )
    .toBeGreaterThan(0)

async function aClient(name: string, email: string) {
  return world.agency.client({ name, contact: 'Baraka Mushi', email })
}

/** The client sends a proof through the private link, as from another machine. */
async function sendProof(
  invoiceId: string,
  fields: Record<string, string> = { pasted_text: 'Paid by transfer' },
): Promise<void> {
  const { path } = await world.agency.link(invoiceId)
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const token = path.split('/i/')[1] ?? ''
  const answer = await fetch(`${world.portico.url}/v1/invoice-links/${token}/proofs`, {
    method: 'POST',
    body,
  })
  expect(answer.status, await answer.text()).toBeLessThan(300)
}

describe('what happens elsewhere', () => {
  test('shows in the other browser: list, badge and popover change without a reload [NTF-01] [NTF-02] [NTF-03] [NTF-06]', async () => {
    const client = await aClient('Pwani Fresh Foods', 'baraka@pwani.example')
    const invoice = await world.agency.invoice(client.id)
    const member = await world.enter('/review', OWNER, { viewport: { width: 1440, height: 900 } })
    await mark(member.page)
    await soon(() => bell(member.page).getAttribute('aria-label')).toBe('Notifications')

    const contact = await enterPortal(world, 'baraka@pwani.example', `/invoices/${invoice.id}`)
    await sendProof(invoice.id)
    await soon(() => bell(member.page).getAttribute('aria-label')).toBe('Notifications, 1 unread')
    await member.page.getByText('Pwani Fresh Foods').first().waitFor()
    await bell(member.page).click()
    const popover = member.page.getByRole('dialog', { name: 'Notifications' })
    await popover.getByText(/Pwani Fresh Foods sent a proof of payment/).waitFor()
    await member.page.keyboard.press('Escape')
    await soon(() => popover.count()).toBe(0)
    await member.check()

    await mark(contact.page)
    await world.agency.approve(invoice.id, invoice.totals.due)
    await contact.page.getByText('Paid in full').first().waitFor()
    await soon(() => bell(contact.page).getAttribute('aria-label')).toMatch(/unread$/)
    await bell(contact.page).click()
    await contact.page
      .getByText(/Receipt .* received/)
      .first()
      .waitFor()
    await contact.page.keyboard.press('Escape')
    await contact.check()
    expect(await isTheSame(contact.page)).toBe(true)
    expect(await isTheSame(member.page)).toBe(true)

    await bell(member.page).click()
    await popover.getByRole('button', { name: 'Mark all as read' }).click()
    await soon(() => bell(member.page).getAttribute('aria-label')).toBe('Notifications')
    await Promise.all([member.context.close(), contact.context.close()])
  })

  test('is found after the stream was cut, and by asking where streams do not get through [NTF-07] [NTF-08]', async () => {
    const visitor = await world.visit()
    // As a proxy that lets no stream through: asking still works.
    await visitor.context.route('**/v1/changes*', (route) =>
      route.request().headers()['accept']?.includes('event-stream') ? route.abort() : route.continue(),
    )
    visitor.expectRefusal(401)
    await visitor.context.request.post('/v1/auth/sign-in', {
      data: OWNER,
      headers: { origin: world.portico.url },
    })
    const { page } = visitor
    await page.goto(`/app/${world.agency.slug}/clients`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await mark(page)
    await aClient('Found By Asking Ltd', 'asking@client.example')
    await comes(page, 'Found By Asking Ltd')

    // The way is free again: the next stream brings what was missed, and what comes.
    await visitor.context.unroute('**/v1/changes*')
    await aClient('Made In Between Ltd', 'between@client.example')
    await comes(page, 'Made In Between Ltd')
    expect(await isTheSame(page)).toBe(true)
    await visitor.context.close()
  })
})

describe('what one is told', () => {
  test('is chosen per kind and way, for a whole way at once too [NTF-09] [NTF-10]', async () => {
    // As usual, whatever was chosen before.
    const rows = await unwrap(world.agency.api.GET('/v1/notification-preferences', {}))
    const usual = rows.data.map(({ type }) => ({ type, in_app: true, email: false }))
    await unwrap(
      world.agency.api.PATCH('/v1/notification-preferences', { body: { preferences: usual as never } }),
    )
    const { page, check, context } = await world.enter('/notifications?tab=settings')
    const mailOfPayments = page.getByRole('switch', { name: 'A payment was recorded, By email' })
    await mailOfPayments.waitFor()
    await check()
    expect(await mailOfPayments.isChecked()).toBe(false)
    await mailOfPayments.click({ force: true })
    await page.getByRole('switch', { name: 'All in the app' }).click({ force: true })
    const shown = page.getByRole('switch', { name: 'A payment was recorded, In the app' })
    await soon(() => shown.isChecked()).toBe(false)
    await settled(page)
    await soon(async () => {
      await page.reload()
      await mailOfPayments.waitFor()
      return [await mailOfPayments.isChecked(), await shown.isChecked()]
    }).toEqual([true, false])
    await page.getByRole('switch', { name: 'All in the app' }).click({ force: true })
    await soon(() => shown.isChecked()).toBe(true)
    await context.close()
  })

  test('fits a phone in the dark, with more than the badge can count [NTF-02] [NTF-03]', async () => {
    const { page, check, context } = await world.enter('', OWNER, PHONE_IN_THE_DARK)
    await page.route('**/v1/notifications/unread-count', (route) =>
      route.fulfill({ json: { count: 100, is_capped: true } }),
    )
    await page.reload()
    await soon(() => bell(page).getAttribute('aria-label')).toBe('Notifications, 99+ unread')
    await bell(page).click()
    await page.getByRole('dialog', { name: 'Notifications' }).waitFor()
    await check()
    await context.close()
  })
})

describe('the review desk', () => {
  test('decides on the proof that was read, whatever comes to the desk meanwhile [PAY-05] [PAY-07]', async () => {
    const client = await aClient('Tanga Cement Works', 'accounts@tanga.example')
    const { page, expectRefusal, context } = await world.enter('/')
    expectRefusal(409)
    const [first, second, third] = [
      await world.agency.invoice(client.id),
      await world.agency.invoice(client.id),
      await world.agency.invoice(client.id),
    ]
    for (const { id, totals } of [first, second, third])
      await sendProof(id, {
        pasted_text: 'Paid by transfer',
        amount: String(totals.due.amount / 100),
        paid_on: new Date().toISOString().slice(0, 10),
        payer: 'Tanga Cement',
        receiving_account_id: world.agency.accountFor('TZS'),
      })
    const decisions: string[] = []
    page.on('request', (request) => {
      if (/\/(approve|reject)$/.test(request.url())) decisions.push(request.url())
    })
    const deed = ({ number }: { number: string | null }) =>
      page.getByRole('button', { name: new RegExp(`^Approve .* to ${number}`) })
    await page.goto(`${world.portico.url}/app/${world.agency.slug}/review`)
    await soon(() => deed(first).getAttribute('aria-disabled')).toBe(null)
    // The same key again, at the very moment that the next one stands there.
    const pressedTwice = page.evaluate(
      (number) =>
        new Promise<void>((done) => {
          new MutationObserver((_, observer) => {
            if (![...document.querySelectorAll('button')].some((one) => one.innerText.includes(number)))
              return
            observer.disconnect()
            document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }))
            done()
          }).observe(document.body, { childList: true, subtree: true, characterData: true })
        }),
      `to ${second.number}`,
    )
    await page.keyboard.press('a')
    await pressedTwice
    await soon(() => deed(second).getAttribute('aria-disabled')).toBe(null)
    expect(decisions).toHaveLength(1)

    await page.keyboard.press('r')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('Not readable')
    await world.agency.approve(second.id, second.totals.due)
    await expect.poll(() => page.getByText('1 of 1').count(), { timeout: 40_000 }).toBe(1)
    await dialog.getByRole('button', { name: /^Reject and tell/ }).click()
    await dialog.getByText(/approved already/).waitFor()
    await page.keyboard.press('Escape')
    const waiting = await unwrap(
      world.agency.api.GET('/v1/payment-proofs', { params: { query: { state: 'submitted' } } }),
    )
    expect(waiting.data.map(({ invoice }) => invoice.number)).toEqual([third.number])
    await world.agency.approve(third.id, third.totals.due)
    await context.close()
  })
})

describe('sending later', () => {
  test('is planned at the invoice, moved and cancelled [INV-32]', async () => {
    const client = await aClient('Later Ltd', 'later@client.example')
    const invoice = await world.agency.invoice(client.id)
    const { page, check, context } = await world.enter(`/invoices/${invoice.id}`)
    await page.getByRole('button', { name: 'More actions' }).click()
    await page.getByRole('menuitem', { name: /^Send/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Send later').click()
    await dialog.getByLabel('Time').fill('10:30')
    await check()
    await dialog.getByRole('button', { name: 'Plan sending' }).click()
    await page.getByText(/Will be sent on .* at 10:30/).waitFor()
    await check()
    await page.getByRole('button', { name: 'Change' }).click()
    await dialog.getByLabel('Time').fill('11:45')
    await dialog.getByRole('button', { name: 'Plan sending' }).click()
    await page.getByText(/Will be sent on .* at 11:45/).waitFor()
    await page.getByRole('button', { name: 'Do not send' }).click()
    await soon(() => page.getByText(/Will be sent on/).count()).toBe(0)
    await context.close()
  })
})
