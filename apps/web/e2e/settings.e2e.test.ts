import { expect, test } from 'vitest'
import { ifMatch, unwrap } from '../../../packages/sdk/src/index.ts'
import { eventually, journeys, PHONE_IN_THE_DARK, soon } from './journey.ts'
import { settled } from './page-checks.ts'

const on = journeys()

/** A picture of one colour, 24 × 8: enough for a logo. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAICAIAAABsw6g0AAAAFElEQVR4nGNYKhtNFcQwatBINggAFxTVwa3ebkcAAAAASUVORK5CYII=',
  'base64',
)
const organization = async () => (await unwrap(on.agency.api.GET('/v1/workspace', {}))).organization

test('settings are saved group by group, and somebody else’s change of another group stands [ORG-11] [ORG-14] [ORG-38]', async () => {
  const { page, check, expectRefusal } = await on.enter('/settings')
  expectRefusal(412)
  await check()
  await page.getByLabel('Legal name').fill('Kilimo Studio Limited')
  // Meanwhile a colleague changes the telephone number.
  const before = await organization()
  await unwrap(
    on.agency.api.PATCH('/v1/organization', {
      params: { header: ifMatch(before.version) },
      body: { phone: '+255 22 211 0450' },
    }),
  )
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  expect(await organization()).toMatchObject({
    legal_name: 'Kilimo Studio Limited',
    phone: '+255 22 211 0450',
  })
  await soon(() => page.getByLabel('Phone').inputValue()).toBe('+255 22 211 0450')

  await page.getByRole('combobox', { name: 'Time zone' }).fill('Nairobi')
  await page.getByRole('option', { name: /Africa\/Nairobi/ }).click()
  await page.getByRole('link', { name: 'Clients' }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
  await page.getByRole('button', { name: 'Stay' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await soon(async () => (await organization()).timezone).toBe('Africa/Nairobi')
  await check()
})

test('a field that two people changed at once is explained, not overwritten [ORG-16]', async () => {
  const { page, check, expectRefusal } = await on.enter('/settings/tax')
  expectRefusal(412)
  await page.getByLabel('Tax number (TIN)').fill('111-111-111')
  const before = await organization()
  await unwrap(
    on.agency.api.PATCH('/v1/organization', {
      params: { header: ifMatch(before.version) },
      body: { tin: '222-222-222' },
    }),
  )
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('now 222-222-222, yours 111-111-111').waitFor()
  await check()
  await page.getByRole('button', { name: 'Take theirs' }).click()
  expect(await page.getByLabel('Tax number (TIN)').inputValue()).toBe('222-222-222')
})

test('the logo and the colour are seen before they are saved, and reach the first page after [ORG-12] [ORG-13] [ORG-20] [ORG-25]', async () => {
  const { page, check } = await on.enter('/settings/brand')
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: PNG })
  await page.getByRole('button', { name: 'Use this logo' }).click()
  await page.getByText('The logo is in use').waitFor()
  await page.getByRole('img', { name: 'Kilimo Studio' }).first().waitFor()
  await page.getByRole('textbox', { name: 'Colour', exact: true }).fill('#a51d5b')
  await page.getByText(/Links in light use #/).waitFor()
  await check()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved', { exact: true }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  const fill = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--brand-fill'),
  )
  expect(fill.trim()).toBe('#a51d5b')
  await check()
  await page.getByRole('button', { name: 'Remove the logo' }).click()
  await page.getByText('The logo is removed').waitFor()
})

test('numbers show what they will look like, and a pattern that cannot work is refused at once', async () => {
  const { page, check } = await on.enter('/settings/numbers')
  const year = new Date().getFullYear()
  await page.getByText(`The next could be INV-${year}-014`).waitFor()
  await page.getByLabel('Invoices', { exact: true }).fill('KS/{YY}/{NNNN}')
  await page.getByText(`The next could be KS/${String(year).slice(2)}/0014`).waitFor()
  await page.getByLabel('Receipts', { exact: true }).fill('RCP-{YYYY}')
  await page.getByText('The number is missing: {NNN}').waitFor()
  await check()
  await page.getByLabel('Receipts', { exact: true }).fill('RCP-{YYYY}-{NNN}')
  await page.getByRole('button', { name: 'Save' }).click()
  await soon(async () => (await organization()).invoice_number_pattern).toBe('KS/{YY}/{NNNN}')
})

test('a tax rate gets a new percentage from a date, and ends [ORG-16]', async () => {
  const { page, check } = await on.enter('/settings/tax')
  await page.getByRole('button', { name: 'Add rate' }).click()
  await page.getByLabel('Name').fill('Tourism levy')
  await page.getByRole('textbox', { name: 'Percent' }).fill('3')
  await check()
  await page.getByRole('dialog').getByRole('button', { name: 'Add rate' }).click()
  await page.getByText('Added Tourism levy').waitFor()
  await page.getByRole('button', { name: 'Actions for Tourism levy' }).click()
  await page.getByRole('menuitem', { name: 'New percentage' }).click()
  await page.getByRole('textbox', { name: 'Percent' }).fill('4')
  await page.getByLabel('Valid from').fill('1 Jan 2031')
  await page.getByRole('dialog').getByRole('button', { name: 'New percentage' }).click()
  await page.getByText('4%, from 1 Jan 2031').waitFor()
  await page.getByText(/^3%, .* to 31 Dec 2030/).waitFor()
  await page.getByRole('button', { name: 'Actions for Tourism levy' }).click()
  await page.getByRole('menuitem', { name: 'End' }).click()
  await page.getByLabel('Last day').fill('31 Dec 2032')
  await check()
  await page.getByRole('dialog').getByRole('button', { name: 'End', exact: true }).click()
  await page.getByText('4%, 1 Jan 2031 to 31 Dec 2032').waitFor()
})

test('exchange rates are stored per date, and receiving accounts can be kept, retired and brought back [ORG-15] [PAY-30]', async () => {
  const { page, check } = await on.enter('/settings/currencies')
  await page.getByRole('button', { name: 'Set rate' }).click()
  await page.getByLabel('One USD is').fill('2,612.5')
  await page.getByRole('dialog').getByRole('button', { name: 'Set rate' }).click()
  await page.getByRole('cell', { name: '1 USD = 2,612.5 TZS' }).waitFor()
  await check()

  await page.getByRole('link', { name: 'Receiving accounts' }).click()
  await page.getByRole('button', { name: 'Add account' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('NMB Bank')
  await page.getByLabel('Label 1').fill('Account number')
  await page.getByLabel('Value 1').fill('2211 0098 7')
  await page.getByRole('button', { name: 'Add a step' }).click()
  await page.getByLabel('Step 1').fill('Go to any NMB branch.')
  await check()
  await page.getByRole('dialog').getByRole('button', { name: 'Add account' }).click()
  await page.getByText('Added NMB Bank').waitFor()
  await page.getByText('Account number: 2211 0098 7').waitFor()
  await page.getByRole('button', { name: 'Actions for NMB Bank' }).click()
  await page.getByRole('menuitem', { name: 'Retire' }).click()
  await page.getByText('Retired', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Actions for NMB Bank' }).click()
  await page.getByRole('menuitem', { name: 'Bring back' }).click()
  await soon(() => page.getByText('Retired', { exact: true }).count()).toBe(0)
  await check()
})

test('an item of the price list has a price per currency and is found by its code', async () => {
  const { page, check, expectRefusal } = await on.enter('/prices')
  expectRefusal(409)
  await page.getByText('What you sell will live here').waitFor()
  await check()
  const add = async (name: string) => {
    await page.getByRole('button', { name: 'New item' }).first().click()
    await page.getByRole('dialog').getByLabel('Name').fill(name)
    expect(await page.getByRole('dialog').getByLabel('Code').inputValue()).toBe('WEBSITE-CARE')
    await page.getByRole('textbox', { name: 'Price 1' }).fill('350000')
    await page.getByRole('button', { name: 'Add item' }).click()
  }
  await add('Website care')
  await page.getByText('Added Website care').waitFor()
  await page.getByText('350,000.00').waitFor()
  await add('Website  care')
  await page.getByRole('dialog').getByRole('alert').waitFor()
  await soon(() => page.getByRole('dialog').getByLabel('Code').getAttribute('aria-invalid')).toBe('true')
  await check()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Leave' }).click()
  // Opened again it begins anew, and what was typed and taken back is nothing to ask about.
  await page.getByRole('button', { name: 'New item' }).first().click()
  const name = page.getByRole('dialog').getByLabel('Name')
  expect(await name.inputValue()).toBe('')
  await name.fill('W')
  await name.fill('')
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await page.getByRole('searchbox').fill('website-c')
  await page.getByRole('button', { name: 'Website care' }).waitFor()
})

test('the team shows roles and their rights, and a member gets another role [ORG-28] [ORG-33] [RBAC-15]', async () => {
  const { page, check } = await on.enter('/team')
  await page.getByRole('cell', { name: 'Amina Mushi (you)' }).waitFor()
  await check()
  await page.getByRole('tab', { name: 'Roles' }).click()
  await page.getByRole('rowheader', { name: 'Approve and reject payment proofs' }).waitFor()
  await check()
  await page.getByRole('tab', { name: 'Members' }).click()
  await page.getByRole('button', { name: 'Edit Amina Mushi' }).click()
  await page.getByLabel('Title').fill('Founder')
  await check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved Amina Mushi').waitFor()
  const members = await unwrap(on.agency.api.GET('/v1/members', {}))
  expect(members.data[0]?.title).toBe('Founder')
})

test('a mail is opened as its recipient sees it, in a frame that can do nothing', async () => {
  const roles = await unwrap(on.agency.api.GET('/v1/roles', {}))
  const role = roles.data.find(({ key }) => key === 'finance')?.id ?? ''
  await unwrap(
    on.agency.api.POST('/v1/invitations', { body: { email: 'neema@kilimo.example', role_id: role } }),
  )
  await eventually(async () => {
    const { data } = await unwrap(on.agency.api.GET('/v1/emails', {}))
    return data.find(({ status }) => status === 'kept') ?? null
  })
  const { page, check } = await on.enter('/outbox')
  await page.getByText('No mail provider is set up').waitFor()
  await page
    .getByRole('button', { name: /Kilimo Studio/ })
    .first()
    .click()
  const frame = page.locator('iframe')
  await frame.waitFor()
  expect(await frame.getAttribute('sandbox')).toBe('')
  const heading = frame.contentFrame().getByRole('heading').first()
  await heading.waitFor()
  // The mail's own styles are there although the page allows no inline ones.
  expect(await heading.evaluate((element) => getComputedStyle(element).fontFamily)).not.toMatch(/^"?Times/)
  await page.getByText('As text').click()
  await page
    .locator('pre')
    .getByText(/\/invitations\//)
    .waitFor()
  await page.keyboard.press('Escape')
  await check()
})

test('settings work on a phone in the dark [UX-01] [UX-25] [UX-30]', async () => {
  const { page, check } = await on.enter('/settings', undefined, PHONE_IN_THE_DARK)
  for (const path of ['/brand', '/tax', '/numbers', '/currencies', '/accounts']) {
    await page.goto(`/app/${on.agency.slug}/settings${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settled(page)
    await check()
  }
  for (const path of ['/team', '/team?tab=roles', '/prices', '/outbox', '/account']) {
    await page.goto(`/app/${on.agency.slug}${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await settled(page)
    await check()
  }
})
