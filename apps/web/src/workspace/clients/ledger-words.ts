import { formatMoney } from '@portico/money'
import { readerLocale, textsOf } from '@portico/ui'
import type { Schema } from '../../shared/api.ts'
import { clientTexts } from './texts.ts'

export type LedgerRow = Schema<'LedgerRow'>

/** An entry in people's words. */
export function ledgerWords({ kind, document }: LedgerRow): string {
  const t = textsOf(clientTexts)
  const number = document?.number
  switch (kind) {
    case 'invoice_issued':
      return t('ledgerIssued', { number: number ?? '' })
    case 'invoice_voided':
      return t('ledgerVoided', { number: number ?? '' })
    case 'payment_received':
      return number ? t('ledgerPaidReceipt', { number }) : t('ledgerPaid')
    case 'credit_applied':
      return number ? t('ledgerCreditUsedReceipt', { number }) : t('ledgerCreditUsed')
  }
}

const counted = {
  invoice_issued: 'ledgerInvoices',
  payment_received: 'ledgerPayments',
  invoice_voided: 'ledgerVoids',
  credit_applied: 'ledgerCredits',
} as const

/** "180,000 TZS = 1 invoice − 1 payment": what was added first, then what was taken away. */
export function ledgerSentence(ledger: {
  opening: Schema<'Money'>
  closing: Schema<'Money'>
  data: LedgerRow[]
}): string {
  const t = textsOf(clientTexts)
  const kinds = Object.keys(counted) as (keyof typeof counted)[]
  const terms = kinds
    .map((kind) => {
      const rows = ledger.data.filter((row) => row.kind === kind && row.change.amount !== 0)
      const isMinus = rows.reduce((sum, row) => sum + row.change.amount, 0) < 0
      return { words: t(counted[kind], { count: rows.length }), count: rows.length, isMinus }
    })
    .filter(({ count }) => count > 0)
    .sort((a, b) => Number(a.isMinus) - Number(b.isMinus))
  const opening = ledger.opening.amount === 0 ? [] : [{ words: t('ledgerOpening'), isMinus: false }]
  const parts = [...opening, ...terms].map(({ words, isMinus }, index) =>
    index === 0
      ? isMinus
        ? `${t('ledgerMinus').trim()} ${words}`
        : words
      : `${t(isMinus ? 'ledgerMinus' : 'ledgerPlus')}${words}`,
  )
  if (parts.length === 0) return t('ledgerNothing')
  return t('ledgerSum', { total: formatMoney(ledger.closing, readerLocale()), parts: parts.join('') })
}
