import {
  exponentOf,
  fromDecimalString,
  isCurrency,
  MoneyError,
  multiplyToMinor,
  percentOf,
} from '@portico/money'
import type { Row } from './rows.ts'

/** A line as the source has it; amounts in minor units of the document's currency. */
export type SourceLine = {
  row: Row
  name: string
  details: string
  quantity: string
  unit: string
  price: string
  discountPercent: string | null
  net: number
  taxName: string | null
  taxPercent: string | null
  tax: number
}
export type SourcePayment = {
  row: Row
  amount: number
  paidOn: string | null
  method: string | null
  reference: string | null
}

/** An invoice as its rows tell it, before any rule is used. Null amounts are not stated. */
export type SourceDocument = {
  rows: Row[]
  number: string
  externalId: string
  client: { name: string; email: string | null; externalId: string }
  state: 'draft' | 'void' | 'final'
  isSent: boolean
  isPaid: boolean
  currency: string
  issueDate: string
  dueDate: string | null
  paidOn: string | null
  purchaseOrder: string | null
  note: string | null
  terms: string | null
  statedTotal: number | null
  statedPaid: number | null
  statedOpen: number | null
  discount: string | null
  shipping: number
  adjustment: number
  taxTotal: number | null
  lines: SourceLine[]
  payments: SourcePayment[]
}

const drafts = /^(draft|entwurf|unsent|not sent|created)$/i
const voids = /^(void(ed)?|cancell?ed|deleted|reversed|storniert)$/i
const paidWords = /^(paid|fully paid|bezahlt|closed|settled)$/i
const unsent = /^(approved|open|unpaid|new)?$/i

export const stateOf = (status: string): SourceDocument['state'] =>
  drafts.test(status) ? 'draft' : voids.test(status) ? 'void' : 'final'

/** Rounds a decimal of major units to minor units, half away from zero. */
export const toMinor = (decimal: string, currency: string): number => multiplyToMinor('1', decimal, currency)
/** An amount as money: more decimals than the currency has are rounded, and that is said. */
export function minorOf(row: Row, field: string, currency: string): number | null {
  const read = row.number(field)
  if (!read) return null
  if (read.currency && read.currency !== currency) {
    row.reject(
      'other_currency',
      field,
      `${row.nameOf(field)} is in ${read.currency}, the rest in ${currency}.`,
    )
    return null
  }
  try {
    return fromDecimalString(read.decimal, currency).amount
  } catch (error) {
    if (!(error instanceof MoneyError) || error.code !== 'too_many_decimals') {
      row.reject('out_of_range', field, `${row.nameOf(field)} is too large.`)
      return null
    }
    const amount = toMinor(read.decimal, currency)
    row.repair(
      'rounded',
      field,
      `${row.nameOf(field)}: ${read.decimal} has more than ${exponentOf(currency)} decimals and was rounded.`,
    )
    return amount
  }
}

/** The currency that rows name: in their column, else beside an amount, else the one that holds for the batch. */
export function currencyOfRows(
  rows: readonly Row[],
  amountFields: readonly string[],
  fallback: string,
): string | null {
  for (const row of rows) {
    const text = row.text('currency', 20).toUpperCase()
    if (text !== '') {
      if (isCurrency(text)) return text
      row.reject('unknown_currency', 'currency', `There is no currency “${text}”.`)
      return null
    }
    for (const field of amountFields) {
      if (!row.has(field)) continue
      const found = row.number(field)?.currency
      if (found) return found
    }
  }
  return fallback
}

const amountFields = ['total', 'paid', 'open', 'line_price', 'line_total']
const first = (rows: readonly Row[], field: string, most?: number): string =>
  rows.find((row) => row.has(field))?.text(field, most) ?? ''
const firstRow = (rows: readonly Row[], field: string): Row =>
  rows.find((row) => row.has(field)) ?? (rows[0] as Row)

/**
 * One invoice from its rows: the header from the first row that says it, a line from each.
 * @returns null where a row was rejected: then all of its rows are, because half an invoice is none
 */
export function readDocument(rows: readonly Row[], fallbackCurrency: string): SourceDocument | null {
  const lead = rows[0] as Row
  const number = lead.text('number', 60)
  for (const row of rows) row.label = number
  if (number === '') {
    lead.reject('number_missing', 'number', 'The row has no invoice number.')
    return null
  }
  const currency = currencyOfRows(rows, amountFields, fallbackCurrency)
  if (!currency) return null
  const status = first(rows, 'status')
  const issueDate = firstRow(rows, 'issue_date').date('issue_date')
  const dueDate = firstRow(rows, 'due_date').date('due_date')
  const paidOn = firstRow(rows, 'paid_on').date('paid_on')
  if (!issueDate && !firstRow(rows, 'issue_date').isRejected)
    lead.reject('date_missing', 'issue_date', 'The invoice has no date.')
  const name = first(rows, 'client_name')
  const email = first(rows, 'client_email', 254)
  if (name === '' && email === '')
    lead.reject('client_missing', 'client_name', 'The invoice names no client.')
  const amount = (field: string): number | null =>
    rows.some((row) => row.has(field)) ? minorOf(firstRow(rows, field), field, currency) : null
  const statedTotal = amount('total')
  const lines = rows.flatMap((row) => readLine(row, currency, rows.length === 1 ? statedTotal : null))
  const note = firstRow(rows, 'note').paragraph('note')
  const terms = firstRow(rows, 'terms').paragraph('terms')
  const document: SourceDocument = {
    rows: [...rows],
    number,
    externalId: first(rows, 'external_id') || number,
    client: { name: name || email, email: email || null, externalId: first(rows, 'client_external_id') },
    state: stateOf(status),
    isSent: !unsent.test(status),
    isPaid: paidWords.test(status),
    currency,
    issueDate: issueDate ?? '',
    dueDate,
    paidOn,
    purchaseOrder: first(rows, 'purchase_order', 60) || null,
    note: note || null,
    terms: terms || null,
    statedTotal,
    statedPaid: amount('paid'),
    statedOpen: amount('open'),
    discount: rows.some((row) => row.has('discount'))
      ? (firstRow(rows, 'discount').number('discount')?.decimal ?? null)
      : null,
    shipping: amount('shipping') ?? 0,
    adjustment: amount('adjustment') ?? 0,
    taxTotal: amount('tax_total'),
    lines,
    payments: [],
  }
  return rows.some((row) => row.isRejected) ? null : document
}

function readLine(row: Row, currency: string, soleTotal: number | null): SourceLine[] {
  const name = row.text('line_name', 500)
  const details = row.paragraph('line_details')
  const price = row.number('line_price')
  const quantity = row.number('line_quantity')
  const percent = row.number('line_discount_percent')?.decimal ?? null
  const lineTotal = minorOf(row, 'line_total', currency)
  const lineDiscount = minorOf(row, 'line_discount', currency) ?? 0
  const taxes = [1, 2].flatMap((nth) => {
    const taxName = row.text(`tax_${nth}_name`, 60)
    const taxPercent = row.number(`tax_${nth}_percent`)?.decimal ?? null
    const taxAmount = minorOf(row, `tax_${nth}_amount`, currency)
    if (taxPercent !== null && (taxPercent.startsWith('-') || Number(taxPercent) > 100)) {
      row.reject(
        'percent_out_of_range',
        `tax_${nth}_percent`,
        `A tax lies between 0 and 100 percent, not at ${taxPercent}.`,
      )
      return []
    }
    return taxName === '' && !isSome(taxPercent) && !taxAmount ? [] : [{ taxName, taxPercent, taxAmount }]
  })
  if (row.isRejected) return []
  let discountPercent = isSome(percent) ? percent : null
  if (discountPercent !== null && (discountPercent.startsWith('-') || Number(discountPercent) > 100)) {
    row.reject(
      'discount_out_of_range',
      'line_discount_percent',
      `A discount lies between 0 and 100 percent, not at ${discountPercent}.`,
    )
    return []
  }
  let net: number
  let unitPrice: string
  let count = quantity?.decimal ?? '1'
  if (price) {
    unitPrice = price.decimal
    const exact = safely(row, () => multiplyToMinor(count, unitPrice, currency, discountPercent ?? '0'))
    if (exact === null) return []
    net = exact - lineDiscount
    if (lineTotal !== null && lineTotal !== net) {
      if (Math.abs(lineTotal - net) > 1) {
        row.reject(
          'line_differs',
          'line_total',
          `Quantity × price comes to ${major(net, currency)}, the line says ${major(lineTotal, currency)}.`,
        )
        return []
      }
      row.note(
        'line_rounded',
        'info',
        'line_total',
        `The line says ${major(lineTotal, currency)}, quantity × price comes to ${major(net, currency)}: the line counts.`,
      )
      net = lineTotal
    }
  } else {
    // A table without prices: the line, or the only row, is what it says it comes to.
    const whole = lineTotal ?? soleTotal
    if (whole === null) {
      row.reject('amount_missing', 'line_price', 'The row has neither a price nor an amount.')
      return []
    }
    net = whole - (lineTotal === null ? sumOfTaxes(taxes, whole) : 0)
    count = '1'
    unitPrice = major(net, currency)
    discountPercent = null
  }
  if (lineDiscount !== 0 && price && count !== '0') {
    // An amount taken off a line is printed in its price, so that quantity × price is what the line says.
    const [asPrice, asCount] = [major(net, currency), '1']
    row.note(
      'discount_in_price',
      'info',
      'line_discount',
      `The discount of ${major(lineDiscount, currency)} is in the price of the line.`,
    )
    unitPrice = asPrice
    count = asCount
  }
  const [one, two] = taxes
  const tax = sumOfTaxes(taxes, net)
  if (one && two) row.causes.add('taxes_combined')
  const named = taxes
    .map(({ taxName }) => taxName)
    .filter(Boolean)
    .join(' + ')
  return [
    {
      row,
      name: name || details.split('\n')[0]?.slice(0, 200) || 'As invoiced',
      details: name ? details : '',
      quantity: count,
      unit: row.text('line_unit', 20),
      price: unitPrice,
      discountPercent,
      net,
      taxName: taxes.length > 0 ? named || 'Tax' : null,
      taxPercent:
        one && !two
          ? one.taxPercent
          : one?.taxPercent && two?.taxPercent
            ? plus(one.taxPercent, two.taxPercent)
            : null,
      tax,
    },
  ]
}

type ReadTax = { taxName: string; taxPercent: string | null; taxAmount: number | null }
const sumOfTaxes = (taxes: readonly ReadTax[], net: number): number =>
  taxes.reduce(
    (sum, { taxAmount, taxPercent }) => sum + (taxAmount ?? (taxPercent ? percentOf(net, taxPercent) : 0)),
    0,
  )
const isSome = (decimal: string | null): decimal is string => decimal !== null && /[1-9]/.test(decimal)
const plus = (a: string, b: string): string => String(Math.round((Number(a) + Number(b)) * 1e8) / 1e8)

/** Minor units as a plain decimal of major units. */
export function major(amount: number, currency: string): string {
  const exponent = exponentOf(currency)
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0')
  const text = exponent === 0 ? digits : `${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`
  return amount < 0 ? `-${text}` : text
}

function safely(row: Row, compute: () => number): number | null {
  try {
    return compute()
  } catch (error) {
    if (!(error instanceof MoneyError)) throw error
    row.reject('out_of_range', 'line_price', 'The amount of the line is too large, or no number.')
    return null
  }
}
