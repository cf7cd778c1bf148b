import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RunningPortico } from '../../server/test/running-portico.ts'
import { startPortico } from '../../server/test/running-portico.ts'
import { launchBrowser } from './browser.ts'
import { checkPage, watchConsole } from './page-checks.ts'

let portico: RunningPortico
let browser: Browser
beforeAll(async () => {
  portico = await startPortico({ withWebApp: true })
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await portico?.remove()
})

test.each([
  { name: 'a desktop', viewport: { width: 1280, height: 800 }, colorScheme: 'light' as const },
  { name: 'a phone in the dark', viewport: { width: 360, height: 740 }, colorScheme: 'dark' as const },
])(
  'the link in the terminal leads to a page where the first person can begin, on $name [OPS-30] [UX-30]',
  async ({ viewport, colorScheme }) => {
    const context = await browser.newContext({ viewport, colorScheme })
    const page = await context.newPage()
    const { errors } = watchConsole(page)
    await page.goto(portico.setUpUrl())
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('button').first().waitFor()
    await checkPage(page)
    expect(errors).toEqual([])
    await context.close()
  },
)
