import type { Module } from '../../app.ts'
import { subscriptions } from './jobs.ts'
import { registerRoutes } from './routes.ts'

export { batchIdOf, ImportSession, type ImportChoices } from './command-line.ts'
export type { PresentedImport } from './batch-reads.ts'
export { advanceImport } from './advance.ts'
export const imports: Module = { name: 'imports', register: registerRoutes, subscriptions }
