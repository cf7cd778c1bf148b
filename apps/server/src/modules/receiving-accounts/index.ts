import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export { importAccount } from './import-account.ts'
export { accountById, accountsForCurrency, type ReceivingAccountRow } from './reads.ts'

export const receivingAccounts: Module = { name: 'receiving-accounts', register: registerRoutes }
