import { sql, type RawBuilder } from 'kysely'
import type { Keyring } from '../../platform/crypto/keyring.ts'
import { statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import type { Principal } from '../../platform/principal.ts'
import { readLinkToken } from '../documents/index.ts'

/** The link's holder: known by the link only. A name is what the person types into a proof. */
export type LinkHolder = { organizationId: string; linkId: string; version: number; principal: Principal }

/**
 * Who a token makes its bearer. Whether the link is still in force is known with its row: every statement behind it asks for that.
 * @throws token_invalid, the same for an unknown, a mistyped, a rotated and a revoked one
 */
export function holderOf(keyring: Keyring, token: string): LinkHolder {
  const target = readLinkToken(keyring, token)
  if (!target) throw tokenInvalid()
  return { ...target, principal: { kind: 'link', linkId: target.linkId, name: null } }
}

export const tokenInvalid = (): Refusal =>
  new Refusal('token_invalid', 'This link is no longer valid. Ask the sender for a new one.')

export type LinkedRow = {
  invoice_id: string
  client_id: string
  name: string
  slug: string
  logo_sha256: Buffer | null
  brand_color: string
  locale: string
  email: string | null
  phone: string | null
  timezone: string
  is_portal_enabled: boolean
  client_locale: string | null
}

const linkedInvoice = statement<LinkedRow>(
  `select l.document_id as invoice_id, i.client_id,
     o.name, o.slug, f.sha256 as logo_sha256, s.brand_color, i.locale, s.email, s.phone, s.timezone, c.is_portal_enabled and c.status in ('pending', 'active', 'suspended') as is_portal_enabled, c.locale as client_locale
   from document_links l
     join organizations o on o.id = l.organization_id and o.status = 'active'
     join organization_settings s on s.organization_id = $1
     left join files f on f.organization_id = $1 and f.id = s.logo_file_id
     join invoices i on i.organization_id = $1 and i.id = l.document_id and i.document_state <> 'draft'
     join clients c on c.organization_id = $1 and c.id = i.client_id
   where l.organization_id = $1 and l.id = $2 and l.version = $3 and l.revoked_at is null and l.document_kind = 'invoice'`,
)

/** The link with the invoice behind it; no row where it is not in force. */
export const linkedInvoiceOf = (holder: LinkHolder): Statement<LinkedRow> =>
  linkedInvoice(holder.organizationId, holder.linkId, holder.version)

/** The id of the invoice behind a link that is in force, as a part of other statements; null where it is not. */
export const invoiceBehind = ({ organizationId, linkId, version }: LinkHolder): RawBuilder<string> =>
  sql`(select l.document_id from document_links l where l.organization_id = ${organizationId} and l.id = ${linkId} and l.version = ${version} and l.revoked_at is null and l.document_kind = 'invoice')`

/** @throws token_invalid */
export async function openLinkIn(tx: Tx, holder: LinkHolder): Promise<LinkedRow> {
  const row = await tx.first(linkedInvoiceOf(holder))
  if (!row) throw tokenInvalid()
  return row
}
