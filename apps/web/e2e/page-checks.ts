import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** Milliseconds; the longest motion of ours lasts 200, on a busy machine its start and end come late. */
const motionTime = 3_000

/** Collects what the browser's console says went wrong. Call it before the first page is opened. */
export function watchConsole(page: Page): { errors: string[] } {
  const errors: string[] = []
  watchRequests(page)
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(error.message))
  return { errors }
}

/**
 * Fails with one line per finding when the page as it stands breaks WCAG 2.2 AA or is wider than its window.
 * What is still moving (a menu on its way out, a dialog fading in) is judged where it comes to rest: findings count
 * only when they are still there after every motion had its time.
 */
export async function checkPage(page: Page): Promise<void> {
  await page.evaluate(axeSource)
  const until = Date.now() + motionTime
  let findings = await findingsAtRest(page)
  while (findings.length > 0 && Date.now() < until) findings = await findingsAtRest(page)
  expect(findings, `accessibility of ${page.url()}`).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `pixels by which ${page.url()} is wider than its window`).toBeLessThanOrEqual(0)
}

async function findingsAtRest(page: Page): Promise<string[]> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        // Some go on as long as the page waits for something.
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => null)),
    ),
  )
  return page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: { run(root: Document, options: object): Promise<AxeResult> } }
    interface AxeResult {
      violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[]
    }
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values } })
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ html, failureSummary }) => `${id}: ${help}\n  ${html.slice(0, 200)}\n  ${failureSummary ?? ''}`,
      ),
    )
  }, rules)
}

const asking = new WeakMap<Page, Set<Request>>()

function watchRequests(page: Page): void {
  const open = new Set<Request>()
  asking.set(page, open)
  // The stream of changes stays open for as long as somebody looks.
  page.on('request', (request) => {
    if (!/\/changes(\?|$)/.test(request.url())) open.add(request)
  })
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
}

/** Waits until the page has asked for nothing for half a second: what it shows is what it has. */
export async function settled(page: Page): Promise<void> {
  let quietSince = Date.now()
  for (;;) {
    if ((asking.get(page)?.size ?? 0) > 0) quietSince = Date.now()
    if (Date.now() - quietSince > 500) return
    await new Promise((done) => setTimeout(done, 50))
  }
}
