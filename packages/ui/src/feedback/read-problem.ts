import type { Problem } from '@portico/contract/problems.ts'
import { textsOf } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { wordsOfProblem } from './problem-words.ts'

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

/** `fetch` says "Failed to fetch", "NetworkError when…" or "Load failed", each browser in its own words. */
function isUnreached(error: unknown): boolean {
  return error instanceof TypeError && /fetch|network|load failed/i.test(error.message)
}

/** The status of an answer without a problem document: a proxy's 502, or 0 when nothing answered. */
function bareStatus(error: unknown): number {
  if (isUnreached(error)) return 0
  const isNumbered = typeof error === 'object' && error !== null && 'status' in error
  if (isNumbered && typeof error.status === 'number') return error.status
  return typeof navigator !== 'undefined' && navigator.onLine === false ? 0 : 500
}

/** Any error in people's words. */
export function readProblem(error: unknown): ReadProblem {
  const t = textsOf(uiTexts)
  const problem = problemOf(error)
  if (problem) {
    return {
      ...wordsOfProblem(problem),
      requestId: problem.request_id,
      status: problem.status,
    }
  }
  const status = bareStatus(error)
  return {
    title: t('errorTitle'),
    detail: t(status === 0 ? 'errorOffline' : 'errorUnknown'),
    requestId: null,
    status,
  }
}
