/** Reads dates as people type them. Answers `2026-03-03`, or null for what is not a date. */

function iso(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal && year >= 1900 && year <= 2200 ? date.toISOString().slice(0, 10) : null
}

/** The order of day, month and year in numbers: "dmy" in most places, "mdy" in the United States. */
export function dateOrder(locale: string): string {
  return new Intl.DateTimeFormat(locale)
    .formatToParts(new Date(Date.UTC(2026, 2, 3)))
    .filter(({ type }) => type === 'day' || type === 'month' || type === 'year')
    .map(({ type }) => type.charAt(0))
    .join('')
}

function fullYear(text: string): number {
  const year = Number(text)
  return text.length <= 2 ? 2000 + year : year
}

function monthOf(word: string, locale: string): number | null {
  const plain = word.toLocaleLowerCase(locale).replace(/\.$/, '')
  for (const language of [locale, 'en']) {
    const names = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
    for (let month = 0; month < 12; month += 1) {
      const name = names.format(new Date(Date.UTC(2026, month, 1))).toLocaleLowerCase(language)
      if (plain.length >= 3 && name.startsWith(plain)) return month + 1
    }
  }
  return null
}

/** `locale` decides whether 3/4 is March or April. `today` completes a date without a year. */
export function parseTypedDate(typed: string, locale: string, today: string): string | null {
  const text = typed.trim()
  const exact = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (exact) return iso(Number(exact[1]), Number(exact[2]), Number(exact[3]))

  const thisYear = today.slice(0, 4)
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]*(\p{L}{3,}\.?)[\s,.-]*(\d{4}|\d{2})?$/u.exec(text)
  if (dayFirst) {
    const month = monthOf(dayFirst[2] ?? '', locale)
    return month ? iso(fullYear(dayFirst[3] ?? thisYear), month, Number(dayFirst[1])) : null
  }
  const monthFirst = /^(\p{L}{3,}\.?)\s*(\d{1,2})(?:st|nd|rd|th)?[\s,]*(\d{4})?$/u.exec(text)
  if (monthFirst) {
    const month = monthOf(monthFirst[1] ?? '', locale)
    return month ? iso(fullYear(monthFirst[3] ?? thisYear), month, Number(monthFirst[2])) : null
  }

  const parts = text.split(/[\s./-]+/)
  if (parts.length < 2 || parts.length > 3 || parts.some((part) => !/^\d{1,4}$/.test(part))) return null
  const order = dateOrder(locale).replace('y', parts.length === 2 ? '' : 'y')
  const read = (letter: string) => parts[order.indexOf(letter)] ?? ''
  return iso(fullYear(parts.length === 2 ? thisYear : read('y')), Number(read('m')), Number(read('d')))
}
