import { splitMoney } from './split-money.ts'
import { useLocale, useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './amount.module.css'

export interface AmountProps {
  /** Minor units with their currency, as the API gives it. */
  value: { amount: number; currency: string }
  /** `headline` for the one figure of a page, `large` for a total. */
  size?: 'normal' | 'large' | 'headline'
  /** A dash instead of zero, in columns where nothing is owed. */
  zeroAsDash?: boolean
  /** Without ".00" when the amount is whole: for sentences and headlines, not for columns. */
  trim?: boolean
  /** Leaves the currency away: under a heading that names it. */
  withoutCurrency?: boolean
  /** `quiet` for secondary amounts, `bad` for overdue ones. */
  tone?: 'quiet' | 'bad' | undefined
}

/** One amount: tabular figures, a true minus, the currency small beside it. */
export function Amount({ value, size = 'normal', zeroAsDash, trim, withoutCurrency, tone }: AmountProps) {
  const locale = useLocale()
  const t = useTexts(uiTexts)
  if (zeroAsDash && value.amount === 0) {
    return (
      <span className={styles.amount} data-size={size} data-tone="quiet">
        –{withoutCurrency ? null : <span className={styles.gap}> {value.currency}</span>}
      </span>
    )
  }
  const { isNegative, figure } = splitMoney(value, locale, trim === true)
  return (
    <span className={styles.amount} data-size={size} data-tone={tone}>
      {isNegative ? (
        <>
          <span aria-hidden>−</span>
          <span className={styles.spoken}>{t('minusAmount')} </span>
        </>
      ) : null}
      <span className={styles.figure}>{figure}</span>
      {withoutCurrency ? null : <span className={styles.currency}> {value.currency}</span>}
    </span>
  )
}
