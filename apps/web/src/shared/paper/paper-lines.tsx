import type { Money } from '@portico/money'
import { useTexts } from '@portico/ui'
import { paperFormat } from './paper-format.ts'
import styles from './paper.module.css'
import { paperTexts } from './texts.ts'

export interface PaperLine {
  position: number
  description: string
  details: string | null
  quantity: string
  unit: string | null
  unit_price: string
  discount_percent: string | null
  /** As it is printed; null where no tax applies. */
  tax_label: string | null
  net: Money
}

interface PaperLinesProps {
  lines: readonly PaperLine[]
  currency: string
  locale: string
  pricesIncludeTax?: boolean
}

/** What is billed. Units and taxes have a column only where they tell lines apart. */
export function PaperLines({ lines, currency, locale, pricesIncludeTax = false }: PaperLinesProps) {
  const t = useTexts(paperTexts)
  const format = paperFormat(locale)
  const hasUnits = lines.some((line) => line.unit)
  const hasTaxes = new Set(lines.map((line) => line.tax_label)).size > 1
  if (lines.length === 0) return <p className={styles.soft}>{t('noLines')}</p>
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col" className={styles.position}>
            #
          </th>
          <th scope="col" className={styles.what}>
            {t('description')}
          </th>
          <th scope="col" className={styles.end} colSpan={hasUnits ? 2 : 1}>
            {t('quantity')}
          </th>
          <th scope="col" className={styles.end}>
            {t(pricesIncludeTax ? 'unitPriceWithTax' : 'unitPrice')}
          </th>
          {hasTaxes ? <th scope="col">{t('tax')}</th> : null}
          <th scope="col" className={styles.end}>
            {t('amountIn', { currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.position}>
            <td className={styles.position}>{line.position}</td>
            <td className={styles.what}>
              {line.description}
              {line.details ? <div className={styles.details}>{line.details}</div> : null}
            </td>
            <td className={`${styles.end} ${styles.quantity}`}>{format.decimal(line.quantity)}</td>
            {hasUnits ? <td className={styles.unit}>{line.unit}</td> : null}
            <td className={`${styles.end} ${styles.price}`}>
              {format.price(line.unit_price, currency)}
              {line.discount_percent && Number(line.discount_percent) > 0 ? (
                <div className={styles.details}>
                  {t('less', { percent: format.percent(line.discount_percent) })}
                </div>
              ) : null}
            </td>
            {hasTaxes ? <td className={styles.taxName}>{line.tax_label ?? '–'}</td> : null}
            <td className={`${styles.end} ${styles.amount}`}>{format.amount(line.net)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
