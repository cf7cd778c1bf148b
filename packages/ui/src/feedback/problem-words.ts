import type { FieldProblem, Problem, ProblemCode } from '@portico/contract/problems.ts'
import { readerLanguage, textsOf, translate, type Texts } from '../texts.ts'

/**
 * The words of refusals: the server says them in English, other languages keep theirs by code in `problem-words.<language>.ts`.
 * `<code>` is the title, `<code>_detail` the sentence below it, `field_<code>` stands beside a field; `field_<name>_<code>` where
 * the field's name says more.
 */
type ProblemWordKey = ProblemCode | `${ProblemCode}_detail` | `field_${string}`
const words: Texts<Record<string, string>> = { area: 'problems', messages: {} }

/** Registers a language's words for refusals: those that its readers can meet. */
export function translateProblems(to: string, messages: { [Key in ProblemWordKey]?: string }): void {
  translate<typeof words>('problems', to, messages as Record<string, string>)
}

/** Title and sentence of a refusal in the reader's language. Where it has no words for the code, the server's own. */
export function wordsOfProblem(problem: Problem): { title: string; detail: string } {
  const { title, detail, code, retry_after: seconds } = problem
  if (readerLanguage() === 'en') return { title, detail }
  const t = textsOf(words)
  const translated = t.maybe(code, '')
  if (!translated) return { title, detail }
  return {
    title: translated,
    detail: t.maybe(`${code}_detail`, '', { count: Math.max(1, Math.ceil((seconds ?? 60) / 60)) }),
  }
}

/** What stands beside a refused field, in the reader's language. */
export function wordsOfField({ pointer, code, detail }: FieldProblem): string {
  if (readerLanguage() === 'en') return detail
  const t = textsOf(words)
  const name = pointer.split('/').at(-1) ?? ''
  return t.maybe(`field_${name}_${code}`, t.maybe(`field_${code}`, t.maybe('field_other', detail)))
}
