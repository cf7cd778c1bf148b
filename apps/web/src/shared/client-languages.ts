/** The languages that an organization's clients can read: portal, private link, mails and paper speak each of them. */
export const CLIENT_LANGUAGES = ['en', 'sw'] as const
export type ClientLanguage = (typeof CLIENT_LANGUAGES)[number]

/** In which of them a locale such as `sw-TZ` is written; English where it is none of them. */
export function clientLanguageOf(locale: string): ClientLanguage {
  return CLIENT_LANGUAGES.find((language) => language === locale.split('-')[0]) ?? 'en'
}
