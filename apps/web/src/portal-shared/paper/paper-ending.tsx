import { useLocale, useTexts } from '@portico/ui'
import type { PortalInvoice } from '../invoice.ts'
import { paperFormat } from './paper-format.ts'
import styles from './paper.module.css'
import { portalPaperTexts } from './texts.ts'

type Tax = PortalInvoice['taxes'][number]

/** "VAT 18%", or why there is none. */
function useTaxName(): (tax: Tax) => string {
  const t = useTexts(portalPaperTexts)
  const format = paperFormat(useLocale())
  return ({ name, category, percent }) => {
    if (category === 'exempt') return t('exempt', { name })
    if (category === 'reverse') return t('reverse', { name })
    if (category === 'out_of_scope') return name || t('outOfScope')
    // Some labels carry their rate already ("VAT 18%").
    return /\d\s*%$/.test(name) ? name : `${name} ${format.percent(percent)}`
  }
}

/** Taxes at the left, the sums aligned under the lines' amounts at the right. */
export function PaperEnding({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(portalPaperTexts)
  const format = paperFormat(useLocale())
  const nameOf = useTaxName()
  const { totals } = invoice
  const taxes = invoice.taxes.filter((tax) => tax.category !== 'out_of_scope' || tax.exemption_reason)
  return (
    <div className={styles.ending}>
      {taxes.length > 0 ? (
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
            {taxes.map((tax) => (
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
      ) : (
        <span />
      )}
      <dl className={styles.sums}>
        <div>
          <dt>{t('subtotal')}</dt>
          <dd>{format.amount(totals.net)}</dd>
        </div>
        {invoice.taxes
          .filter((tax) => tax.tax.amount !== 0)
          .map((tax) => (
            <div key={`${tax.name} ${tax.percent}`}>
              <dt>{nameOf(tax)}</dt>
              <dd>{format.amount(tax.tax)}</dd>
            </div>
          ))}
        <div className={styles.sum}>
          <dt>{t('totalIn', { currency: invoice.currency })}</dt>
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
      </dl>
    </div>
  )
}
