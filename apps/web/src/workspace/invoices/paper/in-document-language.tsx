import { ReadIn } from '@portico/ui'
import { useEffect, useState, type ReactNode } from 'react'
import { clientLanguageOf, type ClientLanguage } from '../../../shared/client-languages.ts'

/** What paper says in each language of clients besides English. */
const words: Record<Exclude<ClientLanguage, 'en'>, () => Promise<unknown>> = {
  sw: () =>
    Promise.all([
      import('../../../shared/paper/texts.sw.ts'),
      import('../../../shared/labels/texts.sw.ts'),
      import('./texts.sw.ts'),
    ]),
}

/** The paper on the screen says what will be printed: in the document's language, not in that of the member who looks at it. */
export function InDocumentLanguage({ locale, children }: { locale: string; children: ReactNode }) {
  const language = clientLanguageOf(locale)
  const [loaded, setLoaded] = useState<ClientLanguage>('en')
  useEffect(() => {
    if (language === 'en') return
    let isGone = false
    // Without its words the paper stays English; the PDF is what counts.
    words[language]().then(
      () => isGone || setLoaded(language),
      () => undefined,
    )
    return () => {
      isGone = true
    }
  }, [language])
  return <ReadIn value={language === loaded ? locale : 'en'}>{children}</ReadIn>
}
