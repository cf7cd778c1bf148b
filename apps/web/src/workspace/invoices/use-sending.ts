import { useState } from 'react'
import type { SendPreview, Sending } from './invoices-data.ts'

/**
 * To whom and with which words: as usual, or as planned, until somebody changes it. What was changed is then theirs, whatever is read
 * again meanwhile; issuing alone reads the preview again.
 */
export function useSending(
  preview: SendPreview | undefined,
  planned?: { to: string[] | null; cc: string[] | null; message: string | null } | null,
): [Sending, (sending: Sending) => void] {
  const [typed, setTyped] = useState<Partial<Sending>>({})
  const sending: Sending = {
    to: planned?.to ?? preview?.to.map(({ email }) => email) ?? [],
    cc: planned?.cc ?? preview?.cc.map(({ email }) => email) ?? [],
    message: planned?.message ?? '',
    ...typed,
  }
  const change = ({ to, cc, message }: Sending): void =>
    setTyped({
      ...typed,
      ...(to !== sending.to && { to }),
      ...(cc !== sending.cc && { cc }),
      ...(message !== sending.message && { message }),
    })
  return [sending, change]
}
