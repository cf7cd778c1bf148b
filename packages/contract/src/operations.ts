import * as clients from './clients.ts'
import * as identity from './identity.ts'
import * as invoices from './invoices.ts'
import type { Operation } from './operation.ts'
import * as organizations from './organizations.ts'
import * as portal from './portal.ts'

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value
}

/** Every operation of the API, in the order of the reference. */
export const operations: readonly Operation[] = [identity, organizations, clients, invoices, portal].flatMap((module) => Object.values(module).filter(isOperation))
export type OperationId = string
