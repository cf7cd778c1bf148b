import { createHash, randomBytes, randomInt } from 'node:crypto'

/** A new bearer token: 32 random bytes, base64url. Only its hash is ever stored. */
export const newToken = (): string => randomBytes(32).toString('base64url')
export const sha256 = (text: string | Buffer): Buffer => createHash('sha256').update(text).digest()
/** Six digits for a person to type; short-lived and counted, because it can be guessed. */
export const newCode = (): string => String(randomInt(0, 1_000_000)).padStart(6, '0')
