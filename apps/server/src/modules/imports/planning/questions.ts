import { CURRENCIES } from '@portico/money'
import type { BatchRow, FileRow, Question } from '../batch-reads.ts'
import { fieldsOf, kinds } from '../fields.ts'
import { unmappedFields } from '../sources/recognise.ts'
import { needsMark } from '../tables/amounts.ts'
import { needsOrder } from '../tables/dates.ts'

const kindNames = {
  clients: 'Clients',
  price_items: 'Price items',
  invoices: 'Invoices',
  payments: 'Payments',
} as const

/** What the files cannot decide and nobody should guess. */
export function questionsOf(batch: BatchRow, files: readonly FileRow[]): Question[] {
  return [...files.flatMap(questionsOfFile), ...currencyQuestion(batch, files)]
}

function questionsOfFile(file: FileRow): Question[] {
  const about = (question: Omit<Question, 'import_file_id'>): Question => ({
    import_file_id: file.id,
    ...question,
  })
  if (file.kind === null)
    return [
      about({
        code: 'kind',
        column: null,
        detail: `What does ${file.name} hold?`,
        examples: file.columns.filter(Boolean).slice(0, 8),
        options: kinds.map((kind) => ({ value: kind, label: kindNames[kind] })),
      }),
    ]
  const { kind } = file
  const missing =
    file.source === 'csv' || file.source === null
      ? unmappedFields(kind, file.mapping).filter((key) => !standsIn(key, file))
      : []
  const questions: Question[] = missing.map((key) =>
    about({
      code: 'columns',
      column: key,
      detail: `Which column of ${file.name} is “${fieldsOf[kind].find((field) => field.key === key)?.label ?? key}”?`,
      examples: [],
      options: file.columns.map((label, at) => ({ value: String(at), label: label || `Column ${at + 1}` })),
    }),
  )
  if (file.evidence && file.date_order === null && needsOrder(file.evidence.dates)) {
    const { ambiguous, mdy, dmy } = file.evidence.dates
    const [example] = ambiguous
    questions.push(
      about({
        code: 'date_order',
        column: null,
        detail:
          mdy > 0 && dmy > 0
            ? `${file.name} writes some dates with the day first and some with the month first. Which is it where both are possible?`
            : `Does ${file.name} write the day or the month first${example ? `, as in ${example}` : ''}? No date in it decides that.`,
        examples: ambiguous,
        options: [
          { value: 'mdy', label: 'Month first (12/31/2026)' },
          { value: 'dmy', label: 'Day first (31/12/2026)' },
        ],
      }),
    )
  }
  if (file.evidence && file.decimal_mark === null && needsMark(file.evidence.numbers))
    questions.push(
      about({
        code: 'decimal_mark',
        column: null,
        detail: `Is ${file.evidence.numbers.ambiguousPoint[0]} in ${file.name} more than a thousand, or has it decimals? No number in it decides that.`,
        examples: file.evidence.numbers.ambiguousPoint,
        options: [
          { value: '.', label: 'A point stands before the decimals (1,234.56)' },
          { value: ',', label: 'A comma stands before the decimals (1.234,56)' },
        ],
      }),
    )
  return questions
}

/** A field can do another's work: an email names a client too, a contact's name is a name. */
const standsIn = (key: string, { mapping }: FileRow): boolean =>
  (key === 'client_name' && ('client_email' in mapping || 'client_external_id' in mapping)) ||
  (key === 'name' && ('contact_name' in mapping || 'contact_last_name' in mapping))

/** A bare dollar sign in an organization that keeps its books in something else. */
function currencyQuestion(batch: BatchRow, files: readonly FileRow[]): Question[] {
  if (batch.currency !== null) return []
  const symbol = CURRENCIES.find(({ code }) => code === batch.base_currency)?.symbol ?? ''
  if (symbol.includes('$')) return []
  const file = files.find(({ evidence, mapping }) => evidence?.hasBareDollar && !('currency' in mapping))
  if (!file) return []
  return [
    {
      code: 'currency',
      import_file_id: null,
      column: null,
      detail: `${file.name} writes amounts with $. Which currency is meant? Your books are kept in ${batch.base_currency}.`,
      examples: [],
      options: ['USD', 'AUD', 'CAD', 'NZD', 'SGD', batch.base_currency].map((code) => ({
        value: code,
        label: code,
      })),
    },
  ]
}
