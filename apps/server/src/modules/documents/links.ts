import type { Keyring } from '../../platform/crypto/keyring.ts'
import { insertMany, statement, type Statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

/**
 * Private links (MECHANICS.md, 22). The token is organization, link and version with an HMAC over them: nothing secret is stored, it can be
 * printed again at any time, and raising the version revokes those in circulation. 68 letters, safe in an address and in a mail.
 */
export type LinkTarget = { organizationId: string; linkId: string; version: number }

const purpose = 'document-links'
const targetLetters = 46
const highestVersion = 0xffff

export function makeLinkToken(
  keyring: Keyring,
  organizationId: string,
  linkId: string,
  version: number,
): string {
  if (!Number.isInteger(version) || version < 1 || version > highestVersion)
    throw new RangeError('A link has a version from 1 to 65535.')
  const target = Buffer.concat([
    uuidBytes(organizationId),
    uuidBytes(linkId),
    Buffer.from([version >> 8, version & 255]),
  ]).toString('base64url')
  return target + keyring.sign(purpose, target)
}

/** What a token leads to; null for anything that was not made here. Whether the version still counts says the link's row. */
export function readLinkToken(keyring: Keyring, token: string): LinkTarget | null {
  const target = token.slice(0, targetLetters)
  if (target.length !== targetLetters || !keyring.verify(purpose, target, token.slice(targetLetters)))
    return null
  const bytes = Buffer.from(target, 'base64url')
  return {
    organizationId: uuidText(bytes.subarray(0, 16)),
    linkId: uuidText(bytes.subarray(16, 32)),
    version: bytes.readUInt16BE(32),
  }
}

/** The address behind which the document opens without an account. */
export const linkUrl = (publicUrl: string, token: string): string => `${publicUrl}/i/${token}`

export type LinkRow = {
  id: string
  document_id: string
  name: string
  version: number
  revoked_at: string | null
  first_viewed_at: string | null
  last_viewed_at: string | null
  created_at: string
}

/** A new link, written with the commit, and its token. */
export function openLink(
  tx: Tx,
  keyring: Keyring,
  documentKind: 'invoice',
  documentId: string,
  name: string,
): { linkId: string; token: string } {
  const linkId = newId()
  tx.later(insertLink(tx.organizationId, linkId, documentKind, documentId, name, tx.now))
  return { linkId, token: makeLinkToken(keyring, tx.organizationId, linkId, 1) }
}

/** One link for each of many documents, written with one statement of the caller's batch, and their tokens in order. */
export function openLinks(
  tx: Tx,
  keyring: Keyring,
  documentKind: 'invoice',
  documentIds: readonly string[],
  name: string,
): { tokens: string[]; statement: Statement } {
  const rows = documentIds.map((id) => ({
    id: newId(),
    document_kind: documentKind,
    document_id: id,
    name,
    created_at: tx.now,
  }))
  return {
    tokens: rows.map(({ id }) => makeLinkToken(keyring, tx.organizationId, id, 1)),
    statement: insertLinks(tx.organizationId, rows),
  }
}

const columns = 'id, document_id, name, version, revoked_at, first_viewed_at, last_viewed_at, created_at'

export const linksOfDocument = statement<LinkRow>(
  `select ${columns} from document_links where organization_id = $1 and document_kind = $2 and document_id = $3 order by id`,
)
/** The link behind a token that `readLinkToken` accepted; no row where another version is in circulation or the link is revoked. */
export const linkInForce = statement<LinkRow>(
  `select ${columns} from document_links where organization_id = $1 and id = $2 and version = $3 and revoked_at is null`,
)
/** Raises the version: what was in circulation is void, the token of the returned row is new. */
export const rotateLink = statement<LinkRow>(
  `update document_links set version = version + 1, revoked_at = null where organization_id = $1 and document_kind = $2 and document_id = $3 and id = $4 and version < ${highestVersion} returning ${columns}`,
)
/** Notes that a person looked at the document through the link. */
export const noteLinkView = statement(
  'update document_links set first_viewed_at = coalesce(first_viewed_at, $3), last_viewed_at = $3 where organization_id = $1 and id = $2',
)

const insertLinks = insertMany('document_links', {
  id: 'uuid',
  document_kind: 'text',
  document_id: 'uuid',
  name: 'text',
  created_at: 'timestamptz',
})
const insertLink = statement(
  'insert into document_links (organization_id, id, document_kind, document_id, name, created_at) values ($1, $2, $3, $4, $5, $6)',
)

const uuidBytes = (uuid: string): Buffer => Buffer.from(uuid.replaceAll('-', ''), 'hex')
function uuidText(bytes: Buffer): string {
  const digits = bytes.toString('hex')
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`
}
