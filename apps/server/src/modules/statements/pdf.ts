import { ageingBuckets } from '@portico/contract'
import type { StatementPaper } from '../../platform/paper/index.ts'
import { paperTexts } from '../../platform/paper/index.ts'
import { printedParties } from '../documents/index.ts'
import type { PresentedStatement } from './present.ts'
import type { StatementHead } from './reads.ts'

type Line = PresentedStatement['currencies'][number]['lines'][number]

/** The statement as it is printed, in the client's language. It is made anew each time: its figures are the ledger's, which keeps them. */
export function statementPaper(statement: PresentedStatement, head: StatementHead): StatementPaper {
  const texts = paperTexts(head.locale)
  return {
    kind: 'statement',
    currency: statement.currencies[0]?.currency ?? 'USD',
    locale: head.locale,
    paper: head.paper,
    brandColor: head.brand_color,
    ...printedParties(head, head.locale),
    ...(statement.from && { from: statement.from }),
    asOf: statement.as_of,
    currencies: statement.currencies.map((account) => ({
      currency: account.currency,
      opening: account.opening.amount,
      charged: account.charged.amount,
      settled: account.settled.amount,
      closing: account.closing.amount,
      receivable: account.receivable.amount,
      credit: account.credit.amount,
      overdue: account.overdue.amount,
      ageing: ageingBuckets.map((bucket) => account.ageing[bucket].amount),
      lines: account.lines.map((line) => ({
        date: line.date,
        text: textOf(line),
        ...(line.detail && line.kind !== 'credit_used' && { detail: line.detail }),
        charged: line.charged.amount,
        settled: line.settled.amount,
        balance: line.balance.amount,
      })),
      isTruncated: account.is_truncated,
    })),
  }

  function textOf(line: Line): string {
    const number = line.document?.number ?? ''
    switch (line.kind) {
      case 'invoice':
        return texts.lineInvoice(number)
      case 'void':
        return texts.lineVoid(number)
      case 'payment':
        return number ? texts.linePaymentReceipt(number) : texts.linePayment
      case 'credit_used':
        return texts.lineCreditUsed(line.detail ?? '')
      case 'correction':
        return texts.lineCorrection
    }
  }
}

/** `Statement CL-7H3KQ9 2026-11-28.pdf` */
export const statementFileName = (statement: PresentedStatement, ending: 'pdf' | 'csv'): string =>
  `Statement ${statement.client.refid} ${statement.as_of}.${ending}`
