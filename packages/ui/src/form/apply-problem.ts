import type { ReactNode } from 'react'
import { wordsOfField } from '../feedback/problem-words.ts'
import { problemOf } from '../feedback/read-problem.ts'

/** What `useForm` of `@mantine/form` gives; only this much is needed. */
export interface FormWithErrors {
  setErrors: (errors: Record<string, ReactNode>) => void
}

/** `/lines/0/unit_price` becomes `lines.0.unit_price` (RFC 6901: `~1` is a slash, `~0` a tilde). */
export function fieldOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

/**
 * Puts the server's field errors beside their fields. `fieldOf` renames where the form's fields differ from the request
 * (`price.amount` → `price`). Answers whether any field was marked; if not, show the problem itself.
 */
export function applyProblemToForm(
  form: FormWithErrors,
  error: unknown,
  fieldOf: (field: string) => string = (field) => field,
): boolean {
  const errors = problemOf(error)?.errors ?? []
  if (errors.length === 0) return false
  form.setErrors(
    Object.fromEntries(errors.map((one) => [fieldOf(fieldOfPointer(one.pointer)), wordsOfField(one)])),
  )
  return true
}
