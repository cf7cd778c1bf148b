import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed } from 'vitest'
import { unwrap } from '../../../packages/sdk/src/index.ts'
import { startPortico, type RunningPortico } from '../../server/test/running-portico.ts'
import { Agency } from './agency.ts'
import { launchBrowser } from './browser.ts'
import { checkPage, watchConsole } from './page-checks.ts'

export const OWNER = { email: 'amina@kilimo.example', password: 'a calm and long sentence 42' }

/** A person's browser: pages share its cookies, and what the console complains about is collected. */
export interface Visitor {
  context: BrowserContext
  page: Page
  /** Checks the page as it stands (WCAG 2.2 AA, width) and that nothing went wrong so far. */
  check(): Promise<void>
  /** A refusal that the journey is about: the browser logs every answer of 4xx as an error. */
  expectRefusal(status: number): void
}

export interface Journeys {
  portico: RunningPortico
  agency: Agency
  visit(options?: BrowserContextOptions): Promise<Visitor>
  /** The same, signed in, at a path of the workspace. */
  enter(
    path?: string,
    who?: { email: string; password: string },
    options?: BrowserContextOptions,
  ): Promise<Visitor>
  /** The newest mail of the installation to this address that tells a link; waits for it. */
  systemMail(to: string, template: string): Promise<string>
}

/** A whole Portico with its owner and a browser, for all tests of a file; `inSeveral` processes where that is what may go wrong. */
export function journeys(
  environment: Record<string, string> = {},
  { inSeveral = false }: { inSeveral?: boolean } = {},
): Journeys {
  const shared = {} as Journeys
  let browser: Browser | undefined
  const setUp = async (): Promise<void> => {
    shared.portico = await startPortico({
      withWebApp: true,
      inSeveral,
      environment: { PORTICO_RATE_LIMIT: '0', ...environment },
    })
    shared.agency = await Agency.setUp(shared.portico.url, shared.portico.setUpUrl())
  }
  beforeAll(async () => {
    await setUp()
    browser = await launchBrowser()
  })
  // What is tried once more does not find what the first try left behind.
  beforeEach(async ({ task }) => {
    if (!task.result?.errors?.length) return
    for (const context of browser?.contexts() ?? []) await context.close()
    await shared.portico.remove()
    await setUp()
  })
  afterAll(async () => {
    await browser?.close()
    await shared.portico?.remove()
  })

  shared.visit = async (options = {}) => {
    if (!browser) throw new Error('the browser is not there yet')
    const context = await browser.newContext({
      baseURL: shared.portico.url,
      locale: 'en-GB',
      viewport: { width: 1280, height: 900 },
      ...options,
    })
    const page = await context.newPage()
    const { errors } = watchConsole(page)
    const expected: RegExp[] = []
    onTestFailed(() => tellWhatIsSeen(page, errors))
    return {
      context,
      page,
      async check() {
        await checkPage(page)
        const surprises = errors.filter((error) => !expected.some((pattern) => pattern.test(error)))
        expect(surprises, `console of ${page.url()}`).toEqual([])
      },
      expectRefusal: (status) => void expected.push(new RegExp(`status of ${status}`)),
    }
  }

  shared.enter = async (path = '', who = OWNER, options = {}) => {
    const visitor = await shared.visit(options)
    const answer = await visitor.context.request.post('/v1/auth/sign-in', {
      data: who,
      headers: { origin: shared.portico.url },
    })
    expect(answer.status(), await answer.text()).toBe(200)
    await visitor.page.goto(`/app/${shared.agency.slug}${path}`)
    await visitor.page.getByRole('heading', { level: 1 }).waitFor()
    return visitor
  }

  shared.systemMail = (to, template) =>
    eventually(async () => {
      const { data } = await unwrap(shared.agency.api.GET('/v1/system-emails', {}))
      const mail = data.find((one) => one.to === to && one.template === template && one.text)
      return mail?.text ?? null
    })
  return shared
}

/** A failure in a browser is understood by what the page showed then. */
async function tellWhatIsSeen(page: Page, errors: readonly string[]): Promise<void> {
  if (page.isClosed()) return
  const text = await page
    .locator('body')
    .innerText({ timeout: 2_000 })
    .catch((error: Error) => error.message)
  console.error(
    [`${page.url()} showed:`, text.slice(0, 2_000), ...errors.map((error) => `console: ${error}`)].join('\n'),
  )
}

/** Asks again until there is an answer. */
export async function eventually<Answer>(
  ask: () => Promise<Answer | null>,
  within = 15_000,
): Promise<Answer> {
  const until = Date.now() + within
  for (;;) {
    const answer = await ask()
    if (answer !== null) return answer
    if (Date.now() > until) throw new Error('it did not happen in time')
    await new Promise((done) => setTimeout(done, 50))
  }
}

/** The path of the link in a mail that leads to one of our pages. */
export function pathIn(text: string, start: string): string {
  const link = text.match(/https?:\/\/[^\s<>"]+/g)?.find((one) => new URL(one).pathname.startsWith(start))
  if (!link) throw new Error(`there is no link to ${start} in:\n${text}`)
  const url = new URL(link)
  return url.pathname + url.search
}

export const PHONE_IN_THE_DARK: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  colorScheme: 'dark',
  hasTouch: true,
  isMobile: true,
}

/** An expectation that comes true in a while, on a busy machine too. */
export const soon = <Value>(ask: () => Value | Promise<Value>) => expect.poll(ask, { timeout: 15_000 })
