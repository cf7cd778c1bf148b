import { useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import { changeDraft, type DraftChange } from './draft-changes.ts'
import type { Draft } from './draft.ts'
import { dropLocalCopy, readLocalCopy, writeLocalCopy, type LocalCopy } from './local-copy.ts'

interface State {
  draft: Draft
  /** What the server has, or what the page began with. */
  saved: Draft
}

type Change = DraftChange | { kind: 'saved'; draft: Draft }

function reduce(state: State, change: Change): State {
  return change.kind === 'saved'
    ? { ...state, saved: change.draft }
    : { ...state, draft: changeDraft(state.draft, change) }
}

const PAUSE = 400

export interface DraftState {
  draft: Draft
  isDirty: boolean
  /** The version that the draft was written from; null for one that was never saved. */
  version: number | null
  change: (change: DraftChange) => void
  /** This draft is what the server now has, in this version. */
  markSaved: (draft: Draft, version: number) => void
  /** What was found in this browser when the page was opened. */
  restored: LocalCopy | null
  discardRestored: () => void
}

/** The draft while it is written; every pause in typing leaves a copy in this browser until it is saved. */
export function useDraft(options: {
  organizationId: string
  /** The invoice's id, or `new` with the client it was begun for: each has a copy of its own. */
  place: string
  version: number | null
  initial: Draft
}): DraftState {
  const { organizationId, place, initial } = options
  const [opened] = useState(options.version)
  const [restored, setRestored] = useState(() => readLocalCopy(organizationId, place))
  // What was found here was written from the version that it was begun from. Somebody may have saved a newer one since.
  const [version, setVersion] = useState(restored ? restored.version : opened)
  const [{ draft, saved }, dispatch] = useReducer(reduce, null, () => ({
    draft: restored?.draft ?? initial,
    saved: initial,
  }))
  const isDirty = draft !== saved

  useEffect(() => {
    if (!isDirty) return
    const write = () =>
      writeLocalCopy(organizationId, place, { draft, version, at: new Date().toISOString() })
    const timer = setTimeout(write, PAUSE)
    window.addEventListener('pagehide', write)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', write)
    }
  }, [draft, isDirty, organizationId, place, version])

  const markSaved = useCallback(
    (sent: Draft, sentVersion: number) => {
      dispatch({ kind: 'saved', draft: sent })
      setVersion(sentVersion)
      setRestored(null)
      dropLocalCopy(organizationId, place)
    },
    [organizationId, place],
  )
  const discardRestored = useCallback(() => {
    dropLocalCopy(organizationId, place)
    setRestored(null)
    setVersion(opened)
    dispatch({ kind: 'replace', draft: initial })
  }, [organizationId, place, initial, opened])

  return useMemo(
    () => ({ draft, isDirty, version, change: dispatch, markSaved, restored, discardRestored }),
    [draft, isDirty, version, markSaved, restored, discardRestored],
  )
}
