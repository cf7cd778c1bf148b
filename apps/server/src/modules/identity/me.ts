import type { Me, PortalMe } from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { statement } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { logoUrl, organizationEntryOf, presentEntry } from '../organizations/index.ts'
import { organizationsOf, personById, type Person } from './people.ts'

type Locale = z.output<typeof Me>['locale']

/** Who somebody is and where they may go: the directory says where to look, the membership in each organization what holds. */
export async function loadMe(parts: AppParts, userId: string): Promise<z.output<typeof Me>> {
  const [persons, places] = await parts.database.look(personById(userId), organizationsOf(userId, 'member'))
  const person = found(persons[0])
  const entries = await parts.database.lookInEach(
    places.map((place) => place.organization_id),
    (organizationId) => organizationEntryOf(organizationId, userId),
  )
  return {
    id: person.id,
    name: person.name,
    email: person.email,
    locale: person.locale as Locale,
    is_platform_admin: person.is_platform_admin,
    email_verified: person.email_verified_at !== null,
    last_login_at: person.previous_login_at,
    organizations: entries.map(presentEntry).toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}

type PlaceRow = {
  organization_id: string
  slug: string
  organization_name: string
  logo_sha256: Buffer | null
  brand_color: string
  client_id: string
  refid: string
  client_name: string
  client_status: 'pending' | 'active' | 'suspended'
  contact_id: string
  rights: string[]
}
const placesIn = statement<PlaceRow>(
  `select o.id as organization_id, o.slug, o.name as organization_name, f.sha256 as logo_sha256, s.brand_color,
     cl.id as client_id, cl.refid, cl.name as client_name, cl.status as client_status, c.id as contact_id, c.rights
   from contacts c
     join clients cl on cl.organization_id = c.organization_id and cl.id = c.client_id
     join organizations o on o.id = c.organization_id
     join organization_settings s on s.organization_id = c.organization_id
     left join files f on f.organization_id = s.organization_id and f.id = s.logo_file_id
   where c.organization_id = $1 and c.user_id = $2 and c.portal_access and c.deleted_at is null
     and cl.deleted_at is null and cl.is_portal_enabled and cl.status in ('pending', 'active', 'suspended') and o.status = 'active'
   order by lower(cl.name), c.id`,
)

/** The same for the portal: every client, in every organization, that this person may act for. */
export async function loadPortalMe(parts: AppParts, userId: string): Promise<z.output<typeof PortalMe>> {
  const [persons, places] = await parts.database.look(personById(userId), organizationsOf(userId, 'contact'))
  const person = found(persons[0])
  const rows = await parts.database.lookInEach(
    places.map((place) => place.organization_id),
    (organizationId) => placesIn(organizationId, userId),
  )
  return {
    user_id: person.id,
    name: person.name,
    email: person.email,
    locale: person.locale as Locale,
    has_password: person.password_hash !== null,
    last_login_at: person.previous_login_at,
    places: rows.map((row) => ({
      organization: {
        id: row.organization_id,
        slug: row.slug,
        name: row.organization_name,
        logo_url: logoUrl(row.organization_id, row.logo_sha256),
        brand_color: row.brand_color,
      },
      client: { id: row.client_id, refid: row.refid, name: row.client_name, status: row.client_status },
      contact_id: row.contact_id,
      rights: row.rights,
    })),
  }
}

function found(person: Person | undefined): Person {
  if (!person) throw new Refusal('not_signed_in')
  return person
}
