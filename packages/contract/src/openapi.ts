import { z } from 'zod'
import type { Operation } from './operation.ts'
import { operations } from './operations.ts'
import { permissions } from './permissions.ts'
import { Problem, problems, type ProblemCode } from './problems.ts'

type Json = { [key: string]: unknown }

/** Problems that an operation can always answer, by who may call it and how. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const codes = new Set<ProblemCode>([
    'rate_limited',
    'internal_error',
    'busy',
    ...(operation.problems ?? []),
  ])
  const { who } = operation.access
  codes.add('malformed_request')
  if (operation.query) codes.add('unknown_parameter')
  if (operation.body || operation.query || operation.params || operation.upload)
    codes.add('validation_failed')
  if (operation.params || who === 'member' || who === 'contact') codes.add('not_found')
  if (who !== 'public' && who !== 'link') codes.add('not_signed_in')
  if (who === 'member' || who === 'platform') codes.add('permission_denied')
  if (who === 'contact') codes.add('permission_denied').add('client_suspended')
  if (operation.method !== 'GET') codes.add('csrf_refused').add('payload_too_large')
  if (operation.method === 'POST')
    codes.add('idempotency_key_invalid').add('idempotency_key_reused').add('idempotency_in_flight')
  if (operation.createsMoney) codes.add('idempotency_key_required')
  if (operation.versioned) codes.add('version_mismatch').add('version_required')
  return [...codes]
}

/** The order of the reference: first how to get in, then the work, then the client's side. */
const tagOrder = [
  'setup',
  'auth',
  'me',
  'organizations',
  'members',
  'roles',
  'permissions',
  'invitations',
  'invitation links',
  'clients',
  'contacts',
  'price items',
  'tax rates',
  'exchange rates',
  'receiving accounts',
  'invoices',
  'payments',
  'payment proofs',
  'payment references',
  'receipts',
  'files',
  'imports',
  'emails',
  'system emails',
  'changes',
  'notifications',
  'onboarding',
  'platform',
  'contact',
  'portal site',
  'portal auth',
  'portal',
  'portal invoices',
  'portal payments',
  'portal receipts',
  'portal profile',
  'portal changes',
  'portal notifications',
  'invoice links',
  'activity',
  'audit entries',
  'account events',
  'requests',
]

/** The OpenAPI 3.1 document of the whole API, made of the same schemas that the server validates against. */
export function openApiDocument(options: { serverUrl: string; version: string }): Json {
  const schemas: Json = {}
  const paths: { [path: string]: Json } = {}

  const schemaOf = (schema: z.ZodType): Json => {
    const made = z.toJSONSchema(schema, {
      io: 'input',
      target: 'draft-2020-12',
      unrepresentable: 'any',
    }) as Json
    for (const [name, definition] of Object.entries((made.$defs ?? {}) as Json))
      schemas[name] = tidy(definition)
    delete made.$defs
    delete made.$schema
    const tidied = tidy(made) as Json
    const name = z.globalRegistry.get(schema)?.id
    if (!name) return tidied
    if (!('$ref' in tidied)) schemas[name] = tidied
    return { $ref: `#/components/schemas/${name}` }
  }
  schemaOf(Problem)

  for (const operation of operations) {
    const parameters: Json[] = [
      ...parametersOf(operation.params, 'path', schemaOf),
      ...parametersOf(operation.query, 'query', schemaOf),
      ...headersOf(operation),
    ]
    const answer =
      'file' in operation.answer
        ? fileContent(operation.answer.file)
        : {
            'application/json': { schema: schemaOf(operation.answer) },
            ...(operation.streams && { 'text/event-stream': { schema: { type: 'string' } } }),
          }
    const responses: Json = {
      [operation.status ?? 200]: {
        description: 'Success',
        content: answer,
        headers: answerHeaders(operation),
      },
    }
    if (operation.creates)
      responses[201] = { ...(responses[operation.status ?? 200] as Json), description: 'Created' }
    const codes = problemsOf(operation)
    for (const status of [...new Set(codes.map((code) => problems[code][0]))].toSorted((a, b) => a - b)) {
      responses[status] = { $ref: `#/components/responses/Problem${status}` }
    }
    ;(paths[operation.path] ??= {})[operation.method.toLowerCase()] = {
      operationId: operation.id,
      tags: [operation.id.slice(0, operation.id.indexOf('.')).replaceAll('_', ' ')],
      summary: operation.summary,
      ...(operation.description && { description: operation.description }),
      ...(parameters.length > 0 && { parameters }),
      ...(bodyOf(operation, schemaOf) && { requestBody: bodyOf(operation, schemaOf) }),
      responses,
      security: securityOf(operation),
      'x-permission': permissionOf(operation),
      'x-problems': codes.toSorted(),
      'x-idempotent':
        operation.method !== 'POST' || operation.createsMoney === true ? true : 'with Idempotency-Key',
    }
  }

  return {
    openapi: '3.1.0',
    info: {
      title: 'Portico API',
      version: options.version,
      description:
        'Amounts are integers in minor units with an ISO 4217 currency. Errors are problem documents (RFC 9457). Lists use cursors. Name the organization in `Portico-Organization`, and in the portal the client in `Portico-Client`.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: options.serverUrl }],
    tags: tagOrder.map((name) => ({ name })),
    paths,
    components: {
      schemas,
      responses: problemResponses(),
      headers,
      securitySchemes: {
        staffSession: { type: 'apiKey', in: 'cookie', name: 'portico_session' },
        portalSession: { type: 'apiKey', in: 'cookie', name: 'portico_portal' },
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'The token of `POST /v1/auth/tokens`, for programs',
        },
      },
    },
    'x-permissions': permissions,
  }
}

/** Drops what only this package understands, and points references at the document's components. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy)
  if (typeof value !== 'object' || value === null) return value
  const result: Json = {}
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$schema' || (key === 'id' && typeof inner === 'string' && 'type' in value)) continue
    if (key === '$ref' && typeof inner === 'string')
      result[key] = inner.replace('#/$defs/', '#/components/schemas/')
    else if (key === 'pattern' && 'format' in value) continue
    else result[key] = tidy(inner)
  }
  return result
}

function parametersOf(
  schema: z.ZodType | undefined,
  place: 'path' | 'query',
  schemaOf: (schema: z.ZodType) => Json,
): Json[] {
  if (!schema) return []
  const made = schemaOf(schema) as { properties?: Json; required?: string[] }
  return Object.entries(made.properties ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || (made.required ?? []).includes(name),
    schema: property,
  }))
}

function headersOf(operation: Operation): Json[] {
  const header = (
    name: string,
    required: boolean,
    description: string,
    schema: Json = { type: 'string' },
  ) => ({ name, in: 'header', required, description, schema })
  const list: Json[] = []
  const { access } = operation
  if (access.who === 'member') list.push(header('Portico-Organization', true, 'The organization, `org_…`'))
  if (access.who === 'contact' && operation.id !== 'portal.me') {
    list.push(
      header('Portico-Organization', true, 'The organization, `org_…`'),
      header('Portico-Client', false, 'The client, `cli_…`; needed by contacts of several'),
    )
  }
  if (operation.method === 'POST')
    list.push(
      header(
        'Idempotency-Key',
        operation.createsMoney === true,
        'At most 255 characters; a repeated request with the same key has one effect',
        { type: 'string', maxLength: 300 },
      ),
    )
  if (operation.versioned)
    list.push(header('If-Match', true, 'The version that the change was made from, for example `"3"`'))
  return list
}

function bodyOf(operation: Operation, schemaOf: (schema: z.ZodType) => Json): Json | undefined {
  if (operation.upload) {
    const fields = operation.body ? (schemaOf(operation.body) as { properties?: Json }).properties : {}
    return {
      required: true,
      content: {
        'multipart/form-data': {
          schema: { type: 'object', properties: { ...fields, file: { type: 'string', format: 'binary' } } },
        },
      },
    }
  }
  if (!operation.body) return undefined
  const type = operation.method === 'PATCH' ? 'application/merge-patch+json' : 'application/json'
  const schema = schemaOf(operation.body)
  return {
    required: true,
    content: { 'application/json': { schema }, ...(type !== 'application/json' && { [type]: { schema } }) },
  }
}

function fileContent(types: readonly string[]): Json {
  return Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]))
}

const headers: Json = {
  RequestId: { description: 'Quote it when you ask about a request', schema: { type: 'string' } },
  RateLimitPolicy: { schema: { type: 'string' }, example: '"api";q=120;w=60' },
  RateLimit: { schema: { type: 'string' }, example: '"api";r=42;t=7' },
  IdempotencyReplayed: {
    description: 'true where the answer was stored by an earlier request with the same key',
    schema: { type: 'string' },
  },
}
const header = (name: string): Json => ({ $ref: `#/components/headers/${name}` })

function answerHeaders(operation: Operation): Json {
  return {
    'Request-Id': header('RequestId'),
    'RateLimit-Policy': header('RateLimitPolicy'),
    RateLimit: header('RateLimit'),
    ...(operation.method === 'POST' && { 'Idempotency-Replayed': header('IdempotencyReplayed') }),
  }
}

/** One response per status; which codes an operation can answer stands in its `x-problems`. */
function problemResponses(): Json {
  const byStatus = Map.groupBy(Object.keys(problems) as ProblemCode[], (code) => problems[code][0])
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      `Problem${status}`,
      {
        description: codes.map((code) => `\`${code}\`: ${problems[code][1]}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function securityOf(operation: Operation): Json[] {
  const { who } = operation.access
  if (who === 'public' || who === 'link') return []
  return who === 'contact' ? [{ portalSession: [] }, { bearer: [] }] : [{ staffSession: [] }, { bearer: [] }]
}

function permissionOf(operation: Operation): string {
  const { access } = operation
  if (access.who === 'member') return access.permission ?? 'any member'
  if (access.who === 'contact') return access.right ? `contact: ${access.right}` : 'any contact'
  return access.who
}
