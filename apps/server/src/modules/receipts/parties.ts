import { statement } from '../../platform/database/index.ts'
import type { PaperBuyer, PaperSeller } from '../../platform/paper/index.ts'

type Address = { line1?: string; line2?: string; city?: string; region?: string; postal_code?: string }

/** Both sides of a receipt as they are today, and how its organization prints and mails. */
export type PartiesRow = {
  name: string
  slug: string
  legal_name: string | null
  email: string | null
  phone: string | null
  website: string | null
  address: Address
  country: string | null
  registration_number: string | null
  tin: string | null
  vrn: string | null
  logo_file_id: string | null
  brand_color: string
  timezone: string
  base_currency: string
  locale: string
  paper: 'A4' | 'Letter'
  receipt_number_pattern: string
  proof_review_hours: number
  client_name: string
  client_legal_name: string | null
  client_refid: string
  client_email: string | null
  client_address: Address
  client_country: string | null
  client_tax_number: string | null
  client_locale: string | null
}

/** `receiptParties(organizationId, clientId)`; no row where there is no such client. */
export const receiptParties = statement<PartiesRow>(
  `select o.name, o.slug, s.legal_name, s.email, s.phone, s.website, s.address, s.country, s.registration_number, s.tin, s.vrn, s.logo_file_id, s.brand_color, s.timezone, s.base_currency, s.locale, s.paper,
     s.receipt_number_pattern, s.proof_review_hours,
     c.name as client_name, c.legal_name as client_legal_name, c.refid as client_refid, c.email as client_email, c.address as client_address, c.country as client_country, c.tax_number as client_tax_number, c.locale as client_locale
   from clients c join organizations o on o.id = c.organization_id join organization_settings s on s.organization_id = $1
   where c.organization_id = $1 and c.id = $2`,
)

export function sellerOf(row: PartiesRow): PaperSeller {
  return {
    name: row.name,
    addressLines: addressLines(row.address),
    country: row.country ?? '',
    ...(row.legal_name && row.legal_name !== row.name && { legalName: row.legal_name }),
    ...(row.tin && { tin: row.tin }),
    ...(row.vrn && { vrn: row.vrn }),
    ...(row.registration_number && { registration: row.registration_number }),
    ...(row.email && { email: row.email }),
    ...(row.phone && { phone: row.phone }),
    ...(row.website && { website: row.website }),
  }
}

export function buyerOf(row: PartiesRow, locale: string): PaperBuyer {
  const country =
    row.client_country && row.client_country !== row.country ? countryName(row.client_country, locale) : null
  return {
    name: row.client_legal_name ?? row.client_name,
    addressLines: [...addressLines(row.client_address), ...(country ? [country] : [])],
    refid: row.client_refid,
    ...(row.client_tax_number && { taxNumber: row.client_tax_number }),
    ...(row.client_email && { email: row.client_email }),
  }
}

const addressLines = ({ line1, line2, city, region, postal_code }: Address): string[] =>
  [line1, line2, [postal_code, city, region].filter(Boolean).join(' ')].filter((line): line is string =>
    Boolean(line),
  )

const countryName = (country: string, locale: string): string =>
  new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' }).of(country) ?? country
