import type { Keyring } from '../../platform/crypto/keyring.ts'
import { readFileLink, signFileLink, type Disposition } from '../../platform/uploads/index.ts'

/** What a signed link leads to: a stored file, or the PDF of an issued document, which may still have to be rendered. */
export type LinkTarget = { kind: 'file' | 'invoice' | 'receipt'; id: string }
export type DocumentKind = 'invoice' | 'receipt'

const minute = 60_000
const fileMinutes = 15
/** Pages with a list of documents stay open longer than one that shows a picture. */
const documentMinutes = 60

/**
 * The address of an uploaded file for somebody who was just found to be allowed to see it; it works without a session for at
 * most 15 minutes. `now` is an ISO instant.
 */
export function fileUrl(
  keyring: Keyring,
  organizationId: string,
  fileId: string,
  now: string,
  disposition: Disposition = 'inline',
): string {
  return address(keyring, organizationId, fileId, now, fileMinutes, disposition)
}

/** The address of an issued document's PDF, for plain links in the browser, which can send no headers; at most an hour. */
export function documentUrl(
  keyring: Keyring,
  organizationId: string,
  kind: DocumentKind,
  documentId: string,
  now: string,
  disposition: Disposition = 'attachment',
): string {
  return address(keyring, organizationId, `${kind}:${documentId}`, now, documentMinutes, disposition)
}

/** Moments are cut to a grid of five minutes, so that a page that asks again gets the same address and the browser's copy is used. */
function address(
  keyring: Keyring,
  organizationId: string,
  target: string,
  now: string,
  minutes: number,
  disposition: Disposition,
): string {
  const grid = 5 * minute
  const expiresAt = new Date(Math.floor((Date.parse(now) + minutes * minute) / grid) * grid)
  return `/v1/files/${signFileLink(keyring.key('file-links'), { organizationId, fileId: target, expiresAt, disposition })}`
}

/** What a token leads to, or null where it is not ours or has expired. */
export function readFileToken(
  keyring: Keyring,
  token: string,
  now: string,
): { organizationId: string; target: LinkTarget; disposition: Disposition } | null {
  const reading = readFileLink(keyring.key('file-links'), token, new Date(now))
  if (!reading.ok) return null
  const { organizationId, fileId, disposition } = reading.link
  const [first = '', second] = fileId.split(':')
  return {
    organizationId,
    disposition,
    target: second === undefined ? { kind: 'file', id: first } : { kind: first as DocumentKind, id: second },
  }
}
