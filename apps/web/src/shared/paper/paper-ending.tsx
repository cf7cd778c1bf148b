import type { Money } from '@portico/money'
import { useTexts } from '@portico/ui'
import type { ReactNode } from 'react'
import type { Schema } from '../api.ts'
import { paperFormat } from './paper-format.ts'
import styles from './paper.module.css'
import { paperTexts } from './texts.ts'

type Tax = Schema<'InvoiceTax'>

/** "VAT 18%", or why there is none. */
export function useTaxName(
  locale: string,
): (tax: Pick<Tax, 'category' | 'percent'> & { name: string | null }) => string {
  const t = useTexts(paperTexts)
  const format = paperFormat(locale)
  return ({ name, category, percent }) => {
    if (category === 'exempt') return t('exempt', { name: name ?? '' })
    if (category === 'reverse') return t('reverse', { name: name ?? '' })
    if (category === 'out_of_scope') return name || t('outOfScope')
    // Some labels carry their rate already ("VAT 18%").
    if (name && /\d\s*%$/.test(name)) return name
    return `${name ?? ''} ${format.percent(percent)}`.trim()
  }
}

interface PaperEndingProps {
  taxes: readonly Tax[]
  totals: { net: Money; gross: Money; settled: Money; due: Money }
  locale: string
  /** More rows under the sums. */
  more?: ReactNode
}

/** Taxes at the left, the sums aligned under the lines' amounts at the right. */
export function PaperEnding({ taxes, totals, locale, more }: PaperEndingProps) {
  const t = useTexts(paperTexts)
  const format = paperFormat(locale)
  const nameOf = useTaxName(locale)
  return (
    <div className={styles.ending}>
      <TaxTable taxes={taxes} locale={locale} />
      <dl className={styles.sums}>
        <div>
          <dt>{t('subtotal')}</dt>
          <dd>{format.amount(totals.net)}</dd>
        </div>
        {taxes
          .filter((tax) => tax.tax.amount !== 0)
          .map((tax) => (
            <div key={`${tax.name} ${tax.percent}`}>
              <dt>{nameOf(tax)}</dt>
              <dd>{format.amount(tax.tax)}</dd>
            </div>
          ))}
        <div className={styles.sum}>
          <dt>{t('totalIn', { currency: totals.gross.currency })}</dt>
          <dd>{format.amount(totals.gross)}</dd>
        </div>
        {totals.settled.amount > 0 ? (
          <>
            <div>
              <dt>{t('paid')}</dt>
              <dd>{format.amount({ ...totals.settled, amount: -totals.settled.amount })}</dd>
            </div>
            {totals.due.amount > 0 ? (
              <div className={styles.sum}>
                <dt>{t('stillDue')}</dt>
                <dd>{format.amount(totals.due)}</dd>
              </div>
            ) : null}
          </>
        ) : null}
        {more}
      </dl>
    </div>
  )
}

function TaxTable({ taxes, locale }: Pick<PaperEndingProps, 'taxes' | 'locale'>) {
  const t = useTexts(paperTexts)
  const nameOf = useTaxName(locale)
  const format = paperFormat(locale)
  const shown = taxes.filter((tax) => tax.category !== 'out_of_scope' || tax.exemption_reason)
  // Its half of the sheet stays, so that the sums keep to the right.
  if (shown.length === 0) return <span />
  return (
    <table className={styles.taxes}>
      <thead>
        <tr>
          <th scope="col">{t('taxSummary')}</th>
          <th scope="col" className={styles.end}>
            {t('taxable')}
          </th>
          <th scope="col" className={styles.end}>
            {t('tax')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((tax) => (
          <tr key={`${tax.category} ${tax.percent} ${tax.name}`}>
            <td>
              {nameOf(tax)}
              {tax.exemption_reason ? <div className={styles.soft}>{tax.exemption_reason}</div> : null}
            </td>
            <td className={styles.end}>{format.amount(tax.taxable)}</td>
            <td className={styles.end}>{format.amount(tax.tax)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
