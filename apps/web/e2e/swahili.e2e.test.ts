import { messagesIn } from '@portico/ui/texts.ts'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { unwrap } from '../../../packages/sdk/src/index.ts'
import { eventually, journeys, PHONE_IN_THE_DARK } from './journey.ts'
import { dayFromToday, PHONE, signInPath } from './portal-visitor.ts'

const world = journeys({ SMTP_URL: 'smtp://127.0.0.1:1', EMAIL_FROM: 'Kilimo Studio <mail@kilimo.example>' })

import.meta.glob(
  [
    '../src/{portal,portal-shared,invoice-link,shared}/**/texts*.ts',
    '../../../packages/ui/src/ui-texts*.ts',
    '!**/texts-in.*',
  ],
  { eager: true },
)
const areas = [
  'ui',
  'shared',
  'language',
  'labels',
  'new-password',
  'invoice-paper',
  'pay',
  'proof',
  'invoice-link',
  'portal',
  'portal-home',
  'portal-invoices',
  'portal-pay',
  'portal-payments',
  'portal-settings',
  'portal-sign-in',
]
const swahili = new Set(areas.flatMap((area) => Object.values(messagesIn('sw', area))))
/** Every whole English sentence that a page could have said instead of its Swahili. */
const english = areas
  .flatMap((area) => Object.values(messagesIn('en', area)))
  .filter((message) => !message.includes('{{') && !swahili.has(message))

/** English that stands on the page, seen or read aloud. */
async function leftOver(page: Page): Promise<string[]> {
  const said = await page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, nodeValue } = walker.currentNode
      if (!parentElement?.closest('script, style, noscript, [lang="en"]')) texts.push(nodeValue ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [alt], [placeholder]'))
      for (const name of ['aria-label', 'title', 'alt', 'placeholder'])
        texts.push(element.getAttribute(name) ?? '')
    return [...texts, document.title].map((text) => text.trim())
  })
  const words = new Set(english)
  return [...new Set(said.filter((text) => words.has(text)))]
}

async function swahiliOnly(page: Page): Promise<void> {
  expect(await leftOver(page)).toEqual([])
  expect(
    await page.evaluate(() => [document.documentElement.lang.slice(0, 2), document.documentElement.dir]),
  ).toEqual(['sw', 'ltr'])
}

/** What the newest mail of this kind to this address says. */
async function mailTo(address: string, template: string): Promise<string> {
  const id = await eventually(async () => {
    const { data } = await unwrap(world.agency.api.GET('/v1/emails', {}))
    return data.find((one) => one.template === template && one.to.includes(address))?.id ?? null
  })
  const mail = await unwrap(
    world.agency.api.GET('/v1/emails/{email_id}', { params: { path: { email_id: id } } }),
  )
  return mail.text
}

test('a client who reads Swahili gets mail, private link, refusal and receipt in it, and can switch [UX-26] [EML-41] [INV-36]', async () => {
  const email = 'salma@pwani.example'
  const client = await world.agency.client({ name: 'Pwani Fresh Foods', email, locale: 'sw' })
  const invoice = await world.agency.invoice(client.id, { due_date: dayFromToday(6) })
  expect(await mailTo(email, 'invoice-sent')).toContain('Kiasi cha kulipa: TZS 1,000,000.00')

  const { path } = await world.agency.link(invoice.id)
  const { page, check } = await world.visit(PHONE_IN_THE_DARK)
  await page.goto(path)
  await page.getByRole('heading', { name: `Ankara ${invoice.number}` }).waitFor()
  await page.getByText('Mwisho', { exact: false }).first().waitFor()
  await page.getByRole('article').waitFor()
  await swahiliOnly(page)
  await check()
  await page.getByRole('button', { name: 'Nimelipa' }).click()
  await page.getByRole('button', { name: 'Tuma uthibitisho' }).click()
  await page.getByText('Chagua faili au bandika ujumbe.').waitFor()
  await page.getByText('Ongeza maelezo').click()
  await page.getByLabel('Kiasi ulicholipa').fill('hapana')
  await page.getByLabel('Kiasi ulicholipa').blur()
  await page.getByText('Si kiasi cha TZS', { exact: false }).waitFor()
  await swahiliOnly(page)
  await check()
  await page.getByLabel('Au bandika ujumbe').fill('QJK4XN2 Imethibitishwa. Umelipa TZS 1,000,000')
  await page.getByLabel('Kiasi ulicholipa').fill('1,000,000')
  await page.getByRole('button', { name: 'Tuma uthibitisho' }).click()
  await page.getByText('Malipo yako yanakaguliwa').waitFor()
  await page.getByText('ndani ya saa 24', { exact: false }).waitFor()
  await swahiliOnly(page)

  // The review desk says the ready reasons in the client's language.
  const member = await world.enter('/review')
  await member.page.getByRole('button', { name: /Reject/ }).click()
  await member.page.getByText('Not in our account').click()
  await member.page.getByText('Preview, in Kiswahili').waitFor()
  await member.check()
  await member.page.getByRole('button', { name: /^Reject and tell/ }).click()
  expect(await mailTo(email, 'proof-rejected')).toContain('Hatuyaoni malipo haya kwenye akaunti yetu')
  await page.reload()
  await page.getByText('Hatuyaoni malipo haya kwenye akaunti yetu', { exact: false }).waitFor()
  await swahiliOnly(page)

  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { name: `Invoice ${invoice.number}` }).waitFor()
  await page.reload()
  await page.getByRole('heading', { name: `Invoice ${invoice.number}` }).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toMatch(/^en/)
  // The check above sees English where it stands.
  expect(await leftOver(page)).toContain('How to pay')
})

test('a language chosen at the sign-in becomes the person’s, everywhere in the portal, until the settings change it [UX-26] [POR-19]', async () => {
  const email = 'fatma@coop.example'
  const client = await world.agency.client({ name: 'Zanzibar Spice Cooperative', email })
  const invoice = await world.agency.invoice(client.id, {
    issue_date: dayFromToday(-20),
    due_date: dayFromToday(-3),
  })
  await world.agency.pay(client.id, { amount: 25_000_000, currency: 'TZS' }, invoice.id)
  const { page, check, expectRefusal } = await world.visit(PHONE)
  expectRefusal(422)
  const home = `/client-portal/${world.agency.slug}`
  await page.goto(signInPath(world.agency.slug))
  await page.getByRole('button', { name: 'Kiswahili' }).click()
  await page.getByRole('button', { name: 'Nitumie kiungo na msimbo' }).click()
  await page.getByText('Hii inahitajika').waitFor()
  await page.getByLabel('Barua pepe').fill(email)
  await swahiliOnly(page)
  await check()
  await page.getByRole('button', { name: 'Nitumie kiungo na msimbo' }).click()
  await page.getByRole('heading', { name: 'Angalia barua pepe yako' }).waitFor()
  const mail = await world.systemMail(email, 'portal-sign-in')
  const [, first, second] = /msimbo huu: (\d{3}) ?(\d{3})/.exec(mail) ?? []
  await page.getByLabel('Msimbo').fill('000000')
  await page.getByText('Umebakiwa na majaribio 4.', { exact: false }).waitFor()
  await swahiliOnly(page)
  await page.getByLabel('Msimbo').fill(`${first}${second}`)
  await page.waitForURL(`**${home}`)
  await page.getByText('Unadaiwa').waitFor()
  await page.getByText('siku 3 zilizopita', { exact: false }).first().waitFor()
  await swahiliOnly(page)
  await check()
  // Each page with what it shows once its data are there.
  for (const [place, heading, content] of [
    ['/invoices', 'Ankara', page.getByText(invoice.number ?? '')],
    ['/pay', 'Lipa', page.getByText(invoice.number ?? '')],
    ['/payments', 'Malipo', page.getByText(/RCP-/)],
    ['/receipts', 'Risiti zangu', page.getByText(/RCP-/)],
    ['/settings', 'Mipangilio', page.getByRole('heading', { name: 'Nenosiri' })],
    [`/invoices/${invoice.id}`, `Ankara ${invoice.number}`, page.getByRole('article')],
  ] as const) {
    await page.goto(home + place)
    await page.getByRole('heading', { level: 1, name: heading }).waitFor()
    await content.filter({ visible: true }).first().waitFor()
    await swahiliOnly(page)
    await check()
  }
  await page.goto(`${home}/settings`)
  await page.getByRole('textbox', { name: 'Lugha' }).or(page.getByLabel('Lugha')).first().click()
  await page.getByRole('option', { name: 'English', exact: true }).click()
  await page.getByRole('button', { name: 'Hifadhi' }).first().click()
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor()
})
