import { describe, expect, test } from 'vitest'
import { createQueryClient } from './query.ts'

function retriesOf(error: unknown, failures = 0): boolean {
  const { retry } = createQueryClient().getDefaultOptions().queries ?? {}
  if (typeof retry !== 'function') throw new Error('the rule is a function')
  return retry(failures, error as Error)
}

const problem = (status: number) => ({
  problem: { title: 'x', detail: 'x', status, request_id: 'req_1' },
})

describe('a failed question to the server', () => {
  test('is not asked again when it was refused [UX-21]', () => {
    for (const status of [400, 401, 403, 404, 409, 410, 412, 422, 429, 500]) {
      expect(retriesOf(problem(status))).toBe(false)
    }
  })

  test('is asked again twice when the server was busy or out of reach [UX-21]', () => {
    for (const error of [
      problem(503),
      problem(502),
      new TypeError('fetch failed'),
      { status: 0, problem: null },
    ]) {
      expect([0, 1, 2].map((failures) => retriesOf(error, failures))).toEqual([true, true, false])
    }
  })
})

describe('a record that is held', () => {
  test('is not replaced by an older version of it, whichever answer comes last [UX-21]', async () => {
    const queries = createQueryClient()
    const read = async (record: object) =>
      queries.fetchQuery({ queryKey: ['one'], staleTime: 0, queryFn: async () => record })
    await read({ id: 'imp_1', version: 1, files: ['a'] })
    queries.setQueryData(['one'], { id: 'imp_1', version: 3, files: ['a', 'b', 'c'] })
    await read({ id: 'imp_1', version: 2, files: ['a', 'b'] })
    expect(queries.getQueryData(['one'])).toMatchObject({ version: 3, files: ['a', 'b', 'c'] })
    await read({ id: 'imp_1', version: 4, files: [] })
    expect(queries.getQueryData(['one'])).toEqual({ id: 'imp_1', version: 4, files: [] })
    await read({ id: 'imp_2', version: 1, files: [] })
    expect(queries.getQueryData(['one'])).toMatchObject({ id: 'imp_2' })
  })
})
