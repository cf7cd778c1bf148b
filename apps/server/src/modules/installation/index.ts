import type { Module } from '../../app.ts'
import { countSizes } from './jobs.ts'
import { registerRoutes } from './routes.ts'

export { beginDemo, readInstallation, type InstallationRow } from './settings.ts'

export const installation: Module = {
  name: 'installation',
  register: registerRoutes,
  recurring: [countSizes],
}
