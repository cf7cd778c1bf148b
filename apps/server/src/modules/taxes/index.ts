import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export { rates as allTaxRates, taxKeyExists, taxRatesOn, type TaxRateOn, type TaxRateRow } from './reads.ts'
export { isStandardRate } from './rules.ts'
export { ratesByPercent } from './service.ts'

export const taxes: Module = { name: 'taxes', register: registerRoutes }
