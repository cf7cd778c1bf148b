import { useRef } from 'react'

/**
 * One Idempotency-Key per thing that a person wants done: the second click and the retry after a lost connection send the same key,
 * so the deed happens once. Another body, or the next deed after a success, gets a key of its own.
 */
export function useIntent(): {
  headerFor: (body: unknown) => { 'Idempotency-Key': string }
  isDone: () => void
} {
  const current = useRef<{ body: string; key: string } | null>(null)
  return {
    headerFor(body) {
      const text = JSON.stringify(body)
      if (current.current?.body !== text) current.current = { body: text, key: crypto.randomUUID() }
      return { 'Idempotency-Key': current.current.key }
    },
    isDone() {
      current.current = null
    },
  }
}
