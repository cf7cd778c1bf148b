import { toastUndo, useLocale, useTexts } from '@portico/ui'
import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import { focusField } from './draft-errors.ts'
import { emptyLine, isBlank, lineFromItem, type Draft } from './draft.ts'
import type { DraftChange } from './draft-changes.ts'
import type { Subject } from './explain.tsx'
import type { LineDeeds } from './line-row.tsx'
import { linesOfRows, readRows } from './paste-lines.ts'
import { editorTexts } from './texts.ts'

export interface LineCommands {
  deeds: LineDeeds
  add: () => void
  paste: (text: string, at: string | null) => void
}

/** What can be done to lines, with the cursor ending where the person goes on. */
export function useLineDeeds(options: {
  draft: Draft
  root: RefObject<HTMLElement | null>
  defaultTax: string | null
  isPhone: boolean
  change: (change: DraftChange) => void
  onOpen: (key: string) => void
  onExplain: (subject: Subject, title: string, from: HTMLElement) => void
}): LineCommands {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const latest = useRef(options)
  latest.current = options
  const wantedFocus = useRef<string | null>(null)
  const { draft, root } = options

  useLayoutEffect(() => {
    const field = wantedFocus.current
    if (!field) return
    wantedFocus.current = null
    focusField(root.current, field)
  }, [draft.lines, root])

  const insertAt = useCallback((position: number) => {
    const { change, defaultTax, isPhone, onOpen } = latest.current
    const line = emptyLine(defaultTax)
    change({ kind: 'insert_lines', at: position, lines: [line] })
    if (isPhone) onOpen(line.key)
    else wantedFocus.current = `lines.${line.key}.description`
  }, [])

  const deeds = useMemo<LineDeeds>(() => {
    const positionOf = (key: string) => latest.current.draft.lines.findIndex((line) => line.key === key)
    return {
      change: (key, values) => latest.current.change({ kind: 'change_line', key, values }),
      pick(key, item) {
        const line = latest.current.draft.lines[positionOf(key)]
        if (!line) return
        const values = lineFromItem(line, item, latest.current.draft.currency)
        latest.current.change({ kind: 'change_line', key, values })
        wantedFocus.current = `lines.${key}.quantity`
      },
      insertAfter: (key) => insertAt(positionOf(key) + 1),
      remove(key) {
        const { draft: before, change, defaultTax } = latest.current
        const at = positionOf(key)
        const line = before.lines[at]
        if (!line) return
        change({ kind: 'remove_lines', keys: [key] })
        if (before.lines.length === 1) change({ kind: 'insert_lines', at: 0, lines: [emptyLine(defaultTax)] })
        const next = before.lines[at + 1] ?? before.lines[at - 1]
        if (next) wantedFocus.current = `lines.${next.key}.description`
        if (isBlank(line)) return
        toastUndo({
          message: t('removed', { position: at + 1 }),
          undo: () =>
            latest.current.change({
              kind: 'insert_lines',
              at: Math.min(at, latest.current.draft.lines.length),
              lines: [line],
            }),
        })
      },
      move(key, by, field) {
        latest.current.change({ kind: 'move_line', key, by })
        wantedFocus.current = `lines.${key}.${field}`
      },
      moveTo: (key, position) => latest.current.change({ kind: 'move_line_to', key, at: position }),
      explain: (key, from) => {
        const index = positionOf(key)
        latest.current.onExplain({ kind: 'line', index }, t('line', { position: index + 1 }), from)
      },
    }
  }, [insertAt, t])

  const paste = useCallback(
    (text: string, at: string | null) => {
      const { draft: before, change, defaultTax } = latest.current
      const lines = linesOfRows(readRows(text), { locale, taxRateKey: defaultTax }).slice(
        0,
        1000 - before.lines.length,
      )
      if (lines.length === 0) return
      const into = before.lines.findIndex((line) => line.key === at)
      const target = before.lines[into]
      const replaces = target && isBlank(target) ? target.key : undefined
      const position = into < 0 ? before.lines.length : into + 1
      change({ kind: 'insert_lines', at: position, lines, replaces })
      const last = lines.at(-1)
      if (last) wantedFocus.current = `lines.${last.key}.description`
      toastUndo({
        message: t('pasted', { count: lines.length }),
        undo: () => {
          const keys = lines.map((line) => line.key)
          latest.current.change({ kind: 'remove_lines', keys })
          const isEmpty = latest.current.draft.lines.every((line) => keys.includes(line.key))
          if (isEmpty) latest.current.change({ kind: 'insert_lines', at: 0, lines: [emptyLine(defaultTax)] })
        },
      })
    },
    [locale, t],
  )

  return { deeds, paste, add: () => insertAt(latest.current.draft.lines.length) }
}
