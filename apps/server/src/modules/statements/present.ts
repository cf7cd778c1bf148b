import { ageingBuckets, toPublicId, type ClientStatement } from '@portico/contract'
import type { z } from 'zod'
import { notFound } from '../../platform/errors.ts'
import type { AgeingRow, Asked, LineRow, StatementHead, StatementRows, TotalsRow } from './reads.ts'

export type PresentedStatement = z.output<typeof ClientStatement>
type Currency = PresentedStatement['currencies'][number]
type Line = Currency['lines'][number]

/**
 * The statement as the API shows it, and whose it is. Every figure is a sum of the ledger as of the day.
 * @throws notFound where the client is not there or not to be met
 */
export function presentStatement(
  [heads, totals, ageing, lines]: StatementRows,
  asked: Asked,
  most: number,
): { statement: PresentedStatement; head: StatementHead } {
  const head = heads[0]
  if (!head) throw notFound('client')
  return {
    head,
    statement: {
      client: { id: head.client_id, refid: head.refid, name: head.client_name },
      from: asked.from,
      as_of: head.as_of,
      currencies: totals.map((row) =>
        ofCurrency(
          row,
          ageing.find(({ currency }) => currency === row.currency),
          lines.filter(({ currency }) => currency === row.currency),
          most,
        ),
      ),
    },
  }
}

function ofCurrency(
  totals: TotalsRow,
  aged: AgeingRow | undefined,
  found: LineRow[],
  most: number,
): Currency {
  const { currency, receivable, credit } = totals
  const money = (amount: number) => ({ amount, currency })
  const shown = found.slice(-most)
  const isTruncated = found.length > most
  const first = shown[0]
  const before = first && isTruncated ? first.balance - first.change : totals.opening
  const ageing = Object.fromEntries(
    ageingBuckets.map((bucket) => [bucket, money(aged?.[bucket] ?? 0)]),
  ) as Currency['ageing']
  return {
    currency,
    opening: money(before),
    charged: money(totals.charged),
    settled: money(totals.settled),
    closing: money(receivable - credit),
    receivable: money(receivable),
    credit: money(credit),
    overdue: money(receivable - (aged?.not_due ?? 0)),
    ageing,
    lines: shown.map((row) => lineOf(row, money)),
    is_truncated: isTruncated,
  }
}

function lineOf(row: LineRow, money: (amount: number) => Line['balance']): Line {
  return {
    date: row.occurred_on,
    kind: kindOf(row),
    document: documentOf(row),
    detail: detailOf(row),
    due_date: row.kind === 'invoice_issued' ? row.due_date : null,
    charged: money(Math.max(row.change, 0)),
    settled: money(Math.max(0 - row.change, 0)),
    balance: money(row.balance),
  }
}

function kindOf({ kind }: LineRow): Line['kind'] {
  if (kind === 'invoice_issued') return 'invoice'
  if (kind === 'invoice_voided') return 'void'
  if (kind === 'payment_received') return 'payment'
  return kind === 'credit_applied' ? 'credit_used' : 'correction'
}

function documentOf(row: LineRow): Line['document'] {
  if (row.source_kind === 'invoice')
    return { kind: 'invoice', id: toPublicId('invoice', row.source_id), number: row.invoice_number }
  if (row.receipt_id)
    return { kind: 'receipt', id: toPublicId('receipt', row.receipt_id), number: row.receipt_number }
  return row.source_kind === 'payment'
    ? { kind: 'payment', id: toPublicId('payment', row.source_id), number: null }
    : null
}

function detailOf(row: LineRow): string | null {
  if (row.kind === 'invoice_issued') return row.purchase_order
  if (row.source_kind === 'payment')
    return [row.method, row.external_reference].filter(Boolean).join(', ') || null
  return row.credited_invoice
}
