import type { MailBrand } from './brand.ts'
import type { MailContent } from './content.ts'
import { formatsOf } from './formats.ts'
import { plainText } from './plain-text.ts'
import { templates } from './templates/index.ts'
import type { MailTemplateName, MailTemplates } from './templates/index.ts'
import { textsFor } from './texts/index.ts'
import type { MailTexts } from './texts/index.ts'

export interface RenderedMail {
  subject: string
  html: string
  text: string
}

export interface MailReader {
  /** BCP 47; where a language has no catalogue yet, English. */
  locale: string
  brand: MailBrand
}

const longestSubject = 200

/** Lays out content in the words of a catalogue. The page's library loads with the first mail. */
export async function composeMail(
  content: MailContent,
  brand: MailBrand,
  texts: MailTexts,
): Promise<RenderedMail> {
  const { renderPage } = await import('./mail-page.ts')
  const subject = content.subject.replace(/\s+/g, ' ').trim()
  return {
    subject: subject.length > longestSubject ? `${subject.slice(0, longestSubject - 1)}…` : subject,
    html: await renderPage(content, brand, texts),
    text: plainText(content, brand, texts),
  }
}

/**
 * Writes one mail for one reader: subject, page and plain text. Everything given is plain text and is escaped.
 * @throws RangeError when a link is not http or https
 */
export async function renderMail<Name extends MailTemplateName>(
  template: Name,
  props: MailTemplates[Name],
  { locale, brand }: MailReader,
): Promise<RenderedMail> {
  const { texts, formatLocale } = textsFor(locale)
  const content = templates[template](props, { texts, formats: formatsOf(formatLocale), brand })
  return await composeMail(content, brand, texts)
}
