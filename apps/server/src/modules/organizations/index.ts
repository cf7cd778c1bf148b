import type { Module } from '../../app.ts'
import { registerPublicRoutes } from './public-routes.ts'
import { registerRoutes } from './routes.ts'

export { brandOf, type PublicBrand } from './brand.ts'
export { createOrganizationFor, refuseUnknownCurrency } from './create-organization.ts'
export { organizationEntryOf, presentEntry, type EntryRow } from './entries.ts'
export { logoUrl } from './logo-url.ts'
export { offerPermissions } from './offer-permissions.ts'
export { seedOrganization } from './seed-organization.ts'

export const organizations: Module = {
  name: 'organizations',
  register(edge, parts) {
    registerRoutes(edge, parts)
    registerPublicRoutes(edge, parts)
  },
}
