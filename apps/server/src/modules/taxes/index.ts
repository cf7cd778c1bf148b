import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export { taxKeyExists, taxRatesOn, type TaxRateOn } from './reads.ts'

export const taxes: Module = { name: 'taxes', register: registerRoutes }
