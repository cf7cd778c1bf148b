import type { Problem } from '@portico/contract/problems.ts'
import { textsOf } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'

export type { Problem as ProblemDocument } from '@portico/contract/problems.ts'

export interface ReadProblem {
  title: string
  detail: string
  requestId: string | null
  /** HTTP status; 0 when the server was not reached. */
  status: number
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'title' in value && 'status' in value
}

/** The problem document inside an error, if the server sent one (RFC 9457). */
export function problemOf(error: unknown): Problem | null {
  if (isProblem(error)) return error
  if (typeof error === 'object' && error !== null && 'problem' in error && isProblem(error.problem))
    return error.problem
  return null
}

/** Any error in people's words. A `TypeError` of `fetch` means that the server was not reached. */
export function readProblem(error: unknown): ReadProblem {
  const t = textsOf(uiTexts)
  const problem = problemOf(error)
  if (problem) {
    return {
      title: problem.title,
      detail: problem.detail,
      requestId: problem.request_id,
      status: problem.status,
    }
  }
  const isOffline = error instanceof TypeError || (typeof navigator !== 'undefined' && !navigator.onLine)
  return {
    title: t('errorTitle'),
    detail: t(isOffline ? 'errorOffline' : 'errorUnknown'),
    requestId: null,
    status: isOffline ? 0 : 500,
  }
}
