import type { Address, Organization } from '@portico/contract'
import type { z } from 'zod'
import { statement } from '../../platform/database/index.ts'
import { logoUrl } from './logo-url.ts'

type Shown = z.output<typeof Organization>
export type OrganizationRow = Omit<Shown, 'plan' | 'logo_url' | 'address'> & {
  plan_key: string
  plan_name: string
  address: Address
  logo_sha256: Buffer | null
  logo_file_id: string | null
}

/** The organization with its settings; the version is that of the settings, which every change raises. */
export const organizationById = statement<OrganizationRow>(
  `select o.id, o.slug, o.name, o.mode, p.key as plan_key, p.name as plan_name, o.billing_status, s.legal_name, s.email, s.phone, s.website, s.address, s.country,
     s.registration_number, s.tin, s.vrn, f.sha256 as logo_sha256, s.logo_file_id, s.brand_color, s.timezone, s.base_currency, s.locale, s.paper, s.prices_include_tax,
     s.tax_rounding, s.default_tax_rate_key, s.invoice_number_pattern, s.receipt_number_pattern, s.payment_terms_days, s.invoice_note, s.invoice_terms,
     s.reference_label, s.refid_prefix, s.default_client_status, s.proof_review_hours, s.reminder_days, s.version
   from organizations o
     join plans p on p.id = o.plan_id
     join organization_settings s on s.organization_id = o.id
     left join files f on f.organization_id = s.organization_id and f.id = s.logo_file_id
   where o.id = $1 and s.organization_id = $1`,
)
export const rolesByKey = statement<{ key: string; name: string }>(
  'select key, name from roles where organization_id = $1',
)

export function presentOrganization(row: OrganizationRow): Shown {
  const { plan_key, plan_name, logo_sha256, logo_file_id: _, ...shown } = row
  return { ...shown, plan: { key: plan_key, name: plan_name }, logo_url: logoUrl(row.id, logo_sha256) }
}
