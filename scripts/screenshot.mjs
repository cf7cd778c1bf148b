// A picture of a page as the test browser sees it: node scripts/screenshot.mjs --help
import { parseArgs } from 'node:util'
import { continueUnderNode24 } from './node-24.mjs'

continueUnderNode24(import.meta.url)

const usage = `Usage: node scripts/screenshot.mjs URL out.png [options]

  --width N          viewport width in CSS pixels (1280)
  --height N         viewport height (800)
  --scale N          device pixels per CSS pixel (1)
  --dark             prefers-color-scheme: dark
  --full             the whole page, not only the viewport
  --cookie name=value   may be given several times
  --header name=value   may be given several times
  --click SELECTOR   click this first; may be given several times, in order
  --type SELECTOR=TEXT  fill this field first (before the clicks); may be given several times
  --wait SELECTOR    wait until this is visible (after the clicks)
  --locale TAG       the browser's language (en-GB)
  --pdf              write a PDF of the page instead of a picture

Prints the page's title, its console errors and failed requests. Exit code 1 when the page cannot be loaded.`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', default: '1280' },
    height: { type: 'string', default: '800' },
    scale: { type: 'string', default: '1' },
    dark: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    pdf: { type: 'boolean', default: false },
    cookie: { type: 'string', multiple: true, default: [] },
    header: { type: 'string', multiple: true, default: [] },
    click: { type: 'string', multiple: true, default: [] },
    type: { type: 'string', multiple: true, default: [] },
    wait: { type: 'string' },
    locale: { type: 'string', default: 'en-GB' },
    help: { type: 'boolean', default: false },
  },
})
const [url, out] = positionals
if (values.help || !url || !out) {
  console.log(usage)
  process.exit(values.help ? 0 : 2)
}

const { launchBrowser } = await import('../apps/web/e2e/browser.ts')
const browser = await launchBrowser()
try {
  const context = await browser.newContext({
    viewport: { width: Number(values.width), height: Number(values.height) },
    deviceScaleFactor: Number(values.scale),
    colorScheme: values.dark ? 'dark' : 'light',
    locale: values.locale,
    extraHTTPHeaders: Object.fromEntries(values.header.map((pair) => splitOnce(pair, '='))),
  })
  await context.addCookies(
    values.cookie.map((pair) => {
      const [name, value] = splitOnce(pair, '=')
      return { name, value, url: new URL(url).origin }
    }),
  )
  const page = await context.newPage()
  page.on(
    'console',
    (message) => message.type() === 'error' && console.log(`console error: ${message.text()}`),
  )
  page.on('pageerror', (error) => console.log(`page error: ${error.message}`))
  page.on('requestfailed', (request) =>
    console.log(`request failed: ${request.url()} ${request.failure()?.errorText}`),
  )
  // A page with a live stream never becomes idle, so the wait for quiet has an end.
  await page.goto(url, { waitUntil: 'load', timeout: 30_000 })
  await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined)
  for (const pair of values.type) {
    const at = pair.lastIndexOf('=')
    await page.locator(pair.slice(0, at)).fill(pair.slice(at + 1))
  }
  for (const selector of values.click) await page.locator(selector).first().click()
  if (values.click.length > 0) {
    await page.waitForLoadState('networkidle', { timeout: 5_000 }).catch(() => undefined)
  }
  if (values.wait) await page.locator(values.wait).first().waitFor({ timeout: 15_000 })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  if (values.pdf) await page.pdf({ path: out, printBackground: true })
  else await page.screenshot({ path: out, fullPage: values.full, animations: 'disabled' })
  console.log(`${out}  "${await page.title()}"  ${page.url()}`)
} catch (error) {
  console.error(error.message.split('\n')[0])
  process.exitCode = 1
} finally {
  await browser.close()
}

function splitOnce(text, separator) {
  const at = text.indexOf(separator)
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
}
