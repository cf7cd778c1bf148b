import type { Draft } from './draft.ts'

/** What was typed and not saved yet, kept in this browser: a reload, a crash or a lost connection loses nothing. */
export interface LocalCopy {
  draft: Draft
  /** The version the draft was read at; null for one that was never saved. */
  version: number | null
  at: string
}

const keyOf = (organizationId: string, invoiceId: string | null): string =>
  `portico-draft ${organizationId} ${invoiceId ?? 'new'}`

export function readLocalCopy(organizationId: string, invoiceId: string | null): LocalCopy | null {
  try {
    const text = localStorage.getItem(keyOf(organizationId, invoiceId))
    const copy = text ? (JSON.parse(text) as LocalCopy) : null
    return copy && Array.isArray(copy.draft.lines) ? copy : null
  } catch {
    return null
  }
}

export function writeLocalCopy(organizationId: string, invoiceId: string | null, copy: LocalCopy): void {
  try {
    localStorage.setItem(keyOf(organizationId, invoiceId), JSON.stringify(copy))
  } catch {
    // A full or closed store only costs the copy; the page itself still holds what was typed.
  }
}

export function dropLocalCopy(organizationId: string, invoiceId: string | null): void {
  try {
    localStorage.removeItem(keyOf(organizationId, invoiceId))
  } catch {
    // Nothing was kept.
  }
}
