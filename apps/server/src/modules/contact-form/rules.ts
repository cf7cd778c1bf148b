import type { Keyring } from '../../platform/crypto/keyring.ts'

const quickestPersonMs = 3_000

/** When the form was opened, by its mark; null for a mark that is none of ours. */
export function openMark(keyring: Pick<Keyring, 'verify'>, mark: string): number | null {
  const [at = '', signature = ''] = mark.split('.')
  if (!at || !keyring.verify('contact-form', at, signature)) return null
  return parseInt(at, 36)
}

/**
 * Whether a person wrote it. Machines fill in every field, the hidden one too; they send without having opened the form; or they answer
 * faster than anybody types.
 */
export function judgeMessage(given: {
  trap: string
  openedAt: number | null
  now: number
}): 'person' | 'machine' {
  if (given.trap.trim() !== '' || given.openedAt === null) return 'machine'
  return given.now - given.openedAt >= quickestPersonMs ? 'person' : 'machine'
}
