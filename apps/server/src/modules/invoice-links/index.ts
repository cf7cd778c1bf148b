import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export const invoiceLinks: Module = { name: 'invoice-links', register: registerRoutes }
