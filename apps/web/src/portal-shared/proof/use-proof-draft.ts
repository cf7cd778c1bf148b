import { useCallback, useEffect, useMemo, useState } from 'react'
import { dropFile, keepFile, keptFile } from './kept-file.ts'

/** What is typed, under the names of the contract. The amount is a decimal number with a point. */
export interface ProofFields {
  pasted_text: string
  amount: string
  paid_on: string
  payer: string
  reference: string
  receiving_account_id: string
  note: string
  your_name: string
}

const EMPTY: ProofFields = {
  pasted_text: '',
  amount: '',
  paid_on: '',
  payer: '',
  reference: '',
  receiving_account_id: '',
  note: '',
  your_name: '',
}

export interface ProofDraft {
  fields: ProofFields
  file: File | null
  /** Something was begun before this page was opened. */
  isRestored: boolean
  change: (fields: Partial<ProofFields>) => void
  chooseFile: (file: File | null) => void
  /** The same for every try until something is changed. */
  keyForSending: () => string
  clear: () => void
}

interface Stored {
  fields: ProofFields
  key: string | null
}

const PREFIX = 'portico.proof.'

function read(invoiceId: string): Stored {
  try {
    const text = sessionStorage.getItem(PREFIX + invoiceId)
    const stored = text ? (JSON.parse(text) as Stored) : null
    return stored ? { fields: { ...EMPTY, ...stored.fields }, key: stored.key } : { fields: EMPTY, key: null }
  } catch {
    return { fields: EMPTY, key: null }
  }
}

function write(invoiceId: string, stored: Stored): void {
  try {
    sessionStorage.setItem(PREFIX + invoiceId, JSON.stringify(stored))
  } catch {
    // A browser that keeps nothing: the words then live as long as the page.
  }
}

const hasWords = (fields: ProofFields): boolean => Object.values(fields).some((value) => value.trim() !== '')

/**
 * A proof that is being put together. Words stay in the tab's own storage and the file on the device until the server has them, with
 * the key of the try that may have arrived although its answer was lost.
 */
export function useProofDraft(invoiceId: string): ProofDraft {
  const [stored, setStored] = useState(() => read(invoiceId))
  const [file, setFile] = useState<File | null>(null)
  const [isRestored, setRestored] = useState(() => hasWords(read(invoiceId).fields))

  useEffect(() => {
    let isGone = false
    void keptFile(invoiceId).then((kept) => {
      if (isGone || !kept) return
      setFile((chosen) => chosen ?? kept)
      setRestored(true)
    })
    return () => {
      isGone = true
    }
  }, [invoiceId])

  const save = useCallback(
    (next: Stored) => {
      setStored(next)
      write(invoiceId, next)
    },
    [invoiceId],
  )

  return useMemo(
    () => ({
      fields: stored.fields,
      file,
      isRestored,
      change: (fields) => save({ fields: { ...stored.fields, ...fields }, key: null }),
      chooseFile(chosen) {
        setFile(chosen)
        save({ ...stored, key: null })
        void (chosen ? keepFile(invoiceId, chosen) : dropFile(invoiceId))
      },
      keyForSending() {
        const key = stored.key ?? crypto.randomUUID()
        save({ ...stored, key })
        return key
      },
      clear() {
        setStored({ fields: EMPTY, key: null })
        setFile(null)
        setRestored(false)
        sessionStorage.removeItem(PREFIX + invoiceId)
        void dropFile(invoiceId)
      },
    }),
    [stored, file, isRestored, invoiceId, save],
  )
}

/** Signing out leaves nothing of what was begun. */
export function forgetProofDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
}
