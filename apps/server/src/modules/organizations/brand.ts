import { createHash } from 'node:crypto'
import type { Organization } from '@portico/contract'
import { brandStylesheet } from '@portico/ui/brand.ts'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { statement } from '../../platform/database/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { logoUrl } from './logo-url.ts'

type OrganizationLocale = z.output<typeof Organization>['locale']
type BrandRow = {
  id: string
  slug: string
  name: string
  brand_color: string
  logo_sha256: Buffer | null
  locale: OrganizationLocale
}

/** An organization's public face: what a page may show before anybody has signed in. Addresses are paths of our own. */
export type PublicBrand = {
  organizationId: string
  slug: string
  name: string
  color: string
  logoUrl: string | null
  stylesheetUrl: string
  locale: OrganizationLocale
}

// Slug and id are public, and so is all that follows from them here: that is why they may set the organization by themselves.
const enterBySlug = statement(
  `select set_config('app.organization_id', (select id::text from organizations where slug = $1 and status = 'active'), true)`,
)
const enterById = statement(
  `select set_config('app.organization_id', (select id::text from organizations where id = $1 and status = 'active'), true)`,
)
const brandRow = statement<BrandRow>(
  `select o.id, o.slug, o.name, s.brand_color, f.sha256 as logo_sha256, s.locale
   from organizations o
     join organization_settings s on s.organization_id = o.id
     left join files f on f.organization_id = s.organization_id and f.id = s.logo_file_id
   where o.id = app.organization() and s.organization_id = app.organization()`,
)

/** The brand of an organization for the first painted page, in one round trip; null where there is no such organization. */
export async function brandOf(
  parts: Pick<AppParts, 'database'>,
  by: { slug: string } | { organizationId: string },
): Promise<PublicBrand | null> {
  const enter = 'slug' in by ? enterBySlug(by.slug) : enterById(by.organizationId)
  const { rows } = await parts.database.read(
    { organizationId: null, statements: [enter], judge: () => systemPrincipal('brand') },
    [brandRow()],
  )
  const row = rows[0]?.[0] as BrandRow | undefined
  if (!row) return null
  return {
    organizationId: row.id,
    slug: row.slug,
    name: row.name,
    color: row.brand_color,
    logoUrl: logoUrl(row.id, row.logo_sha256),
    stylesheetUrl: stylesheetUrl(row.brand_color),
    locale: row.locale,
  }
}

/**
 * The address of a colour's stylesheet, `/brand/<colour>-<hash>.css`. The colour is enough to make it again on any node; the hash
 * changes with the design, so that a copy can be kept for ever.
 */
const stylesheetUrl = (color: string): string => `/brand/${color.slice(1)}-${stylesheetOf(color).hash}.css`

const stylesheets = new Map<string, { css: string; hash: string }>()

export function stylesheetOf(color: string): { css: string; hash: string } {
  let sheet = stylesheets.get(color)
  if (!sheet) {
    const css = brandStylesheet(color)
    sheet = { css, hash: createHash('sha256').update(css).digest('hex').slice(0, 16) }
    // Colours are free, so the number kept is not left to whoever asks for them.
    if (stylesheets.size >= 500) stylesheets.clear()
    stylesheets.set(color, sheet)
  }
  return sheet
}
