import { fieldsOf, kinds, writtenForm, type Kind } from '../fields.ts'
import { delimiters, firstRecords, type Delimiter, type TableRecord } from '../tables/records.ts'
import { foreignFiles, type Source, type SourceFile } from './definitions.ts'
import { freshbooks } from './freshbooks.ts'
import { invoiceNinja } from './invoice-ninja.ts'
import { others } from './others.ts'
import { zoho } from './zoho.ts'

export const sourceFiles: readonly SourceFile[] = [...invoiceNinja, ...freshbooks, ...zoho, ...others]

/** What a file was found to be by its first lines. */
export type Recognised = {
  delimiter: Delimiter
  header: TableRecord
  columns: string[]
  source: Source | null
  kind: Kind | null
  /** Our field → column. */
  mapping: Record<string, number>
  sample: string[][]
}

/** The header stands among the first lines; above it may be a title. */
const deepestHeader = 30
const lookedAt = 80

/** Headers with the nth of a name told apart: `phone`, `phone#2`. */
export function namedColumns(columns: readonly string[]): Map<string, number> {
  const named = new Map<string, number>()
  const seen = new Map<string, number>()
  columns.forEach((column, at) => {
    const name = writtenForm(column)
    if (name === '') return
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    named.set(nth === 1 ? name : `${name}#${nth}`, at)
  })
  return named
}

/** The program that writes such columns, or null. `only` narrows it to the source that somebody named. */
export function sourceFileOf(columns: readonly string[], only: Source | null = null): SourceFile | null {
  const named = namedColumns(columns)
  const candidates = sourceFiles
    .filter(
      ({ source, recognisedBy }) =>
        (only === null || source === only) && recognisedBy.every((name) => named.has(name)),
    )
    .map((file) => ({
      file,
      fit: Object.values(file.columns).filter((name) => named.has(name)).length / named.size,
    }))
  return candidates.toSorted((a, b) => b.fit - a.fit)[0]?.file ?? null
}

export function mappingBy(file: SourceFile, columns: readonly string[]): Record<string, number> {
  const named = namedColumns(columns)
  return Object.fromEntries(
    Object.entries(file.columns).flatMap(([field, name]) => {
      const at = named.get(name)
      return at === undefined ? [] : [[field, at]]
    }),
  )
}

/** The mapping that the names of the columns suggest for a kind; a column serves one field, the best known name first. */
export function suggestedMapping(kind: Kind, columns: readonly string[]): Record<string, number> {
  const named = namedColumns(columns)
  const mapping: Record<string, number> = {}
  const taken = new Set<number>()
  const most = Math.max(...fieldsOf[kind].map(({ alsoCalled }) => alsoCalled.length))
  const claim = (key: string, at: number | undefined): void => {
    if (at === undefined || taken.has(at) || key in mapping) return
    mapping[key] = at
    taken.add(at)
  }
  for (const { key, label } of fieldsOf[kind])
    claim(key, named.get(writtenForm(key)) ?? named.get(writtenForm(label)))
  for (let rank = 0; rank < most; rank++)
    for (const { key, alsoCalled } of fieldsOf[kind]) claim(key, named.get(alsoCalled[rank] ?? '\0'))
  return mapping
}

/** Which required fields of a kind have no column. */
export const unmappedFields = (kind: Kind, mapping: Readonly<Record<string, number>>): string[] =>
  fieldsOf[kind].filter(({ key, isRequired }) => isRequired && !(key in mapping)).map(({ key }) => key)

/** The kind that a table of nobody's is by its columns; null where two fit alike or none does. */
export function guessedKind(columns: readonly string[]): Kind | null {
  const scores = kinds
    .map((kind) => {
      const mapping = suggestedMapping(kind, columns)
      return { kind, score: unmappedFields(kind, mapping).length > 0 ? 0 : Object.keys(mapping).length }
    })
    .toSorted((a, b) => b.score - a.score)
  const [best, second] = scores
  return best && best.score > 0 && best.score > (second?.score ?? 0) ? best.kind : null
}

const vocabulary = new Set([
  ...kinds.flatMap((kind) =>
    fieldsOf[kind].flatMap(({ key, alsoCalled }) => [writtenForm(key), ...alsoCalled]),
  ),
  ...sourceFiles.flatMap(({ recognisedBy, columns }) => [
    ...recognisedBy,
    ...Object.values(columns).map((name) => name.replace(/#\d+$/, '')),
  ]),
])

/** How much a record reads like a header: names that are known; or at least words, each different, over rows of the same width. */
function headerScore(record: TableRecord, following: readonly TableRecord[]): number {
  const cells = record.cells.map(writtenForm)
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length < 2) return 0
  if (
    filled.some((cell) => cell.length > 80 || /^[-+$€£¥(]?\s*[\d.,' ]+\)?$/.test(cell) || /@.+\./.test(cell))
  )
    return 0
  const known = filled.filter((cell) => vocabulary.has(cell)).length
  const width = record.cells.length
  const fits =
    following.length === 0 ||
    following.filter(({ cells: others_ }) => Math.abs(others_.length - width) <= 1).length /
      following.length >
      0.5
  if (known >= 2) return known * 10 + (fits ? 5 : 0)
  const isWorded = new Set(filled).size >= filled.length * 0.8 && filled.length >= width * 0.6
  // Where several delimiters make words of a line, the one that makes most of them: commas in figures split lines too.
  const worded = 1 + known * 10 + Math.min(filled.length, 90) / 100
  return isWorded && fits && following.length > 0 ? worded : 0
}

/**
 * Finds delimiter and header, whatever stands above it, and who wrote the file.
 * @returns null where no line reads like a header
 */
export function recognise(
  text: string,
  isWhole: boolean,
  given: { source?: Source | null; kind?: Kind | null } = {},
): Recognised | null {
  let best: { delimiter: Delimiter; at: number; records: TableRecord[]; score: number } | null = null
  for (const delimiter of delimiters) {
    const records = firstRecords(text, delimiter, lookedAt, isWhole)
    records.slice(0, deepestHeader).forEach((record, at) => {
      // Of lines that read alike, the one with more columns counts, then the earlier one.
      const likeness = headerScore(record, records.slice(at + 1, at + 11))
      const score = likeness === 0 ? 0 : likeness + record.cells.length / 1000 - at / 100_000
      if (score > 0 && score > (best?.score ?? 0)) best = { delimiter, at, records, score }
    })
  }
  if (!best) return null
  const { delimiter, at, records } = best as { delimiter: Delimiter; at: number; records: TableRecord[] }
  const header = records[at] as TableRecord
  const columns = header.cells.map((cell) => cell.trim())
  const file =
    sourceFileOf(columns, given.source && given.source !== 'csv' ? given.source : null) ??
    sourceFileOf(columns)
  const isOwn =
    file !== null &&
    (given.kind === undefined || given.kind === null || given.kind === file.kind) &&
    given.source !== 'csv'
  const kind = given.kind ?? (isOwn ? file.kind : guessedKind(columns))
  return {
    delimiter,
    header,
    columns,
    source: isOwn ? file.source : kind ? 'csv' : null,
    kind,
    mapping: isOwn ? mappingBy(file, columns) : kind ? suggestedMapping(kind, columns) : {},
    sample: records.slice(at + 1, at + 6).map(({ cells }) => cells.map((cell) => cell.slice(0, 200))),
  }
}

/** What to say of a file that is known and of no use here; null otherwise. */
export function foreignFileDetail(columns: readonly string[]): string | null {
  const named = namedColumns(columns)
  return (
    foreignFiles.find(({ recognisedBy }) => recognisedBy.every((name) => named.has(name)))?.detail ?? null
  )
}
