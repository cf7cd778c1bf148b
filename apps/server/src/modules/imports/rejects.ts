import type { RejectRow } from './list-reads.ts'

/**
 * Rows as CSV, as they stood in their file, with line and reason in columns of their own: corrected in a spreadsheet, the file can be
 * brought in again. Rows of several files follow each other, each file under its own header.
 */
export function rejectsCsv(rows: readonly RejectRow[]): string {
  const lines: string[] = []
  let header: string | null = null
  for (const { name, columns, line, cells, notes } of rows) {
    const own = toLine([...columns, 'Portico file', 'Portico line', 'Portico reason'])
    if (header !== `${name} ${own}`) {
      if (header !== null) lines.push('')
      lines.push(own)
      header = `${name} ${own}`
    }
    const reason = notes.map(({ detail }) => detail).join(' ')
    lines.push(toLine([...columns.map((_, at) => cells[at] ?? ''), name, String(line), reason]))
  }
  // The mark at the beginning lets spreadsheets see that it is UTF-8.
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`
}

const toLine = (cells: readonly string[]): string => cells.map(quoted).join(',')

function quoted(cell: string): string {
  // A spreadsheet would run what begins like a formula; amounts such as -5 are none.
  const safe = /^[=@\t\r]/.test(cell) || /^[+-](?![\d.,\s(]*$)/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
