import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export const search: Module = { name: 'search', register: registerRoutes }
