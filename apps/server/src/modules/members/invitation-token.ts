import { randomBytes } from 'node:crypto'
import { sha256 } from '../../platform/crypto/tokens.ts'

const idBytes = 16
const secretBytes = 32

/**
 * An invitation's token: the organization's id, so that the link knows where to look under row-level security, and 32 random bytes; base64url.
 * Only its hash is kept.
 */
export function newInvitationToken(organizationId: string): { token: string; tokenHash: Buffer } {
  const token = Buffer.concat([
    Buffer.from(organizationId.replaceAll('-', ''), 'hex'),
    randomBytes(secretBytes),
  ]).toString('base64url')
  return { token, tokenHash: sha256(token) }
}

/** Where to look for a token, and as what; null where it cannot be one. */
export function readInvitationToken(token: string): { organizationId: string; tokenHash: Buffer } | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== idBytes + secretBytes || bytes.toString('base64url') !== token) return null
  const hex = bytes.subarray(0, idBytes).toString('hex')
  return {
    organizationId: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    tokenHash: sha256(token),
  }
}
