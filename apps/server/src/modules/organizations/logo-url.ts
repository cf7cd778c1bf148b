import { toPublicId } from '@portico/contract'

/** Where a logo is shown from: a path of our own whose last part is the hash of its content, so that it can be kept for ever. */
export const logoUrl = (organizationId: string, sha256: Buffer | null): string | null =>
  sha256 ? `/logos/${toPublicId('organization', organizationId)}/${sha256.toString('hex')}.png` : null
