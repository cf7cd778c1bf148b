import type { Seller } from '../../../shared/paper/paper-parts.tsx'
import type { Organization } from '../../workspace-data.ts'

/** The organization as it would be printed today; an issued document brings its own. */
export function sellerOf(organization: Organization): Seller {
  const { line1, line2, city, region, postal_code } = organization.address
  const town = [postal_code, city].filter(Boolean).join(' ')
  return {
    name: organization.name,
    legal_name: organization.legal_name,
    address_lines: [line1, line2, town, region].filter((line): line is string => Boolean(line)),
    tin: organization.tin,
    vrn: organization.vrn,
    email: organization.email,
    phone: organization.phone,
    website: organization.website,
  }
}
