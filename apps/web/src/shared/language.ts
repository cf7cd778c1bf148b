import { setReaderLocale, usableTags } from '@portico/ui'
import { readBoot } from './boot.ts'
import { CLIENT_LANGUAGES, type ClientLanguage } from './client-languages.ts'

/** A language's catalogues, loaded only for its readers. */
type Load = () => Promise<unknown>
const offered = new Map<string, Load>()
/** Of several wishes the last one counts, however long its words take to arrive. */
let wish = ''

/** What this shell speaks besides English: `offerLanguages({ sw: () => import('./sw.ts') })`. */
export function offerLanguages(languages: Record<string, Load>): void {
  for (const [language, load] of Object.entries(languages)) offered.set(language, load)
}

/** The languages of this shell, English first. */
export const spokenLanguages = (): string[] => ['en', ...offered.keys()]

const languageOf = (locale: string): string => locale.split('-')[0] ?? 'en'
const isSpoken = (locale: string): boolean => languageOf(locale) === 'en' || offered.has(languageOf(locale))

/** Makes the page speak and format for a locale such as `sw-TZ`: what a person chose, else what the browser says. */
export async function speak(locale: string): Promise<void> {
  wish = locale
  try {
    await offered.get(languageOf(locale))?.()
    if (wish === locale) setReaderLocale(locale)
  } catch {
    // Without its words the page stays in the language it has: English sentences serve better than none.
  }
}

/** A bare language ("en") leaves the formats to the browser where it speaks that language ("en-TZ"). */
export function readersLocale(chosen: string): string {
  const own = navigator.languages.find((tag) => tag === chosen || tag.startsWith(`${chosen}-`))
  return own ?? chosen
}

/** What this device last read in, and whether somebody chose it with the switch and has not signed in since. */
const READ_IN = 'portico.language'
const CHOSEN = 'portico.language.chosen'

function kept(key: string): string | null {
  try {
    const language = localStorage.getItem(key)
    return language !== null && isSpoken(language) ? language : null
  } catch {
    return null
  }
}

function keep(key: string, language: string | null): void {
  try {
    if (language === null) localStorage.removeItem(key)
    else localStorage.setItem(key, language)
  } catch {
    // A browser that keeps nothing begins in its own language each time.
  }
}

/** By the switch, before anybody has signed in. */
export async function chooseLanguage(language: string): Promise<void> {
  keep(READ_IN, language)
  keep(CHOSEN, language)
  await speak(readersLocale(language))
}

/** For the body of a sign-in: what was chosen on this device becomes the person's. */
export function chosenLocale(): { locale?: ClientLanguage } {
  const language = CLIENT_LANGUAGES.find((one) => one === kept(CHOSEN))
  return language ? { locale: language } : {}
}

/** The language of who is signed in; this device begins with it next time. */
export async function speakAs(person: { locale: string }): Promise<void> {
  keep(CHOSEN, null)
  keep(READ_IN, languageOf(person.locale))
  await speak(readersLocale(person.locale))
}

/**
 * Before it is known who reads: what this device last read in, else what is known of the reader's company, else the first of the browser's
 * languages that we speak, else the organization's.
 */
export function firstLocale(ofCompany?: string | null): string {
  const known = kept(READ_IN) ?? (ofCompany && isSpoken(ofCompany) ? ofCompany : null)
  if (known) return readersLocale(known)
  return usableTags(navigator.languages).find(isSpoken) ?? readBoot().locale ?? 'en'
}
