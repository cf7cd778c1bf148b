import { problemOf, type Translate } from '@portico/ui'
import { isPercent, sentLines, type Draft, type DraftLine } from './draft.ts'
import type { editorTexts } from './texts.ts'

/** Sentences by field: `client_id`, `due_date`, `lines.<key of the line>.unit_price`. */
export type DraftErrors = Readonly<Record<string, string>>
export type LineErrors = Readonly<Record<string, string>>

/** The field of a JSON Pointer into what was sent; lines are found by their position there. */
export function fieldOfPointer(pointer: string, lines: readonly DraftLine[]): string {
  const [first = '', position, field] = pointer.split('/').slice(1)
  if (first !== 'lines' || position === undefined) return first
  const key = lines[Number(position)]?.key
  return key ? ['lines', key, field ?? 'description'].join('.') : 'lines'
}

/** The server's field errors; null where the refusal is about no field. */
export function errorsOfRefusal(error: unknown, draft: Draft): DraftErrors | null {
  const errors = problemOf(error)?.errors ?? []
  if (errors.length === 0) return null
  const lines = sentLines(draft)
  return Object.fromEntries(errors.map(({ pointer, detail }) => [fieldOfPointer(pointer, lines), detail]))
}

/** What the server would refuse, said before it is asked. */
export function errorsOf(
  draft: Draft,
  t: Translate<(typeof editorTexts)['messages']>,
  example: string,
): DraftErrors {
  const errors: Record<string, string> = {}
  if (!draft.client) errors['client_id'] = t('errorClient')
  if (draft.issue_date && draft.due_date && draft.due_date < draft.issue_date)
    errors['due_date'] = t('errorDueBefore')
  for (const line of sentLines(draft)) {
    const at = `lines.${line.key}`
    if (!line.description.trim()) errors[`${at}.description`] = t('errorDescription')
    if (line.quantity === '') errors[`${at}.quantity`] = t('errorNumber', { example })
    if (line.unit_price === '') errors[`${at}.unit_price`] = t('errorNumber', { example })
    if (line.discount_percent !== '' && !isPercent(line.discount_percent))
      errors[`${at}.discount_percent`] = t('errorPercent')
  }
  return errors
}

/** The errors of each line by its key, so that a row is drawn again only when its own change. */
export function errorsByLine(errors: DraftErrors): ReadonlyMap<string, LineErrors> {
  const lines = new Map<string, Record<string, string>>()
  for (const [field, message] of Object.entries(errors)) {
    const [first, key, name] = field.split('.')
    if (first !== 'lines' || !key || !name) continue
    lines.set(key, { ...lines.get(key), [name]: message })
  }
  return lines
}

/** Without those whose fields were just changed. */
export function withoutErrors(errors: DraftErrors, fields: readonly string[]): DraftErrors {
  if (!fields.some((field) => field in errors)) return errors
  return Object.fromEntries(Object.entries(errors).filter(([field]) => !fields.includes(field)))
}

/** Puts the cursor into a field of the editor. False where it is not on the page. */
export function focusField(root: HTMLElement | null, field: string): boolean {
  const place = root?.querySelector<HTMLElement>(`[data-field="${CSS.escape(field)}"]`)
  if (!place) return false
  const isControl = place.matches('input, textarea, select, button')
  const target = isControl ? place : place.querySelector<HTMLElement>('input, textarea, select, button')
  target?.focus({ preventScroll: true })
  ;(target ?? place).scrollIntoView({ block: 'center' })
  return true
}
