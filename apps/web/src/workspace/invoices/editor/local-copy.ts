import type { Draft } from './draft.ts'

/** What was typed and not saved yet, kept in this browser: a reload, a crash or a lost connection loses nothing. */
export interface LocalCopy {
  draft: Draft
  /** The version the draft was read at; null for one that was never saved. */
  version: number | null
  at: string
}

/** `place` is the invoice's id, or `new` with the client that the draft was begun for. */
const keyOf = (organizationId: string, place: string): string => `portico-draft ${organizationId} ${place}`

export function readLocalCopy(organizationId: string, place: string): LocalCopy | null {
  try {
    const text = localStorage.getItem(keyOf(organizationId, place))
    const copy = text ? (JSON.parse(text) as LocalCopy) : null
    return copy && Array.isArray(copy.draft.lines) ? copy : null
  } catch {
    return null
  }
}

export function writeLocalCopy(organizationId: string, place: string, copy: LocalCopy): void {
  try {
    localStorage.setItem(keyOf(organizationId, place), JSON.stringify(copy))
  } catch {
    // A full or closed store only costs the copy; the page itself still holds what was typed.
  }
}

export function dropLocalCopy(organizationId: string, place: string): void {
  try {
    localStorage.removeItem(keyOf(organizationId, place))
  } catch {
    // Nothing was kept.
  }
}
