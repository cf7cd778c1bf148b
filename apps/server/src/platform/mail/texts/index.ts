import { en } from './en.ts'
import type { MailTexts } from './en.ts'
import { sw } from './sw.ts'

export type { MailTexts } from './en.ts'

const catalogues: readonly MailTexts[] = [en, sw]

/**
 * The catalogue for a reader, and the locale that goes with it. Dates and numbers follow the words: a reader whose
 * language has no catalogue yet gets English throughout rather than English with foreign months.
 */
export function textsFor(locale: string): { texts: MailTexts; formatLocale: string } {
  const wanted = Intl.getCanonicalLocales(locale.replace('_', '-'))[0] ?? en.language
  const { language, region } = new Intl.Locale(wanted)
  const texts = catalogues.find((catalogue) => catalogue.language === language)
  if (!texts) return { texts: en, formatLocale: en.formats }
  return { texts, formatLocale: region ? wanted : texts.formats }
}
