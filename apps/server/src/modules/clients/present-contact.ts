import { portalRightKeys, type Contact } from '@portico/contract'
import type { z } from 'zod'
import type { ContactRow } from './contact-reads.ts'

export function presentContact({ user_id: _user, rights, ...contact }: ContactRow): z.output<typeof Contact> {
  return { ...contact, rights: portalRightKeys.filter((right) => rights.includes(right)) }
}
