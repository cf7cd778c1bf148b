import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export { lookUp as rateIntoBase, rateOn, type RateOn } from './reads.ts'

export const currencies: Module = { name: 'currencies', register: registerRoutes }
