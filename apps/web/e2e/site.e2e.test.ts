import { expect, test } from 'vitest'
import { journeys, PHONE_IN_THE_DARK, soon } from './journey.ts'

const world = journeys()

test('a visitor reads what it is, what it costs and how it works, without a script too [UX-15] [UX-16] [UX-17] [UX-18]', async () => {
  const visitor = await world.visit({ javaScriptEnabled: false })
  const { page } = visitor
  await page.goto('/')
  expect(await page.title()).toContain('Portico')
  expect(await page.getAttribute('meta[property="og:image"]', 'content')).toMatch(/^http.*\/site\/og\.png$/)
  await page
    .getByRole('img', { name: /home page of a studio/ })
    .first()
    .waitFor()
  await page.getByRole('link', { name: 'Pricing' }).first().click()
  await page.getByRole('heading', { name: 'What it costs' }).waitFor()
  await page.getByRole('heading', { name: 'Self-hosted' }).waitFor()
  await page.getByRole('link', { name: 'Documentation' }).first().click()
  await page.getByRole('link', { name: 'Getting paid' }).click()
  await page.getByRole('link', { name: 'The payment reference' }).first().click()
  expect(page.url()).toContain('/docs/getting-paid#the-payment-reference')
  await page.goto('/legal/privacy')
  await page.getByText('has not published a text of their own').waitFor()
})

test('the pages stand on a phone in the dark, and the documentation is searched [UX-15] [UX-18] [UX-30]', async () => {
  const visitor = await world.visit(PHONE_IN_THE_DARK)
  const { page } = visitor
  for (const path of ['/', '/pricing', '/contact', '/legal/imprint', '/docs/api-quick-start', '/docs']) {
    await page.goto(path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await visitor.check()
  }
  await page.getByLabel('Search the documentation').fill('review desk')
  await page.getByRole('link', { name: 'Getting paid' }).waitFor()
  expect(await page.getByRole('link', { name: 'Running it yourself' }).isVisible()).toBe(false)
  await page.getByLabel('Search the documentation').fill('zebra crossing')
  await page.getByText('Nothing here holds these words').waitFor()
  await page.getByRole('button', { name: 'Switch between light and dark' }).click()
  await visitor.check()
})

test('what a visitor writes reaches the people who run it, and they deal with it [UX-19] [EML-37] [EML-38]', async () => {
  const visitor = await world.visit()
  const { page } = visitor
  await page.goto('/contact')
  await page.getByRole('button', { name: 'Send message' }).click()
  visitor.expectRefusal(422)
  await page.getByText('look at the marked fields').waitFor()
  await visitor.check()
  await page.getByLabel('Your name').fill('Grace Visitor')
  await page.getByLabel('Email').fill('grace@visitor.example')
  await page.getByLabel('What is it about?').selectOption('hosting')
  await page.getByLabel('Your message').fill('Can you host us? We are six people.')
  // A person takes a moment; the form that was just opened again is marked with when.
  await page.waitForTimeout(3_200)
  await page.getByRole('button', { name: 'Send message' }).click()
  await page.getByRole('heading', { name: 'Your message is on its way' }).waitFor()
  expect(await world.systemMail('grace@visitor.example', 'contact-received')).toContain('Grace Visitor')

  const admin = await world.enter()
  await admin.page.goto('/admin/messages')
  await admin.page.getByRole('button', { name: 'Grace Visitor' }).click()
  await admin.page.getByText('Can you host us? We are six people.').last().waitFor()
  await admin.check()
  await admin.page.getByRole('button', { name: 'Done with it' }).click()
  await admin.page.getByText('dealt with it').waitFor()
})

test('who is signed in goes on to work; the site can be turned off [UX-15]', async () => {
  const admin = await world.enter()
  await admin.page.goto('/')
  await admin.page.waitForURL('**/app**')
  await admin.page.goto('/admin/site')
  await admin.page.getByLabel('Name').fill('Pwani Hosting')
  await admin.page.getByRole('switch').click()
  await admin.page.getByRole('button', { name: 'Save' }).click()
  await admin.page.getByText('Saved').first().waitFor()
  await admin.check()

  const visitor = await world.visit()
  await visitor.page.goto('/')
  await visitor.page.waitForURL('**/sign-in')
  visitor.expectRefusal(404)
  await visitor.page.goto('/pricing')
  await visitor.page.getByRole('heading', { name: 'There is no such page' }).waitFor()
  // The documentation stays, under the operator's name.
  await visitor.page.goto('/docs')
  await visitor.page.getByText('Run by Pwani Hosting').waitFor()
})

test('an organization is suspended with a reason that its people read, and opened again [OPS-35]', async () => {
  const admin = await world.enter()
  const { page } = admin
  await page.goto('/admin')
  await page.getByRole('button', { name: 'Actions for Kilimo Studio' }).click()
  await page.getByRole('menuitem', { name: 'Suspend' }).click()
  await page.getByLabel('Reason').fill('Unpaid since March')
  await page.getByRole('dialog').getByRole('button', { name: 'Suspend' }).click()
  await page.getByText('Suspended: Unpaid since March').waitFor()
  await admin.check()
  admin.expectRefusal(404)
  await page.goto(`/app/${world.agency.slug}`)
  await page.getByRole('heading', { name: 'Kilimo Studio is suspended' }).waitFor()
  await page.getByText('Unpaid since March').waitFor()
  await page.goto('/admin')
  await page.getByRole('button', { name: 'Actions for Kilimo Studio' }).click()
  await page.getByRole('menuitem', { name: 'Reactivate' }).click()
  await page.getByLabel('Reason').fill('Paid')
  await page.getByRole('dialog').getByRole('button', { name: 'Reactivate' }).click()
  await soon(() => page.getByText('Suspended: Unpaid since March').count()).toBe(0)
  await page.goto('/admin/deeds')
  await page.getByText('Reactivated').waitFor()
  await page.goto(`/app/${world.agency.slug}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
})

test('people, jobs, mail and health stand on a phone in the dark [OPS-35] [UX-30]', async () => {
  const admin = await world.enter('', undefined, PHONE_IN_THE_DARK)
  for (const path of [
    '/admin',
    '/admin/people',
    '/admin/jobs',
    '/admin/mail',
    '/admin/health',
    '/admin/site',
  ]) {
    await admin.page.goto(path)
    await admin.page.getByRole('heading', { level: 1 }).waitFor()
    await soon(() => admin.page.locator('[aria-busy="true"]').count()).toBe(0)
    await admin.check()
  }
})
