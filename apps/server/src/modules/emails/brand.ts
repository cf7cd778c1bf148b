import type { AppParts } from '../../app-parts.ts'
import { statement } from '../../platform/database/index.ts'
import type { MailBrand } from '../../platform/mail/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'

export type SenderBrand = MailBrand & { replyTo: string | null; logoKey: string | null; timezone: string }

const senderOf = statement<{
  name: string
  legal_name: string | null
  email: string | null
  address: Record<string, string>
  tin: string | null
  brand_color: string
  logo_key: string | null
  timezone: string
}>(
  `select o.name, s.legal_name, s.email, s.address, s.tin, s.brand_color, f.storage_key as logo_key, s.timezone
   from organizations o join organization_settings s on s.organization_id = o.id
     left join files f on f.organization_id = s.organization_id and f.id = s.logo_file_id
   where o.id = $1 and s.organization_id = $1`,
)

/** The organization as its mails show it. */
export async function brandOfOrganization(parts: AppParts, organizationId: string): Promise<SenderBrand> {
  const row = await parts.database.withOrganization(organizationId, systemPrincipal('emails'), (tx) =>
    tx.first(senderOf(organizationId)),
  )
  if (!row) return installationBrand
  const { line1, line2, postal_code, city } = row.address
  const footer = [
    row.legal_name ?? row.name,
    [line1, line2, [postal_code, city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
    row.tin ? `TIN ${row.tin}` : '',
  ].filter(Boolean)
  return {
    name: row.name,
    color: row.brand_color,
    answersReplies: row.email !== null,
    footer,
    replyTo: row.email,
    logoKey: row.logo_key,
    timezone: row.timezone,
  }
}

export const installationBrand: SenderBrand = {
  name: 'Portico',
  answersReplies: false,
  replyTo: null,
  logoKey: null,
  timezone: 'UTC',
}
