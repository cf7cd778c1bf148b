import { describe, expect, test } from 'vitest'
import { openApiDocument, problemsOf } from './openapi.ts'
import { operations } from './operations.ts'
import { permissions, roleSeeds } from './permissions.ts'
import { problems } from './problems.ts'

type Responses = Record<string, { $ref?: string; content?: object }>
type Described = {
  operationId: string
  responses: Responses
  'x-problems': string[]
  parameters?: { name: string; in: string; required: boolean }[]
}
const document = openApiDocument({ serverUrl: 'https://portal.example', version: '1.0.0' }) as {
  openapi: string
  paths: Record<string, Record<string, Described>>
  components: { schemas: Record<string, unknown>; responses: Record<string, unknown> }
}
const described = Object.values(document.paths).flatMap((methods) => Object.values(methods))

describe('the API document', () => {
  test('describes every operation of the contract and no other [API-22]', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(described.map((operation) => operation.operationId).toSorted()).toEqual(
      operations.map((operation) => operation.id).toSorted(),
    )
    expect(new Set(operations.map((operation) => operation.id)).size).toBe(operations.length)
    expect(new Set(operations.map((operation) => `${operation.method} ${operation.path}`)).size).toBe(
      operations.length,
    )
  })

  test('has no reference that leads nowhere [API-22]', () => {
    const text = JSON.stringify(document)
    for (const [, kind, name] of text.matchAll(/"#\/components\/(\w+)\/([\w.]+)"/g)) {
      expect(
        (document.components as Record<string, Record<string, unknown>>)[kind as string]?.[name as string],
        `${kind}/${name}`,
      ).toBeDefined()
    }
    expect(text).not.toContain('#/$defs/')
  })

  test('names each refusal an operation can answer, with its status [API-23]', () => {
    for (const operation of operations) {
      const described = document.paths[operation.path]?.[operation.method.toLowerCase()] as Described
      for (const code of problemsOf(operation)) {
        expect(described['x-problems']).toContain(code)
        expect(described.responses[problems[code][0]], `${operation.id} ${code}`).toBeDefined()
      }
    }
  })

  test('declares the parameters of each path, and the key where money is created [API-18]', () => {
    for (const operation of operations) {
      const { parameters = [] } = document.paths[operation.path]?.[
        operation.method.toLowerCase()
      ] as Described
      const inPath = parameters
        .filter((parameter) => parameter.in === 'path')
        .map((parameter) => parameter.name)
      expect(inPath.toSorted(), operation.id).toEqual(
        [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string).toSorted(),
      )
      if (operation.createsMoney)
        expect(parameters).toContainEqual(
          expect.objectContaining({ name: 'Idempotency-Key', required: true }),
        )
    }
  })
})

test('the table of roles uses only permissions of the catalogue, and leaves none to nobody [RBAC-22]', () => {
  const granted = new Set(roleSeeds.flatMap((role) => role.permissions))
  expect([...granted].toSorted()).toEqual(Object.keys(permissions).toSorted())
  for (const operation of operations)
    if (operation.access.who === 'member' && operation.access.permission)
      expect(granted.has(operation.access.permission)).toBe(true)
})
