import { isDeepStrictEqual } from 'node:util'
import {
  createToken,
  operations,
  Problem,
  problems,
  signOut,
  type Operation,
  type ProblemCode,
} from '@portico/contract'
import { problemsOf } from '@portico/contract/openapi.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { testApp, type Caller, type TestAnswer } from '../app.ts'
import { patience, sizesOf, tell } from '../../prove/proofs.ts'
import { nastyTexts, nastyValues, randomFrom, spoil } from '../nasty-values.ts'
import { requestFor, type BuiltRequest } from './requests.ts'
import { buildWorld, type World } from './world.ts'

/**
 * Sends every operation of the contract what nobody should send. Whatever comes: no failure of ours, no status or code that the contract
 * does not declare, every refusal a problem document, every answer exactly what its schema says. `npm run prove -- fuzz` looks further.
 */
const { cases: casesEach, seed } = sizesOf('fuzz')
const counted = { operations: 0, requests: 0, answered: 0, refused: 0 }

const app = await testApp({ environment: { LOG_LEVEL: 'silent' } })
let world: World
beforeAll(async () => {
  world = await buildWorld(app, 'fuzzed')
}, 60_000)
afterAll(async () => {
  tell('operations', counted.operations)
  tell('requests', counted.requests)
  tell('answered', counted.answered)
  tell('refused as declared', counted.refused)
  await app.close()
})

/** What ends a session or removes what others need comes last. */
const lateness = (operation: Operation): number =>
  operation.method === 'DELETE'
    ? 2
    : operation.limit === 'auth' ||
        operation.id.startsWith('members.') ||
        operation.id === 'clients.change_status'
      ? 1
      : 0
const inOrder = operations.toSorted((a, b) => lateness(a) - lateness(b))

async function callerFor(operation: Operation): Promise<Caller> {
  const { owner, contact } = world
  switch (operation.access.who) {
    case 'contact':
      return { ...contact, token: await app.fixtures.session(contact.userId, 'portal') }
    case 'member':
    case 'user':
    case 'platform':
      return { ...owner, token: await app.fixtures.session(owner.userId, 'staff') }
    default:
      return {}
  }
}

const fieldsOf = (operation: Operation): string[] =>
  Object.keys((operation.body as { shape?: object } | undefined)?.shape ?? {})
const parametersOf = (operation: Operation): string[] =>
  Object.keys((operation.query as { shape?: object } | undefined)?.shape ?? {})
/** `URLSearchParams` and `encodeURIComponent` refuse half of a surrogate pair, as every real client does. */
const asText = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 3_000).toWellFormed()

type Case = BuiltRequest & { headers: Record<string, string>; idempotencyKey?: string }

function caseOf(operation: Operation, random: ReturnType<typeof randomFrom>): Case {
  const request: Case = { ...requestFor(operation, world), headers: {} }
  const kinds = [
    'header',
    ...(operation.body ? ['body', 'body', 'body', 'body'] : []),
    ...(operation.query ? ['query', 'query'] : []),
    ...(operation.params ? ['path'] : []),
    ...(operation.upload ? ['file'] : []),
  ]
  const kind = random.oneOf(kinds)
  if (kind === 'body') {
    const spoilt = spoil(request.body, random, fieldsOf(operation))
    // The parts of a multipart body are texts.
    request.body = operation.upload
      ? Object.fromEntries(
          Object.entries((spoilt ?? {}) as object).map(([key, value]) => [key.slice(0, 90), asText(value)]),
        )
      : spoilt
  } else if (kind === 'query') {
    const name = random.below(6) === 0 ? 'unknown' : random.oneOf(parametersOf(operation))
    request.query = { ...request.query, [name]: asText(random.oneOf(nastyValues)) }
  } else if (kind === 'path') {
    const names = Object.keys(request.params)
    // An empty part or one of dots is another address.
    const text = random.oneOf(nastyTexts).toWellFormed().slice(0, 400)
    request.params = { ...request.params, [random.oneOf(names)]: text === '' ? 'x' : text }
  } else if (kind === 'file') {
    request.file = {
      name: random
        .oneOf(nastyTexts)
        .replaceAll(/[\r\n"\0]/g, '')
        .toWellFormed(),
      content: Buffer.from(random.oneOf(nastyTexts)),
    }
  } else {
    const printable = random
      .oneOf(nastyTexts)
      .replaceAll(/[^\x20-\x7e]/g, '')
      .slice(0, 500)
    const name = random.oneOf([
      'idempotency-key',
      'if-match',
      'portico-client',
      'origin',
      'accept',
      'content-type',
      'range',
      'authorization',
      'cookie',
      'portico-csrf',
      'accept-language',
      'forwarded',
    ])
    request.headers[name] = printable
  }
  return request
}

/** Whether a body is exactly what the schema says: nothing missing, nothing more. */
function isDeclared(schema: z.ZodType, body: unknown): boolean {
  const read = schema.safeParse(body)
  return read.success && isDeepStrictEqual(z.encode(schema, read.data), body)
}

/** What is wrong with an answer by the contract; null where nothing is. */
function undeclared(operation: Operation, request: Case, answer: TestAnswer): string | null {
  const { status } = answer
  const said = (what: string): string =>
    `${what}: ${operation.id} ${JSON.stringify(request).slice(0, 700)}\n→ ${status} ${answer.raw.toString('utf8').slice(0, 500)}`
  if (!/^req_[0-9a-f]{32}$/.test(String(answer.headers['request-id']))) return said('no request id')
  const isFile = 'file' in operation.answer
  if (status < 400) {
    counted.answered++
    if (isFile) return [200, 206, 304].includes(status) ? null : said('undeclared success')
    if (status !== (operation.status ?? 200) && !(operation.creates && status === 201))
      return said('undeclared success')
    return isDeclared(operation.answer as z.ZodType, answer.body) ? null : said('undeclared shape')
  }
  counted.refused++
  if (isFile && status === 416) return null
  if (
    !String(answer.headers['content-type']).startsWith('application/problem+json') ||
    !Problem.safeParse(answer.body).success
  )
    return said('not a problem document')
  const { code } = answer.body as { code: ProblemCode }
  if (status !== problems[code][0] || status >= 500) return said('wrong status')
  return code === 'operation_not_found' || problemsOf(operation).includes(code)
    ? null
    : said('undeclared code')
}

describe.each(inOrder.map((operation, index) => [operation.id, operation, index] as const))(
  '%s',
  (_id, operation, index) => {
    test(
      'answers only what it declares, whatever is sent [API-23] [SEC-12]',
      async () => {
        const random = randomFrom(seed + index * 7_919)
        const caller = await callerFor(operation)
        // Checking a password is made slow on purpose.
        const count = operation.limit === 'auth' ? Math.ceil(casesEach / 4) : casesEach
        const wrong: string[] = []
        for (let at = 0; at < count; at++) {
          const request = caseOf(operation, random)
          const found = undeclared(operation, request, await app.call(operation, caller, request as never))
          if (found) wrong.push(found)
        }
        counted.operations++
        counted.requests += count
        expect(wrong.slice(0, 5).join('\n\n')).toBe('')
      },
      patience,
    )
  },
)

test('a body that is not what its type says is refused as such [API-23]', async () => {
  const send = (payload: string, type: string) =>
    app.edge.server.inject({
      method: 'POST',
      url: createToken.path,
      payload,
      headers: { 'content-type': type },
    })
  const bodies: [string, string, number][] = [
    ['{', 'application/json', 400],
    ['{"__proto__": {"a": 1}}', 'application/json', 400],
    [`${'['.repeat(500_000)}`, 'application/json', 400],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'application/json', 400],
    ['<a/>', 'text/xml', 400],
    ['email=a', 'application/x-www-form-urlencoded', 400],
    ['"text"', 'application/json', 422],
    ['[]', 'application/json', 422],
    ['null', 'application/json', 422],
    ['hello', 'text/plain', 422],
    ['{}', 'text/html', 400],
    ['x'.repeat(1_100_000), 'application/json', 413],
    ['', 'application/json', 422],
    ['{"email":"\\u0000"}', 'application/json', 400],
    ['{"email":"\\ud800"}', 'application/json', 400],
    ['{"\\udfff":1}', 'application/json', 400],
  ]
  for (const [payload, type, status] of bodies) {
    const answer = await send(payload, type)
    expect(answer.statusCode, `${type} ${payload.slice(0, 40)}: ${answer.body.slice(0, 300)}`).toBe(status)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.json().request_id).toBe(answer.headers['request-id'])
  }
})

test('what the browser says of its origin is read without stumbling [SEC-09]', async () => {
  for (const origin of [
    'http://[',
    'not an origin',
    'https://evil.example',
    'file://',
    'null.example',
    ' ',
  ]) {
    const answer = await app.call(signOut, {}, { headers: { origin } })
    expect(answer.status, origin).toBe(403)
  }
})
