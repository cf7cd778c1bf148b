import { problems, type FieldProblem, type ProblemCode } from '@portico/contract'

/**
 * A refusal that a caller can understand. Services throw it and know nothing of HTTP; the edge turns it into a problem document.
 * `detail` is a sentence for people: what happened, why, what to do; nothing internal.
 */
export class Refusal extends Error {
  readonly code: ProblemCode
  readonly errors: FieldProblem[]
  readonly retryAfterSeconds: number | undefined
  readonly currentVersion: number | undefined

  constructor(
    code: ProblemCode,
    detail?: string,
    more: { errors?: FieldProblem[]; retryAfterSeconds?: number; currentVersion?: number } = {},
  ) {
    super(detail ?? problems[code][1])
    this.name = 'Refusal'
    this.code = code
    this.errors = more.errors ?? []
    this.retryAfterSeconds = more.retryAfterSeconds
    this.currentVersion = more.currentVersion
  }
}

/** The answer for an id that does not exist, or exists elsewhere: the same for both. */
export const notFound = (thing = 'record'): Refusal => new Refusal('not_found', `There is no such ${thing}.`)

/** A field of the body that cannot be accepted: `fieldRefusal('/client_id', 'unknown_id', 'There is no such client.')`. */
export const fieldRefusal = (pointer: string, code: string, detail: string): Refusal =>
  new Refusal('validation_failed', detail, { errors: [{ pointer, code, detail }] })

/** A change that was made from a version that is not the current one any more. */
export const versionMismatch = (currentVersion: number): Refusal =>
  new Refusal(
    'version_mismatch',
    'Somebody changed this in the meantime. Load it again and repeat your change.',
    { currentVersion },
  )
