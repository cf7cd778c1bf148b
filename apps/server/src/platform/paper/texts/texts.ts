import { en } from './en.ts'
import type { PaperTexts } from './en.ts'
import { sw } from './sw.ts'

const catalogues: Record<string, PaperTexts> = { en, sw }

/** The words for a locale: its language's catalogue, else English. */
export function textsFor(locale: string): PaperTexts {
  return catalogues[languageOf(locale)] ?? en
}

/** The language in which a document of this locale is in fact written. */
export function languageOf(locale: string): string {
  const language = locale.split(/[-_]/)[0]?.toLowerCase() ?? 'en'
  return language in catalogues ? language : 'en'
}
