import type { Module } from '../../app.ts'
import { registerRoutes } from './routes.ts'

export const members: Module = { name: 'members', register: registerRoutes }
