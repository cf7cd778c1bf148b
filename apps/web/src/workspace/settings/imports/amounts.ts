import { formatMoney, type Money } from '@portico/money'
import { useLocale, useTexts } from '@portico/ui'
import { KINDS, type ImportKind } from './imports-data.ts'
import { sheetTexts } from './texts.ts'

/** "8.49 USD and 120.00 EUR": sums of several currencies in a sentence, never added. */
export function useAmounts(): (amounts: readonly Money[]) => string {
  const locale = useLocale()
  return (amounts) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      amounts.map((amount) => formatMoney(amount, locale)),
    )
}

/** "20 clients, 187 invoices and 182 payments". */
export function useCounts(): (counts: Partial<Record<ImportKind, number>>) => string {
  const locale = useLocale()
  const t = useTexts(sheetTexts)
  return (counts) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      KINDS.flatMap((kind) => {
        const count = counts[kind] ?? 0
        return count > 0 ? [t(`count_${kind}`, { count })] : []
      }),
    )
}

export const sumOf = (counts: Partial<Record<ImportKind, number>>): number =>
  KINDS.reduce((sum, kind) => sum + (counts[kind] ?? 0), 0)
