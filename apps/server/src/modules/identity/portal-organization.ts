import { statement } from '../../platform/database/index.ts'

export const organizationBySlug = statement<{ id: string; slug: string }>(
  `select id, slug from organizations where slug = $1 and status = 'active'`,
)
export const localeOf = statement<{ locale: string }>(
  'select locale from organization_settings where organization_id = $1',
)
