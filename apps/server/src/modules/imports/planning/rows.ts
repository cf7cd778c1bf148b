import { fieldOf, type Kind } from '../fields.ts'
import { decidedMark, readNumber, type Mark, type NumberProblem } from '../tables/amounts.ts'
import { decidedOrder, readDate, type DateProblem, type Order } from '../tables/dates.ts'
import type { FileRow } from '../batch-reads.ts'

export type Outcome = 'ready' | 'repaired' | 'matched' | 'unchanged' | 'dropped' | 'review' | 'rejected'
export type Note = {
  code: string
  severity: 'info' | 'repaired' | 'rejected'
  field: string | null
  detail: string
}

/** How one file is to be read: which column says what, and what its dates and numbers mean. */
export type Conventions = {
  fileId: string
  source: string
  mapping: Readonly<Record<string, number>>
  order: Order | null
  mark: Mark | null
}

export const conventionsOf = (file: FileRow): Conventions => ({
  fileId: file.id,
  source: file.source ?? 'csv',
  mapping: file.mapping,
  order: file.date_order ?? (file.evidence && decidedOrder(file.evidence.dates)),
  mark: file.decimal_mark ?? (file.evidence && decidedMark(file.evidence.numbers)),
})

export type StoredRow = {
  id: string
  file_id: string
  line: number
  kind: Kind
  document_key: string | null
  cells: string[]
  corrections: Record<string, string> | null
  is_skipped: boolean
}

const numberProblems: Record<NumberProblem, (text: string) => string> = {
  empty: () => 'is empty',
  not_a_number: (text) => `“${text}” is not a number`,
  ambiguous: (text) => `“${text}” can be read in two ways: say what the decimal mark of the file is`,
  unknown_currency: (text) => `“${text}” names a currency that does not exist`,
  too_many_decimals: (text) => `“${text}” has more than 8 decimals`,
  out_of_range: (text) => `“${text}” is too large`,
}
const dateProblems: Record<DateProblem, (text: string) => string> = {
  empty: () => 'is empty',
  not_a_date: (text) => `“${text}” is not a date`,
  ambiguous: (text) => `“${text}” can be read in two ways: say how the file writes its dates`,
}

/** A row while it is planned: its values by our field, and what is found out about it. */
export class Row {
  readonly stored: StoredRow
  readonly conventions: Conventions
  outcome: Outcome = 'ready'
  label = ''
  readonly notes: Note[] = []
  readonly causes = new Set<string>()

  constructor(stored: StoredRow, conventions: Conventions) {
    this.stored = stored
    this.conventions = conventions
    if (stored.is_skipped) {
      this.outcome = 'dropped'
      this.note('skipped', 'info', null, 'Left out by hand.')
    }
  }

  get kind(): Kind {
    return this.stored.kind
  }
  get isRejected(): boolean {
    return this.outcome === 'rejected'
  }
  get isOut(): boolean {
    return this.outcome === 'rejected' || this.outcome === 'dropped' || this.outcome === 'review'
  }

  has(field: string): boolean {
    return this.text(field) !== ''
  }

  /** As it stands in the file, or was corrected; white space around it and inside is one space. */
  text(field: string, most = 200): string {
    return this.raw(field).replaceAll(/\s+/g, ' ').trim().slice(0, most)
  }
  /** With its line breaks. */
  paragraph(field: string, most = 2000): string {
    // oxlint-disable-next-line no-control-regex -- control characters are exactly what is taken out
    return this.raw(field)
      .replaceAll('\r\n', '\n')
      .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
      .trim()
      .slice(0, most)
  }
  raw(field: string): string {
    const corrected = this.stored.corrections?.[field]
    if (corrected !== undefined) return corrected
    const at = this.conventions.mapping[field]
    return at === undefined ? '' : (this.stored.cells[at] ?? '')
  }

  /** A decimal, canonical; null where the cell is empty or was refused. */
  number(field: string): { decimal: string; currency: string | null } | null {
    const text = this.raw(field)
    if (text.trim() === '') return null
    const read = readNumber(text.replace(/%\s*$/, ''), this.conventions.mark)
    if (!read.ok) {
      this.reject(
        read.problem,
        field,
        `${this.nameOf(field)} ${numberProblems[read.problem](text.trim().slice(0, 60))}.`,
      )
      return null
    }
    if (read.repair) this.repair('float_noise', field, `${this.nameOf(field)}: ${read.repair}.`)
    return read
  }

  date(field: string): string | null {
    const text = this.raw(field)
    if (text.trim() === '') return null
    const read = readDate(text, this.conventions.order)
    if (read.ok) return read.date
    this.reject(
      read.problem === 'ambiguous' ? 'ambiguous_date' : 'not_a_date',
      field,
      `${this.nameOf(field)} ${dateProblems[read.problem](text.trim().slice(0, 60))}.`,
    )
    return null
  }

  nameOf(field: string): string {
    return fieldOf(this.kind, field)?.label ?? field
  }

  note(code: string, severity: Note['severity'], field: string | null, detail: string): void {
    if (this.notes.length < 20 && !this.notes.some((note) => note.code === code && note.detail === detail))
      this.notes.push({ code, severity, field, detail })
  }
  repair(code: string, field: string | null, detail: string): void {
    this.note(code, 'repaired', field, detail)
    if (this.outcome === 'ready') this.outcome = 'repaired'
    this.causes.add('repaired_value')
  }
  reject(code: string, field: string | null, detail: string): void {
    this.note(code, 'rejected', field, detail)
    this.outcome = 'rejected'
    this.causes.add('rejected')
  }
  /** Leaves the row out, or says what it is used as; rejected stays rejected. */
  become(outcome: Outcome, code: string, detail: string, severity: Note['severity'] = 'info'): void {
    if (this.isRejected) return
    this.note(code, severity, null, detail)
    this.outcome = outcome
  }
}
