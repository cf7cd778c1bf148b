import { setReaderLocale } from '@portico/ui'

/** Every translated catalogue there is (`texts.sw.ts` beside `texts.ts`), each loaded only for its readers. */
const catalogues = import.meta.glob([
  '../**/texts.*.ts',
  '../../../../packages/ui/src/ui-texts.*.ts',
  '!**/*.test.ts',
])

/** Makes the page speak and format for a locale such as `sw-TZ`: what a person chose, else what the browser says. */
export async function speak(locale: string): Promise<void> {
  const ending = `.${locale.split('-')[0]}.ts`
  const own = Object.entries(catalogues).filter(([path]) => path.endsWith(ending))
  await Promise.all(own.map(([, load]) => load()))
  setReaderLocale(locale)
}

/** A bare language ("en") leaves the formats to the browser where it speaks that language ("en-TZ"). */
export function readersLocale(chosen: string): string {
  const own = navigator.languages.find((tag) => tag === chosen || tag.startsWith(`${chosen}-`))
  return own ?? chosen
}
