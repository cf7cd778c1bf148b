import { parseTypedDecimal } from '@portico/money'
import { emptyLine, type DraftLine } from './draft.ts'

/**
 * Cells as spreadsheets put them on the clipboard: tabs between cells, line ends between rows, and a cell that holds either of them
 * (or a quote) in double quotes, with quotes doubled. Empty rows are left out.
 */
export function readRows(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (isQuoted) {
      if (sign !== '"') cell += sign
      else if (text.charAt(at + 1) === '"') {
        cell += '"'
        at++
      } else isQuoted = false
    } else if (sign === '"' && cell === '') isQuoted = true
    else if (sign === '\t' || sign === '\n' || sign === '\r') {
      rows.at(-1)?.push(cell)
      cell = ''
      if (sign === '\r' && text.charAt(at + 1) === '\n') at++
      if (sign !== '\t') rows.push([])
    } else cell += sign
  }
  rows.at(-1)?.push(cell)
  return rows.map((row) => row.map((one) => one.trim())).filter((row) => row.some((one) => one !== ''))
}

/** True for what is worth reading as rows: several cells or several lines. A single text is pasted as text. */
export function isTable(text: string): boolean {
  return text.includes('\t') || /[^\r\n][\r\n]+[^\r\n]/.test(text)
}

type Field = 'description' | 'details' | 'quantity' | 'unit' | 'unit_price' | 'discount_percent'

const HEADINGS: readonly (readonly [Field, RegExp])[] = [
  ['quantity', /^(qty|quantity|hours|hrs|count|units|antall|menge|quantité|idadi|kiasi)\b/i],
  ['unit_price', /^(unit ?price|price|rate|unit ?cost|cost|pris|preis|prix|bei)\b/i],
  ['unit', /^(unit|uom|enhet|einheit|unité|kipimo)\b/i],
  ['discount_percent', /^(discount|disc|rabatt|remise|punguzo)/i],
  ['details', /^(details?|notes?|comment|maelezo)\b/i],
  [
    'description',
    /^(description|item|service|product|name|text|what|beskrivelse|beschreibung|désignation|huduma)\b/i,
  ],
]

/**
 * Lines from pasted rows. Headings name the columns where there are any; otherwise the first text is the description, a short second
 * one the unit, and the figures are the price, or quantity and price; a third figure is the amount and only repeats them.
 */
export function linesOfRows(
  rows: readonly string[][],
  options: { locale: string; taxRateKey: string | null },
): DraftLine[] {
  const { locale, taxRateKey } = options
  const named = headingsOf(rows[0] ?? [])
  const data = named ? rows.slice(1) : rows
  const fields = named ?? guessFields(data, locale)
  return data.map((row) => {
    const line = emptyLine(taxRateKey)
    fields.forEach((field, column) => {
      const cell = row[column] ?? ''
      if (!field || cell === '') return
      if (field === 'description') line.description = cell.replace(/\s+/g, ' ').slice(0, 500)
      else if (field === 'details') line.details = cell.slice(0, 2000)
      else if (field === 'unit') line.unit = cell.slice(0, 20)
      else line[field] = figureOf(cell, locale) ?? line[field]
    })
    return line
  })
}

function headingsOf(row: readonly string[]): (Field | null)[] | null {
  const fields = row.map((cell) => HEADINGS.find(([, pattern]) => pattern.test(cell))?.[0] ?? null)
  return fields.includes('description') && fields.filter(Boolean).length > 1 ? fields : null
}

function guessFields(rows: readonly string[][], locale: string): (Field | null)[] {
  const width = Math.max(0, ...rows.map((row) => row.length))
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? ''))
  const isFigure = columns.map((cells) => {
    const filled = cells.filter((cell) => cell !== '')
    return (
      filled.length > 0 &&
      filled.filter((cell) => figureOf(cell, locale) !== null).length >= filled.length * 0.8
    )
  })
  const figures = isFigure.flatMap((is, column) => (is ? [column] : []))
  const texts = isFigure.flatMap((is, column) => (is ? [] : [column]))
  const fields: (Field | null)[] = Array.from({ length: width }, () => null)
  const [first, second] = texts
  if (first !== undefined) fields[first] = 'description'
  if (second !== undefined) {
    const isShort = (columns[second] ?? []).every((cell) => cell.length <= 12)
    fields[second] = isShort ? 'unit' : 'details'
  }
  const [one, two] = figures
  if (one !== undefined && two === undefined) fields[one] = 'unit_price'
  if (one !== undefined && two !== undefined) {
    fields[one] = 'quantity'
    fields[two] = 'unit_price'
  }
  return fields
}

/** "TSh 1,200.50", "1 200,50 NOK" and "15%" are figures; a date or "3 pcs" is text. */
function figureOf(cell: string, locale: string): string | null {
  const bare = cell.replace(/^[^\d\s,.()+-]{1,4}\s?(?=[-\d(])|(?<=\d)\s?(?:%|[A-Z]{3}|\/=)$/gu, '')
  const parsed = parseTypedDecimal(bare, { locale })
  return parsed.ok ? parsed.decimal : null
}
