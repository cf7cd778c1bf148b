import {
  getPortalProfile,
  updatePortalCompany,
  updatePortalContact,
  type PortalRight,
} from '@portico/contract'
import type { z } from 'zod'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { emailKey } from '../../platform/email-key.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import type { ContactPrincipal, Principal } from '../../platform/principal.ts'
import { clientSearchText } from '../clients/index.ts'

type Locale = z.output<NonNullable<typeof updatePortalContact.body>>['locale']
type Address = { line1?: string; line2?: string; city?: string; region?: string; postal_code?: string }
type ContactRow = {
  id: string
  name: string
  email: string | null
  phone: string | null
  job_title: string | null
  is_primary: boolean
  version: number
  locale: NonNullable<Locale> | null
}
type CompanyRow = {
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
const companyOf = statement<CompanyRow>(
  `select ${companyColumns} from clients c where c.organization_id = $1 and c.id = $2`,
)
const companyOfCaller = statement<CompanyRow>(
  `select ${companyColumns} from clients c where c.organization_id = $1 and c.id = (select app.client())`,
)
const lockCompany = statement<CompanyRow>(
  `select ${companyColumns} from clients c where c.organization_id = $1 and c.id = $2 for update`,
)
/** The people of the caller's company; a locale where the person signs in. */
const contactsOf = statement<ContactRow>(
  `select k.id, k.name, k.email, k.phone, k.job_title, k.is_primary, k.version, u.locale from contacts k left join users u on u.id = k.user_id
   where k.organization_id = $1 and k.client_id = $2 and k.deleted_at is null order by k.is_primary desc, k.id`,
)
const contactsOfCaller = statement<ContactRow>(
  `select k.id, k.name, k.email, k.phone, k.job_title, k.is_primary, k.version, u.locale from contacts k left join users u on u.id = k.user_id
   where k.organization_id = $1 and k.client_id = (select app.client()) and k.deleted_at is null order by k.is_primary desc, k.id`,
)
const lockContact = statement<ContactRow>(
  'select k.id, k.name, k.phone, k.job_title, k.version from contacts k where k.organization_id = $1 and k.id = $2 and k.deleted_at is null for update',
)
const changeContact = statement(
  'update contacts set name = $3, phone = $4, job_title = $5, updated_at = $6, version = version + 1 where organization_id = $1 and id = $2',
)
const changeLocale = statement('update users set locale = $2, updated_at = $3 where id = $1')
const changeCompany = statement(
  `update clients set legal_name = $3, email = $4, email_key = $5, phone = $6, website = $7, address = $8, country = $9, tax_number = $10, search_text = $11, updated_at = $12, version = version + 1
   where organization_id = $1 and id = $2`,
)

export function registerProfile(edge: Edge): void {
  edge.handle(getPortalProfile, async (call) => {
    const { principal, rows } = await call.read(
      companyOfCaller(call.organizationId),
      contactsOfCaller(call.organizationId),
    )
    return present(asContact(principal), rows[0]?.[0] as CompanyRow | undefined, rows[1] as ContactRow[])
  })

  edge.handle(updatePortalContact, async (call) =>
    call.command(async (tx) => {
      const { contactId, clientId, userId } = asContact(tx.principal)
      const before = await tx.first(lockContact(tx.organizationId, contactId))
      if (!before) throw notFound('contact')
      refuseOtherVersion(before.version, call.expectedVersion)
      const { locale, ...given } = call.body
      const after = {
        name: given.name ?? before.name,
        phone: given.phone === undefined ? before.phone : given.phone,
        job_title: given.job_title === undefined ? before.job_title : given.job_title,
      }
      const changes: Statement[] = [
        changeContact(tx.organizationId, contactId, after.name, after.phone, after.job_title, tx.now),
      ]
      if (locale) changes.push(changeLocale(userId, locale, tx.now))
      tx.record({
        action: 'contacts.updated',
        entityKind: 'contact',
        entityId: contactId,
        clientId,
        ...difference(before, after),
      })
      tx.announce('contact.updated', { contact_id: contactId, client_id: clientId })
      return changed(tx, changes)
    }),
  )

  edge.handle(updatePortalCompany, async (call) =>
    call.command(async (tx) => {
      const { clientId } = tx.allowContact('company.edit')
      const before = await tx.first(lockCompany(tx.organizationId, clientId))
      if (!before) throw notFound('client')
      refuseOtherVersion(before.version, call.expectedVersion)
      const given = Object.fromEntries(
        Object.entries(call.body).filter(([, value]) => value !== undefined),
      ) as Partial<CompanyRow>
      const after: CompanyRow = { ...before, ...given }
      const change = changeCompany(
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
      tx.record({
        action: 'clients.updated',
        entityKind: 'client',
        entityId: clientId,
        clientId,
        ...difference(before, given),
      })
      tx.announce('client.updated', { client_id: clientId })
      return changed(tx, [change])
    }),
  )
}

/** Writes and reads back in one round trip. */
async function changed(tx: Tx, changes: readonly Statement[]) {
  const caller = asContact(tx.principal)
  const rows = (await tx.batch([
    ...changes,
    companyOf(tx.organizationId, caller.clientId),
    contactsOf(tx.organizationId, caller.clientId),
  ])) as unknown[][]
  return present(
    caller,
    rows[changes.length]?.[0] as CompanyRow | undefined,
    rows[changes.length + 1] as ContactRow[],
  )
}

function asContact(principal: Principal): ContactPrincipal {
  if (principal.kind !== 'contact')
    throw new Refusal('not_found', 'Name the client in the Portico-Client header.')
  return principal
}

function refuseOtherVersion(currentVersion: number, expected: number): void {
  if (currentVersion !== expected)
    throw new Refusal(
      'version_mismatch',
      'Somebody changed this in the meantime. Look at the new values and try again.',
      { currentVersion },
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

function present(caller: ContactPrincipal, company: CompanyRow | undefined, contacts: ContactRow[]) {
  const own = contacts.find((contact) => contact.id === caller.contactId)
  if (!company || !own) throw notFound('client')
  const { id: _id, refid: _refid, ...shown } = company
  return {
    contact: {
      id: own.id,
      name: own.name,
      email: own.email,
      phone: own.phone,
      job_title: own.job_title,
      locale: own.locale ?? (caller.locale as NonNullable<Locale>),
      version: own.version,
    },
    company: shown,
    contacts: contacts.map(({ id, name, email, phone, job_title, is_primary }) => ({
      id,
      name,
      email,
      phone,
      job_title,
      is_primary,
    })),
    rights: [...caller.rights] as PortalRight[],
  }
}
