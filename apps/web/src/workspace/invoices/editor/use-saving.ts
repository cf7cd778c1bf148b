import { useQueryClient } from '@tanstack/react-query'
import { problemOf, useLocale, useTexts } from '@portico/ui'
import { useState } from 'react'
import { api, unwrap } from '../../../shared/api.ts'
import { invoiceQuery, useSaveDraft, type Invoice } from '../invoices-data.ts'
import { clientQuery } from '../lookups.ts'
import { errorsOf, errorsOfRefusal, type DraftErrors } from './draft-errors.ts'
import { bodyOf, draftClientOf, draftOf, type Draft, type DraftDefaults } from './draft.ts'
import { formatDecimal } from './line-cells.tsx'
import type { Conflict } from './notices.tsx'
import { editorTexts } from './texts.ts'
import type { DraftState } from './use-draft.ts'

export type Saved = Pick<Invoice, 'id' | 'version'>

export interface Saving {
  /** What the server has; null before the first save. */
  saved: Saved | null
  errors: DraftErrors
  setErrors: (errors: DraftErrors) => void
  /** A refusal that is about no field. */
  refusal: unknown
  isSaving: boolean
  /** Null where something has to be put right first. */
  save: () => Promise<Invoice | null>
  conflict: Conflict | null
  showTheirs: () => Promise<void>
  keepMine: () => Promise<void>
  backToMine: () => void
}

/** Saving a draft, with the refusals where they belong and a lost race explained instead of won silently. */
export function useSaving(state: DraftState, opened: string | null, defaults: DraftDefaults): Saving {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const queries = useQueryClient()
  const saving = useSaveDraft()
  const [id, setId] = useState(opened)
  const saved: Saved | null = id !== null && state.version !== null ? { id, version: state.version } : null
  const [errors, setErrors] = useState<DraftErrors>({})
  const [refusal, setRefusal] = useState<unknown>(null)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [mine, setMine] = useState<Draft | null>(null)

  async function send(from: Saved | null): Promise<Invoice | null> {
    const { draft } = state
    const found = errorsOf(draft, t, formatDecimal('1.5', locale))
    setErrors(found)
    setRefusal(null)
    if (Object.keys(found).length > 0) return null
    try {
      const invoice = await saving.mutateAsync({ saved: from, body: bodyOf(draft) })
      setId(invoice.id)
      setConflict(null)
      setMine(null)
      state.markSaved(draft, invoice.version)
      return invoice
    } catch (error) {
      if (problemOf(error)?.code === 'version_mismatch') {
        setConflict({ shown: 'mine' })
        return null
      }
      const refused = errorsOfRefusal(error, draft)
      if (refused) setErrors(refused)
      setRefusal(refused ? null : error)
      return null
    }
  }

  async function newest(id: string): Promise<Invoice> {
    const invoice = await unwrap(
      api.GET('/v1/invoices/{invoice_id}', { params: { path: { invoice_id: id } } }),
    )
    queries.setQueryData(invoiceQuery(id).queryKey, invoice)
    return invoice
  }

  async function showTheirs(): Promise<void> {
    if (!saved) return
    try {
      const invoice = await newest(saved.id)
      const client = await queries.ensureQueryData(clientQuery(invoice.client.id))
      const theirs = draftOf(invoice, draftClientOf(client), defaults)
      setMine(state.draft)
      state.change({ kind: 'replace', draft: theirs })
      state.markSaved(theirs, invoice.version)
      setErrors({})
      setConflict({ shown: 'theirs' })
    } catch (error) {
      setRefusal(error)
    }
  }

  return {
    saved,
    errors,
    setErrors,
    refusal,
    isSaving: saving.isPending,
    save: () => send(saved),
    conflict,
    showTheirs,
    async keepMine() {
      if (!saved) return
      try {
        const { id, version } = await newest(saved.id)
        await send({ id, version })
      } catch (error) {
        setRefusal(error)
      }
    },
    backToMine() {
      if (!mine) return
      state.change({ kind: 'replace', draft: mine })
      setConflict({ shown: 'mine' })
      setMine(null)
    },
  }
}
