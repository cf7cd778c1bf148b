import { exponentOf, formatMoney } from '@portico/money'
import { useLocale, useTexts } from '@portico/ui'
import { memo } from 'react'
import { isBlank, type DraftLine } from './draft.ts'
import { formatDecimal } from './line-cells.tsx'
import styles from './lines.module.css'
import { editorTexts } from './texts.ts'

/** A line on a phone: two lines of text that open a sheet with its fields. */
export const LineBrief = memo(function LineBrief(props: {
  line: DraftLine
  index: number
  currency: string
  amount: number | null
  isWrong: boolean
  onOpen: (key: string) => void
}) {
  const { line, index, currency, amount, isWrong, onOpen } = props
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const price = line.unit_price === '' ? '–' : formatDecimal(line.unit_price, locale, exponentOf(currency))
  const quantity = line.quantity === '' ? '–' : formatDecimal(line.quantity, locale)
  return (
    <li className={styles.brief}>
      <button
        type="button"
        className={styles.briefButton}
        data-field={`lines.${line.key}`}
        data-wrong={isWrong || undefined}
        onClick={() => onOpen(line.key)}
      >
        <span className={styles.briefName} data-empty={line.description === '' || undefined}>
          {line.description || t('lineEmpty')}
        </span>
        <span className={styles.briefAmount}>
          {amount === null ? '–' : formatMoney({ amount, currency }, locale, { currency: 'none' })}
        </span>
        <span className={styles.briefDetail}>
          {isBlank(line) ? t('line', { position: index + 1 }) : `${quantity} ${line.unit} × ${price}`}
        </span>
      </button>
    </li>
  )
})
