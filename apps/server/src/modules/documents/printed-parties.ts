import type { PaperBuyer, PaperSeller } from '../../platform/paper/index.ts'

type Address = { line1?: string; line2?: string; city?: string; region?: string; postal_code?: string }

/** What is read of an organization and a client to print both, as they are today. */
export type PartiesRow = {
  organization_name: string
  legal_name: string | null
  email: string | null
  phone: string | null
  website: string | null
  address: Address
  country: string | null
  registration_number: string | null
  tin: string | null
  vrn: string | null
  client_name: string
  client_legal_name: string | null
  refid: string
  client_email: string | null
  client_address: Address
  client_country: string | null
  client_tax_number: string | null
}

/** Both sides of a document as they would be printed today; the buyer's country stands there where it is another one. */
export function printedParties(row: PartiesRow, locale: string): { seller: PaperSeller; buyer: PaperBuyer } {
  const isAbroad = row.client_country && row.client_country !== row.country
  return {
    seller: {
      name: row.organization_name,
      addressLines: addressLines(row.address),
      country: row.country ?? '',
      ...(row.legal_name && { legalName: row.legal_name }),
      ...(row.tin && { tin: row.tin }),
      ...(row.vrn && { vrn: row.vrn }),
      ...(row.registration_number && { registration: row.registration_number }),
      ...(row.email && { email: row.email }),
      ...(row.phone && { phone: row.phone }),
      ...(row.website && { website: row.website }),
    },
    buyer: {
      name: row.client_legal_name ?? row.client_name,
      addressLines: [
        ...addressLines(row.client_address),
        ...(isAbroad && row.client_country ? [countryName(row.client_country, locale)] : []),
      ],
      refid: row.refid,
      ...(row.client_tax_number && { taxNumber: row.client_tax_number }),
      ...(row.client_email && { email: row.client_email }),
    },
  }
}

/** Names are few and made of tables that are slow to ask. */
const countryNames = new Map<string, string>()

export function countryName(code: string, locale: string): string {
  const key = `${locale} ${code}`
  const known = countryNames.get(key)
  if (known !== undefined) return known
  const name = new Intl.DisplayNames([locale, 'en'], { type: 'region' }).of(code) ?? code
  countryNames.set(key, name)
  return name
}

const addressLines = ({ line1, line2, city, region, postal_code }: Address): string[] =>
  [line1, line2, [postal_code, city, region].filter(Boolean).join(' ')].filter((line): line is string =>
    Boolean(line),
  )
