import { problems, type Problem, type ProblemCode } from '@portico/contract'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { constraintProblems } from '../../constraint-problems.ts'
import { isLockTimeout, isUnavailable, violatedConstraint } from '../database/index.ts'
import { Refusal } from '../errors.ts'

/** The refusal behind any error: domain refusals as they are, known constraints and failures by name, the unexpected as one 500. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const constraint = violatedConstraint(error)
  if (constraint) {
    const known = constraintProblems[constraint]
    if (known)
      return new Refusal(
        known.code,
        known.detail,
        known.pointer ? { errors: [{ pointer: known.pointer, code: known.code, detail: known.detail }] } : {},
      )
  }
  if (isLockTimeout(error))
    return new Refusal('busy', 'Somebody else is changing this. Try again in a moment.', {
      retryAfterSeconds: 1,
    })
  if (isUnavailable(error))
    return new Refusal(
      'busy',
      'The database does not answer at the moment. Try again in a moment; with the same Idempotency-Key nothing is done twice.',
      { retryAfterSeconds: 2 },
    )
  const status = (error as FastifyError).statusCode
  if (status === 413) return new Refusal('payload_too_large')
  if (status !== undefined && status >= 400 && status < 500)
    return new Refusal('malformed_request', malformedDetail(error as FastifyError))
  return new Refusal(
    'internal_error',
    'Something went wrong on our side. It was logged; quote the request id if you ask about it.',
  )
}

const malformedDetail = (error: FastifyError): string =>
  error.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE'
    ? 'This content type is not accepted here.'
    : 'The request cannot be read: the body is not what its content type says.'

const answered = new WeakMap<FastifyRequest, ProblemCode>()
/** The code of the problem that a request was answered with. */
export const problemAnswered = (request: FastifyRequest): ProblemCode | null => answered.get(request) ?? null

/** Sends the problem document (RFC 9457) of an error, and logs the unexpected once. */
export function sendProblem(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const refusal = refusalOf(error)
  // A sender who went away in the middle is no failure of ours, and hears no answer.
  const isGone = request.raw.destroyed && !request.raw.complete
  if (refusal.code === 'internal_error' && !isGone) request.log.error({ err: error }, 'unexpected failure')
  answered.set(request, refusal.code)
  const document = problemDocument(refusal, request.id, request.url.split('?')[0] ?? request.url)
  // The rest of a refused upload stays unread, so the connection cannot be used again.
  if (document.status === 413) reply.header('connection', 'close')
  if (refusal.retryAfterSeconds !== undefined) reply.header('retry-after', String(refusal.retryAfterSeconds))
  return reply.code(document.status).type('application/problem+json').send(JSON.stringify(document))
}

export function problemDocument(refusal: Refusal, requestId: string, instance: string): Problem {
  const [status, title] = problems[refusal.code]
  return {
    type: problemType(refusal.code),
    title,
    status,
    detail: refusal.message,
    instance,
    code: refusal.code,
    request_id: requestId,
    ...(refusal.errors.length > 0 && { errors: refusal.errors }),
    ...(refusal.retryAfterSeconds !== undefined && { retry_after: refusal.retryAfterSeconds }),
    ...(refusal.currentVersion !== undefined && { current_version: refusal.currentVersion }),
  }
}

export const problemType = (code: ProblemCode): string =>
  code === 'rate_limited'
    ? 'https://iana.org/assignments/http-problem-types#quota-exceeded'
    : `/problems/${code.replaceAll('_', '-')}`
