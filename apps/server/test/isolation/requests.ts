import type { Operation } from '@portico/contract'
import { sample } from '../samples.ts'
import type { World } from './world.ts'

export type BuiltRequest = {
  params: Record<string, string>
  query: Record<string, string>
  body: unknown
  version?: number
  file?: { name: string; content: Buffer }
}

export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
/** Drafts are what some operations work on; the rest works on issued invoices. */
const onDrafts = new Set(['invoices.update', 'invoices.delete', 'invoices.issue'])

export const pathIds = (operation: Operation): string[] =>
  [...operation.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string)

/** The world's value for a field that names something. */
export function idFrom(world: World, field: string, operation: Operation): string | undefined {
  if (field === 'invoice_id' && onDrafts.has(operation.id)) return world.ids['draft_id']
  if (field === 'token') return operation.id === 'files.download' ? 'no-such-file' : world.linkToken
  if (field === 'currency') return 'USD'
  return world.ids[field] ?? world.ids[field.replace(/_ids$/, '_id')]
}

/** A request that the operation understands; the ids of its path may be another world's. */
export function requestFor(operation: Operation, world: World, paths: World = world): BuiltRequest {
  const params = Object.fromEntries(
    pathIds(operation).map((name) => [name, idFrom(paths, name, operation) ?? 'sample']),
  )
  const body = operation.body
    ? sample(operation.body, (field) =>
        field.endsWith('_id') || field === 'currency' ? idFrom(world, field, operation) : undefined,
      )
    : undefined
  const query = (operation.query ? sample(operation.query) : {}) as Record<string, string>
  return {
    params,
    query,
    body,
    ...(operation.versioned && { version: 1 }),
    ...(operation.upload && {
      file:
        operation.upload.accept === 'table'
          ? { name: 'a.csv', content: Buffer.from('name,email\nSample,sample@example.com\n') }
          : { name: 'a.png', content: pixel },
    }),
  }
}
