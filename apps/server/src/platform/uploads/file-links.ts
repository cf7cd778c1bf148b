import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

export type Disposition = 'inline' | 'attachment'

/** What a link lets its bearer do: fetch this one file of this organization until a moment, shown or saved. */
export interface FileLink {
  organizationId: string
  fileId: string
  expiresAt: Date
  disposition: Disposition
}

export type FileLinkReading =
  | { ok: true; link: FileLink }
  | { ok: false; reason: 'malformed' | 'unknown_key' | 'forged' | 'expired' }

const format = 'f1'
const purpose = 'portico file link'
const shortestKey = 32
const longestToken = 1024

/** Names a key without telling anything of it, so that links outlive the change to a new key. */
function keyIdOf(key: Buffer): string {
  return createHash('sha256').update(`${purpose} key id\0`).update(key).digest('base64url').slice(0, 8)
}

function macOf(key: Buffer, signed: string): Buffer {
  return createHmac('sha256', key).update(`${purpose}\0${signed}`).digest()
}

/**
 * Signs a link: `f1.<key id>.<payload>.<HMAC-SHA256>`, all base64url, safe in an address. It cannot be revoked, so give it
 * minutes; what must be revocable goes through a private link that signs file links anew.
 * @throws RangeError for a key under 32 bytes or an expiry that is no moment
 */
export function signFileLink(key: Buffer, link: FileLink): string {
  if (key.length < shortestKey) throw new RangeError('A key for file links has at least 32 bytes.')
  const expires = Math.floor(link.expiresAt.getTime() / 1000)
  if (!Number.isSafeInteger(expires)) throw new RangeError('A file link needs a moment at which it expires.')
  const payload = JSON.stringify([link.organizationId, link.fileId, expires, link.disposition])
  const signed = `${format}.${keyIdOf(key)}.${Buffer.from(payload).toString('base64url')}`
  return `${signed}.${macOf(key, signed).toString('base64url')}`
}

function linkOf(payload: string): FileLink | undefined {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(payload, 'base64url').toString())
  } catch {
    return undefined
  }
  if (!Array.isArray(parts) || parts.length !== 4) return undefined
  const [organizationId, fileId, expires, disposition]: unknown[] = parts
  if (typeof organizationId !== 'string' || typeof fileId !== 'string' || typeof expires !== 'number')
    return undefined
  if (disposition !== 'inline' && disposition !== 'attachment') return undefined
  return { organizationId, fileId, expiresAt: new Date(expires * 1000), disposition }
}

/**
 * Reads a token that anybody may have written. Give all keys that still count, the current one first. The payload is
 * parsed only after its signature holds; the comparison takes the same time whatever differs.
 */
export function readFileLink(keys: Buffer | readonly Buffer[], token: string, now: Date): FileLinkReading {
  const [shape, keyId, payload, mac, ...rest] = token.length > longestToken ? [] : token.split('.')
  if (shape !== format || !keyId || !payload || !mac || rest.length > 0)
    return { ok: false, reason: 'malformed' }
  const key = (Buffer.isBuffer(keys) ? [keys] : keys).find((each) => keyIdOf(each) === keyId)
  if (!key) return { ok: false, reason: 'unknown_key' }
  const expected = macOf(key, `${shape}.${keyId}.${payload}`)
  const given = Buffer.from(mac, 'base64url')
  // The text is compared too: base64url has several spellings of the same bytes, and a link has one.
  const sound = given.length === expected.length && timingSafeEqual(given, expected)
  if (!sound || expected.toString('base64url') !== mac) return { ok: false, reason: 'forged' }
  const link = linkOf(payload)
  if (!link) return { ok: false, reason: 'malformed' }
  return link.expiresAt > now ? { ok: true, link } : { ok: false, reason: 'expired' }
}
