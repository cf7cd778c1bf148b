import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Journeys, Visitor } from './journey.ts'

/** A picture as a phone would send it, small: one red dot (PNG). */
export const SLIP = {
  name: 'slip.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR4nGP4z8CAB+GTG8HSALfKY52fTcuYAAAAAElFTkSuQmCC',
    'base64',
  ),
}

export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  hasTouch: true,
  isMobile: true,
}

/** A day before or after today, as `2026-03-03`. */
export const dayFromToday = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export const signInPath = (slug: string): string => `/client-portal/${slug}/sign-in`

/** The six digits in the newest sign-in mail to this address. */
export async function codeFor(world: Journeys, email: string): Promise<string> {
  const text = await world.systemMail(email, 'portal-sign-in')
  const code = /code: (\d{3}) ?(\d{3})/.exec(text)
  if (!code) throw new Error(`there is no code in:\n${text}`)
  return `${code[1]}${code[2]}`
}

export async function askForCode(page: Page, email: string): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Send me a link and a code' }).click()
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor()
}

/** Somebody at a client, signed in to the portal with a mailed code, at a path of it. */
export async function enterPortal(
  world: Journeys,
  email: string,
  path = '',
  options: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await world.visit(options)
  const { page } = visitor
  const home = `/client-portal/${world.agency.slug}`
  await page.goto(signInPath(world.agency.slug))
  await askForCode(page, email)
  await page.getByLabel('Code from the mail').fill(await codeFor(world, email))
  await page.waitForURL(`**${home}`)
  if (path) await page.goto(home + path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return visitor
}
