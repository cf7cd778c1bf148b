import { statement } from '../../platform/database/index.ts'
import type { PartiesRow } from '../documents/index.ts'

/** Both sides of a receipt as they are today, and how its organization prints and mails. */
export type ReceiptParties = PartiesRow & {
  slug: string
  logo_file_id: string | null
  brand_color: string
  timezone: string
  base_currency: string
  locale: string
  paper: 'A4' | 'Letter'
  receipt_number_pattern: string
  proof_review_hours: number
  client_locale: string | null
}

/** `receiptParties(organizationId, clientId)`; no row where there is no such client. */
export const receiptParties = statement<ReceiptParties>(
  `select o.name as organization_name, o.slug, s.legal_name, s.email, s.phone, s.website, s.address, s.country, s.registration_number, s.tin, s.vrn, s.logo_file_id, s.brand_color, s.timezone, s.base_currency, s.locale, s.paper,
     s.receipt_number_pattern, s.proof_review_hours,
     c.name as client_name, c.legal_name as client_legal_name, c.refid, c.email as client_email, c.address as client_address, c.country as client_country, c.tax_number as client_tax_number, c.locale as client_locale
   from clients c join organizations o on o.id = c.organization_id join organization_settings s on s.organization_id = $1
   where c.organization_id = $1 and c.id = $2`,
)
