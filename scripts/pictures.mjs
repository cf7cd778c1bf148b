// Makes the site's pictures and the README's from a running demo: node scripts/pictures.mjs http://localhost:3000 <password>
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { continueUnderNode24, root } from './node-24.mjs'

continueUnderNode24(import.meta.url)

const [url, password] = process.argv.slice(2)
if (!url || !password) {
  console.error('Usage: node scripts/pictures.mjs URL PASSWORD   (of an installation started by "npm run demo")')
  process.exit(2)
}
const { default: sharp } = await import('sharp')
const { launchBrowser } = await import('../apps/web/e2e/browser.ts')
const site = join(root, 'apps/web/public/site')
const docs = join(root, 'docs/pictures')
mkdirSync(site, { recursive: true })
const browser = await launchBrowser()

async function visit(colorScheme, width, height, scale) {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme,
    locale: 'en-GB',
    timezoneId: 'Africa/Dar_es_Salaam',
  })
  return { context, page: await context.newPage() }
}
async function signIn(context) {
  const answer = await context.request.post('/v1/auth/sign-in', {
    data: { email: 'amina@kilimo-studio.example', password },
    headers: { origin: url },
  })
  if (!answer.ok()) throw new Error(await answer.text())
}
async function shoot(page, path, ready) {
  await page.goto(path)
  await page.locator(ready).first().waitFor()
  await page.waitForLoadState('networkidle', { timeout: 4_000 }).catch(() => undefined)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page.screenshot({ animations: 'disabled' })
}
const asWebp = (picture, width) => sharp(picture).resize({ width }).webp({ quality: 82 }).toBuffer()

try {
  const { context, page } = await visit('light', 1440, 900, 1)
  await signIn(context)
  const list = await context.request.get('/v1/me')
  const studio = (await list.json()).organizations.find(({ slug }) => slug === 'kilimo-studio')
  const headers = { 'portico-organization': studio.id }
  const get = async (path) => (await (await context.request.get(path, { headers })).json()).data
  // One that is overdue and in the studio's own currency: it has the most to say.
  const invoices = await get('/v1/invoices?document_state=final&settlement_state=open&limit=100')
  const today = new Date().toISOString().slice(0, 10)
  const overdue = invoices.filter(
    (one) => one.due_date < today && one.due.currency === 'TZS' && one.client.name.length < 40,
  )
  const shown = overdue.find((one) => one.delivery_state === 'viewed') ?? overdue[0] ?? invoices[0]
  const links = await get(`/v1/invoices/${shown.id}/links`)
  const link = new URL(links.find((one) => !one.is_revoked).url).pathname
  await page.close()
  await context.close()

  for (const scheme of ['light', 'dark']) {
    const wide = await visit(scheme, 1440, 900, 2)
    await signIn(wide.context)
    const home = await shoot(wide.page, '/app/kilimo-studio', 'h2')
    const invoice = await shoot(wide.page, `/app/kilimo-studio/invoices/${shown.id}`, 'h1')
    const review = await shoot(wide.page, '/app/kilimo-studio/review', 'h1')
    await wide.context.close()
    const phone = await visit(scheme, 360, 740, 2)
    const pay = await shoot(phone.page, link, 'h1')
    await phone.context.close()
    for (const [name, picture, width] of [
      ['home', home, 1440],
      ['invoice', invoice, 1200],
      ['review', review, 1200],
      ['pay', pay, 720],
    ])
      writeFileSync(join(site, `${name}-${scheme}.webp`), await asWebp(picture, width))
    if (scheme === 'light') {
      for (const [name, picture, width] of [
        ['home', home, 1440],
        ['invoice', invoice, 1440],
        ['review', review, 1440],
        ['pay', pay, 480],
      ])
        writeFileSync(
          join(docs, `${name}.png`),
          await sharp(picture).resize({ width }).png({ compressionLevel: 9, palette: true }).toBuffer(),
        )
      // What others show of a link to the site: the head of the home page, in the size they ask for.
      const cut = await sharp(home).resize({ width: 1200 }).extract({ left: 0, top: 0, width: 1200, height: 630 }).toBuffer()
      writeFileSync(join(site, 'og.png'), await sharp(cut).png({ compressionLevel: 9, palette: true }).toBuffer())
    }
  }
  for (const name of ['home-light.webp', 'invoice-dark.webp', 'pay-light.webp', 'og.png'])
    console.log(name, Math.round(readFileSync(join(site, name)).length / 1000), 'kB')
} finally {
  await browser.close()
}
