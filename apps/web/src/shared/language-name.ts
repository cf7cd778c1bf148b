/** Each language in its own words, as its speakers look for it. */
export function languageName(locale: string): string {
  const name =
    new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
