import type { Module } from '../../app.ts'
import { provideStatements } from '../emails/index.ts'
import { statementForMail } from './file.ts'
import { registerRoutes } from './routes.ts'

provideStatements((parts, organizationId, { documentId, from, asOf, currency }) =>
  statementForMail(parts, organizationId, { client: documentId, from, asOf, currency }),
)

export const statements: Module = { name: 'statements', register: registerRoutes }
