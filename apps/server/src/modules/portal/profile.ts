import {
  getPortalProfile,
  updatePortalCompany,
  updatePortalContact,
  type PortalRight,
} from '@portico/contract'
import type { z } from 'zod'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import type { Edge } from '../../platform/http/edge.ts'
import type { ContactPrincipal, Principal } from '../../platform/principal.ts'
import {
  changeOwnCompany,
  changeOwnContact,
  colleaguesAt,
  colleaguesOfCaller,
  companyOfCaller,
  ownCompany,
  type Colleague,
  type OwnCompany,
} from '../clients/index.ts'

type Locale = NonNullable<z.output<NonNullable<typeof updatePortalContact.body>>['locale']>

const changeLocale = statement('update users set locale = $2, updated_at = $3 where id = $1')

export function registerProfile(edge: Edge): void {
  edge.handle(getPortalProfile, async (call) => {
    const { principal, rows } = await call.read(
      companyOfCaller(call.organizationId),
      colleaguesOfCaller(call.organizationId),
    )
    return present(asContact(principal), rows[0]?.[0] as OwnCompany | undefined, rows[1] as Colleague[])
  })

  edge.handle(updatePortalContact, async (call) =>
    call.command(async (tx) => {
      const caller = asContact(tx.principal)
      const { locale, ...given } = call.body
      const change = await changeOwnContact(tx, caller, call.expectedVersion, given)
      return changed(tx, locale ? [change, changeLocale(caller.userId, locale, tx.now)] : [change])
    }),
  )

  edge.handle(updatePortalCompany, async (call) =>
    call.command(async (tx) => changed(tx, [await changeOwnCompany(tx, call.expectedVersion, call.body)])),
  )
}

/** Writes and reads back in one round trip. */
async function changed(tx: Tx, changes: readonly Statement[]) {
  const caller = asContact(tx.principal)
  const rows = (await tx.batch([
    ...changes,
    ownCompany(tx.organizationId, caller.clientId),
    colleaguesAt(tx.organizationId, caller.clientId),
  ])) as unknown[][]
  return present(
    caller,
    rows[changes.length]?.[0] as OwnCompany | undefined,
    rows[changes.length + 1] as Colleague[],
  )
}

function asContact(principal: Principal): ContactPrincipal {
  if (principal.kind !== 'contact')
    throw new Refusal('not_found', 'Name the client in the Portico-Client header.')
  return principal
}

function present(caller: ContactPrincipal, company: OwnCompany | undefined, colleagues: Colleague[]) {
  const own = colleagues.find((contact) => contact.id === caller.contactId)
  if (!company || !own) throw notFound('client')
  const { id: _id, refid: _refid, ...shown } = company
  return {
    contact: {
      id: own.id,
      name: own.name,
      email: own.email,
      phone: own.phone,
      job_title: own.job_title,
      locale: (own.locale ?? caller.locale) as Locale,
      version: own.version,
    },
    company: shown,
    contacts: colleagues.map(({ id, name, email, phone, job_title, is_primary }) => ({
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
