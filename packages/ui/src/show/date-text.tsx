import { formatDate, formatDateTime, formatExact, formatRelativeDay, formatRelativeTime } from '../format.ts'
import { useLocale } from '../texts.ts'
import styles from './date-text.module.css'

export interface DateTextProps {
  /** A date (`2026-03-03`) or an instant. */
  value: string
  /** `date` "3 Mar 2026", `relative` "in 5 days", `both` "3 Mar 2026, in 5 days", `time` with hour and minute. */
  as?: 'date' | 'relative' | 'both' | 'time'
}

const HAS_TIME = /T/

/** A date a person can read; the exact moment stands behind it on hover. */
export function DateText({ value, as = 'date' }: DateTextProps) {
  const locale = useLocale()
  const relative = () =>
    HAS_TIME.test(value) ? formatRelativeTime(value, locale) : formatRelativeDay(value, locale)
  const text =
    as === 'relative'
      ? relative()
      : as === 'time'
        ? formatDateTime(value, locale)
        : as === 'both'
          ? `${formatDate(value, locale)}, ${relative().toLocaleLowerCase(locale)}`
          : formatDate(value, locale)
  return (
    <time dateTime={value} title={formatExact(value, locale)} className={styles.date}>
      {text}
    </time>
  )
}
