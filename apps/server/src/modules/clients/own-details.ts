import type { updatePortalCompany, updatePortalContact } from '@portico/contract'
import type { z } from 'zod'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { notFound, versionMismatch } from '../../platform/errors.ts'
import type { ContactPrincipal } from '../../platform/principal.ts'
import { clientSearchText } from './rules.ts'

type Address = { line1?: string; line2?: string; city?: string; region?: string; postal_code?: string }

/** A person at the company, as colleagues see them in the portal; a locale where the person signs in. */
export type Colleague = {
  id: string
  name: string
  email: string | null
  phone: string | null
  job_title: string | null
  is_primary: boolean
  version: number
  locale: string | null
}
export type OwnCompany = {
  id: string
  refid: string
  name: string
  legal_name: string | null
  email: string | null
  phone: string | null
  website: string | null
  address: Address
  country: string | null
  tax_number: string | null
  version: number
}

const companyColumns =
  'c.id, c.refid, c.name, c.legal_name, c.email, c.phone, c.website, c.address, c.country, c.tax_number, c.version'
const colleagues = (client: string): string =>
  `select k.id, k.name, k.email, k.phone, k.job_title, k.is_primary, k.version, u.locale from contacts k left join users u on u.id = k.user_id
   where k.organization_id = $1 and k.client_id = ${client} and k.deleted_at is null order by k.is_primary desc, k.id`

/** The company that a contact acts for, and its people, read in the round trip that finds out who asks. */
export const companyOfCaller = statement<OwnCompany>(
  `select ${companyColumns} from clients c where c.organization_id = $1 and c.id = (select app.client())`,
)
export const colleaguesOfCaller = statement<Colleague>(colleagues('(select app.client())'))
/** The same after a change: `ownCompany(organizationId, clientId)`. */
export const ownCompany = statement<OwnCompany>(
  `select ${companyColumns} from clients c where c.organization_id = $1 and c.id = $2`,
)
export const colleaguesAt = statement<Colleague>(colleagues('$2'))

const lockCompany = statement<OwnCompany & { also_known_as: string | null }>(
  `select ${companyColumns}, c.also_known_as from clients c where c.organization_id = $1 and c.id = $2 for update`,
)
const writeCompany = statement(
  `update clients set legal_name = $3, email = $4, email_key = $5, phone = $6, website = $7, address = $8, country = $9, tax_number = $10, search_text = $11, updated_at = $12, version = version + 1
   where organization_id = $1 and id = $2`,
)
const lockSelf = statement<Pick<Colleague, 'id' | 'name' | 'phone' | 'job_title' | 'version'>>(
  'select k.id, k.name, k.phone, k.job_title, k.version from contacts k where k.organization_id = $1 and k.id = $2 and k.deleted_at is null for update',
)
const writeSelf = statement(
  'update contacts set name = $3, phone = $4, job_title = $5, updated_at = $6, version = version + 1 where organization_id = $1 and id = $2',
)

/** Contacts change how they are named and reached; the statement returned writes it. */
export async function changeOwnContact(
  tx: Tx,
  { contactId, clientId }: ContactPrincipal,
  version: number,
  given: Omit<z.output<NonNullable<typeof updatePortalContact.body>>, 'locale'>,
): Promise<Statement> {
  const before = await tx.first(lockSelf(tx.organizationId, contactId))
  if (!before) throw notFound('contact')
  if (before.version !== version) throw versionMismatch(before.version)
  const after = {
    name: given.name ?? before.name,
    phone: given.phone === undefined ? before.phone : given.phone,
    job_title: given.job_title === undefined ? before.job_title : given.job_title,
  }
  tx.record({
    action: 'contacts.updated',
    entityKind: 'contact',
    entityId: contactId,
    clientId,
    ...difference(before, after),
  })
  tx.announce('contact.updated', { contact_id: contactId, client_id: clientId })
  return writeSelf(tx.organizationId, contactId, after.name, after.phone, after.job_title, tx.now)
}

/** Those with the right to it change what their company is billed by; its name stays the organization's. */
export async function changeOwnCompany(
  tx: Tx,
  version: number,
  change: z.output<NonNullable<typeof updatePortalCompany.body>>,
): Promise<Statement> {
  const { clientId } = tx.allowContact('company.edit')
  const before = await tx.first(lockCompany(tx.organizationId, clientId))
  if (!before) throw notFound('client')
  if (before.version !== version) throw versionMismatch(before.version)
  const given = Object.fromEntries(
    Object.entries(change).filter(([, value]) => value !== undefined),
  ) as Partial<OwnCompany>
  const after = { ...before, ...given }
  tx.record({
    action: 'clients.updated',
    entityKind: 'client',
    entityId: clientId,
    clientId,
    ...difference(before, given),
  })
  tx.announce('client.updated', { client_id: clientId })
  return writeCompany(
    tx.organizationId,
    clientId,
    after.legal_name,
    after.email,
    after.email === null ? null : emailKey(after.email),
    after.phone,
    after.website,
    JSON.stringify(after.address),
    after.country,
    after.tax_number,
    clientSearchText(after),
    tx.now,
  )
}

/** Only what changed, for the audit log. */
function difference<Row extends object>(
  before: Row,
  after: Partial<Row>,
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const keys = (Object.keys(after) as (keyof Row & string)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  )
  return {
    before: Object.fromEntries(keys.map((key) => [key, before[key]])),
    after: Object.fromEntries(keys.map((key) => [key, after[key]])),
  }
}
