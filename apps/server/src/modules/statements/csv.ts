import { DECIMAL_PLACES, exponentOf, formatDecimal } from '@portico/money'
import { csvBeginning, csvLine } from '../../platform/csv.ts'
import type { PresentedStatement } from './present.ts'

type Money = PresentedStatement['currencies'][number]['opening']

const head = [
  'currency',
  'date',
  'kind',
  'document',
  'number',
  'detail',
  'due_date',
  'charged',
  'settled',
  'balance',
]

/** One row a line, opening and closing balances as rows of their own; amounts as plain decimals, so that a spreadsheet adds them up. */
export function statementCsv(statement: PresentedStatement): Buffer {
  const rows = statement.currencies.flatMap((account) => [
    [account.currency, statement.from ?? '', 'opening', '', '', '', '', '', '', decimal(account.opening)],
    ...account.lines.map((line) => [
      account.currency,
      line.date,
      line.kind,
      line.document?.kind ?? '',
      line.document?.number ?? '',
      line.detail ?? '',
      line.due_date ?? '',
      decimal(line.charged),
      decimal(line.settled),
      decimal(line.balance),
    ]),
    [
      account.currency,
      statement.as_of,
      'closing',
      '',
      '',
      '',
      '',
      decimal(account.charged),
      decimal(account.settled),
      decimal(account.closing),
    ],
  ])
  return Buffer.from(csvBeginning + [head, ...rows].map((row) => csvLine(row)).join(''))
}

/** An amount in major units. A figure leaves as a number, which no spreadsheet takes for a formula; one too large for that as its digits. */
function decimal({ amount, currency }: Money): number | string {
  const exponent = exponentOf(currency)
  const text = formatDecimal(BigInt(amount) * 10n ** BigInt(DECIMAL_PLACES - exponent))
  return Math.abs(amount) < LARGEST ? Number(text) : text
}

/** Fifteen digits are exact in a double, whatever the decimals. */
const LARGEST = 1e15
