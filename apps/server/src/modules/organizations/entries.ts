import type { OrganizationEntry } from '@portico/contract'
import type { z } from 'zod'
import { statement } from '../../platform/database/index.ts'
import { logoUrl } from './logo-url.ts'

export type EntryRow = {
  id: string
  slug: string
  name: string
  mode: 'live' | 'test'
  role_key: string
  role_name: string
  logo_sha256: Buffer | null
  brand_color: string
  status: 'active' | 'suspended'
  status_reason: string | null
}

/** An organization as its member sees it in the switcher; no row where the person is not an active member. A suspended one is shown with the reason. */
export const organizationEntryOf = statement<EntryRow>(
  `select o.id, o.slug, o.name, o.mode, r.key as role_key, r.name as role_name, f.sha256 as logo_sha256, s.brand_color, o.status, o.status_reason
   from memberships m
     join roles r on r.organization_id = m.organization_id and r.id = m.role_id
     join organizations o on o.id = m.organization_id
     join organization_settings s on s.organization_id = m.organization_id
     left join files f on f.organization_id = s.organization_id and f.id = s.logo_file_id
   where m.organization_id = $1 and m.user_id = $2 and m.status = 'active' and o.status in ('active', 'suspended')`,
)

export const presentEntry = (row: EntryRow): z.output<typeof OrganizationEntry> => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  mode: row.mode,
  role: { key: row.role_key, name: row.role_name },
  logo_url: logoUrl(row.id, row.logo_sha256),
  brand_color: row.brand_color,
  status: row.status,
  status_reason: row.status_reason,
})
