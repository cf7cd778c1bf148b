import { describe, expect, test } from 'vitest'
import { ifMatch, unwrap } from '../../../packages/sdk/src/index.ts'
import { journeys } from './journey.ts'

/** What holds for pages whatever stands on them: brand in the first paint, a strict content policy, the frame on a phone. */
const shared = journeys()

async function paintItViolet(): Promise<void> {
  const { api } = shared.agency
  const { organization } = await unwrap(api.GET('/v1/workspace', {}))
  if (organization.brand_color === '#6b21a8') return
  await unwrap(
    api.PATCH('/v1/organization', {
      params: { header: ifMatch(organization.version) },
      body: { brand_color: '#6b21a8' },
    }),
  )
}

describe('the first painted page', () => {
  test('carries the organization’s colours in a stylesheet that blocks it, name and logo beside [ORG-20] [ORG-25] [POR-26] [POR-27]', async () => {
    await paintItViolet()
    const html = await (
      await fetch(`${shared.portico.url}/client-portal/${shared.agency.slug}/sign-in`)
    ).text()
    const sheet = /<link rel="stylesheet" href="(\/brand\/6b21a8-[0-9a-f]+\.css)">/.exec(html)?.[1]
    expect(sheet).toBeDefined()
    expect(html.indexOf(sheet as string)).toBeLessThan(html.indexOf('<body'))
    expect(html).toContain('"name":"Kilimo Studio"')
    const answer = await fetch(`${shared.portico.url}${sheet}`)
    expect(answer.headers.get('cache-control')).toContain('immutable')
    const { page } = await shared.visit()
    await page.goto(`/client-portal/${shared.agency.slug}/sign-in`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    // Violet has more red and blue than green, whatever shade keeps the contrast legal.
    const fill = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--brand-fill').trim(),
    )
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16))
    expect(Math.min(red, blue)).toBeGreaterThan(green)
  })

  test('allows no script but its own, and cannot be framed [SEC-10]', async () => {
    for (const path of ['/sign-in', `/client-portal/${shared.agency.slug}`, `/app/${shared.agency.slug}`]) {
      const { headers } = await fetch(`${shared.portico.url}${path}`)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy, path).toMatch(/script-src 'self' 'nonce-[\w+/=]+'/)
      expect(policy, path).not.toContain('unsafe')
      expect(policy, path).toContain(`frame-ancestors 'none'`)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
    }
    const [one, two] = await Promise.all(
      ['/sign-in', '/sign-in'].map(
        async (path) =>
          /nonce-([^']+)/.exec(
            (await fetch(`${shared.portico.url}${path}`)).headers.get('content-security-policy') ?? '',
          )?.[1],
      ),
    )
    expect(one).not.toBe(two)
  })
})

describe('the workspace on a phone', () => {
  test('folds its navigation into a drawer behind a button large enough for a thumb [UX-02] [UX-05] [UX-07] [UX-12]', async () => {
    const { page, check } = await shared.enter('', undefined, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    })
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('link', { name: 'Clients' }).filter({ visible: true }).count()).toBe(0)
    const burger = page.getByRole('button', { name: 'Menu' })
    const box = await burger.boundingBox()
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(36)
    await burger.click()
    await page.getByRole('dialog').getByRole('link', { name: 'Clients' }).click()
    await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor()
    await check()
  })

  test('is the same page in the dark [UX-25] [UX-20]', async () => {
    const { page, check } = await shared.enter('/invoices', undefined, {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    })
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset.mantineColorScheme)).toBe('dark')
    await check()
  })
})

describe('the API reference', () => {
  test('stands at /developer, in a sandbox that has nobody’s cookie [API-12]', async () => {
    const answer = await fetch(`${shared.portico.url}/developer`)
    expect(answer.headers.get('content-security-policy')).toContain('sandbox allow-scripts')
    const { page } = await shared.enter()
    await page.goto('/developer')
    await page.getByRole('heading', { level: 1, name: 'Portico API' }).waitFor()
    await page.getByText('receiving accounts').first().waitFor({ state: 'attached' })
    const status = await page.evaluate(async () => (await fetch('/v1/me')).status)
    expect(status).toBe(401)
  })
})
