import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export const live: Module = { name: 'live', register: registerRoutes }
