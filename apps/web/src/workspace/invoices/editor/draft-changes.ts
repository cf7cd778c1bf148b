import { dueDateOf, type PaymentTerms } from '@portico/money'
import type { Draft, DraftLine } from './draft.ts'

export type DraftChange =
  | { kind: 'set'; values: Partial<Omit<Draft, 'lines' | 'due_terms'>> }
  | { kind: 'set_terms'; terms: PaymentTerms | null; today: string }
  | { kind: 'set_issue_date'; date: string; today: string }
  | { kind: 'change_line'; key: string; values: Partial<DraftLine> }
  /** Before the line at this position; a single blank line gives way to what is pasted. */
  | { kind: 'insert_lines'; at: number; lines: DraftLine[]; replaces?: string | undefined }
  | { kind: 'remove_lines'; keys: readonly string[] }
  | { kind: 'move_line'; key: string; by: -1 | 1 }
  | { kind: 'move_line_to'; key: string; at: number }
  | { kind: 'replace'; draft: Draft }

/** Every way a draft changes. Lines that are not touched stay the same objects, so that their rows need not be drawn again. */
export function changeDraft(draft: Draft, change: DraftChange): Draft {
  switch (change.kind) {
    case 'set':
      return withDueChosen({ ...draft, ...change.values }, 'due_date' in change.values)
    case 'set_terms':
      return change.terms
        ? {
            ...draft,
            due_terms: change.terms,
            due_date: dueDateOf(draft.issue_date || change.today, change.terms),
          }
        : { ...draft, due_terms: null }
    case 'set_issue_date': {
      const due_date = draft.due_terms
        ? dueDateOf(change.date || change.today, draft.due_terms)
        : draft.due_date
      return { ...draft, issue_date: change.date, due_date }
    }
    case 'change_line':
      return {
        ...draft,
        lines: draft.lines.map((line) => (line.key === change.key ? { ...line, ...change.values } : line)),
      }
    case 'insert_lines': {
      const lines = draft.lines.toSpliced(change.at, 0, ...change.lines)
      return {
        ...draft,
        lines: change.replaces ? lines.filter((line) => line.key !== change.replaces) : lines,
      }
    }
    case 'remove_lines':
      return { ...draft, lines: draft.lines.filter((line) => !change.keys.includes(line.key)) }
    case 'move_line': {
      const from = draft.lines.findIndex((line) => line.key === change.key)
      return moved(draft, from, from + change.by)
    }
    case 'move_line_to':
      return moved(
        draft,
        draft.lines.findIndex((line) => line.key === change.key),
        change.at,
      )
    case 'replace':
      return change.draft
  }
}

function withDueChosen(draft: Draft, isChosen: boolean): Draft {
  return isChosen ? { ...draft, due_terms: null } : draft
}

function moved(draft: Draft, from: number, to: number): Draft {
  const line = draft.lines[from]
  if (!line || to < 0 || to >= draft.lines.length || from === to) return draft
  return { ...draft, lines: draft.lines.toSpliced(from, 1).toSpliced(to, 0, line) }
}
