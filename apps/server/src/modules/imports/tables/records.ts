import { parse } from 'csv-parse'
import { parse as parseAll } from 'csv-parse/sync'

export type Delimiter = ',' | ';' | '\t' | '|'
export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|']

/** A record of a table: its cells, and the line of the file on which it begins, counted from 1. */
export type TableRecord = { line: number; cells: string[] }

const options = (delimiter: Delimiter) =>
  ({
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: 4 * 1024 * 1024,
  }) as const

type Parsed = { record: string[]; info: { lines: number } }

/**
 * Where a record begins: it is known where it ends, and quoted cells may hold line breaks, of which the parser counts `\r\n` as two.
 */
function lineTeller(): (parsed: Parsed) => TableRecord {
  let twice = 0
  return ({ record, info }) => {
    let breaks = 0
    for (const cell of record) {
      if (!cell.includes('\n') && !cell.includes('\r')) continue
      for (const found of cell.matchAll(/\r\n|\n|\r/g)) {
        breaks++
        if (found[0] === '\r\n') twice++
      }
    }
    return { line: Math.max(1, info.lines - twice - breaks), cells: record }
  }
}

const isEmpty = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '')

/** The first records of a text; the last one is left out where the text is cut. */
export function firstRecords(
  text: string,
  delimiter: Delimiter,
  most: number,
  isWhole: boolean,
): TableRecord[] {
  const cut = isWhole ? text : text.slice(0, Math.max(text.lastIndexOf('\n'), 0))
  try {
    return (parseAll(cut, { ...options(delimiter), to: most + 50 }) as unknown as Parsed[])
      .map(lineTeller())
      .filter(({ cells }) => !isEmpty(cells))
      .slice(0, most)
  } catch {
    // An open quote in the head of a long file, or another delimiter's quotes: not readable this way.
    return []
  }
}

/** All records of a text that arrives in pieces, without empty ones; in constant memory. */
export async function* recordsOf(
  text: AsyncIterable<string>,
  delimiter: Delimiter,
): AsyncGenerator<TableRecord> {
  const parser = parse(options(delimiter))
  const toRecord = lineTeller()
  const fed = (async () => {
    for await (const piece of text)
      if (!parser.write(piece)) await new Promise((resume) => parser.once('drain', resume))
    parser.end()
  })().catch((error: unknown) => parser.destroy(error as Error))
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      const record = toRecord(parsed)
      if (!isEmpty(record.cells)) yield record
    }
  } finally {
    parser.destroy()
    await fed
  }
}
