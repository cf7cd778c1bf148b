import type { FieldProblem } from '@portico/contract'
import type { z } from 'zod'
import { notFound, Refusal } from '../errors.ts'

type Issue = z.core.$ZodIssue

/** Decodes what came over the wire; a refusal names each field by its JSON Pointer. */
export function decode<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: 'body' | 'query' | 'path',
): z.output<Schema> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const issues = result.error.issues.flatMap((issue) => flatten(issue, []))
  if (place === 'path') throw notFound()
  const unknown = issues.find((issue) => issue.code === 'unrecognized_keys')
  if (place === 'query' && unknown) {
    throw new Refusal(
      'unknown_parameter',
      `Unknown parameter: ${(unknown as Issue & { keys: string[] }).keys.join(', ')}.`,
    )
  }
  const errors = issues.flatMap(toFieldProblems)
  throw new Refusal(
    'validation_failed',
    errors.length === 1 ? (errors[0]?.detail ?? '') : 'Some values are not right; see `errors`.',
    { errors },
  )
}

/** Of a union, the alternative that came nearest speaks: the one with the fewest complaints. */
function flatten(issue: Issue, path: PropertyKey[]): Issue[] {
  const at = [...path, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path: at }]
  const nearest = issue.errors.toSorted((a, b) => weight(a) - weight(b))[0] ?? []
  return nearest.flatMap((inner) => flatten(inner, at))
}

const weight = (issues: readonly Issue[]): number =>
  issues.reduce(
    (sum, issue) =>
      sum +
      (issue.code === 'unrecognized_keys' ? 2 * issue.keys.length : issue.code === 'invalid_type' ? 2 : 1),
    0,
  )

function toFieldProblems(issue: Issue): FieldProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      code: 'unknown_field',
      detail: 'There is no such field',
    }))
  const isMissing =
    issue.code === 'invalid_type' && issue.input === undefined && /received undefined/.test(issue.message)
  const custom = issue.code === 'custom' ? (issue.params?.code as string | undefined) : undefined
  return [
    {
      pointer: pointerTo(issue.path),
      code: isMissing ? 'required' : (custom ?? issue.code),
      detail: isMissing ? 'This is needed' : issue.message,
    },
  ]
}

const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
