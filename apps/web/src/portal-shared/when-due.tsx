import { daysFromToday, formatDate, formatRelativeDay, useLocale, useTexts } from '@portico/ui'
import { payTexts } from './texts.ts'
import styles from './when-due.module.css'

interface WhenDueProps {
  date: string
  isOverdue: boolean
}

/** "Due 3 Mar 2026, in 5 days" or, in red, "Was due 3 Mar 2026, 3 days ago". */
export function WhenDue({ date, isOverdue }: WhenDueProps) {
  const t = useTexts(payTexts)
  const locale = useLocale()
  const values = {
    date: formatDate(date, locale),
    relative: formatRelativeDay(date, locale).toLocaleLowerCase(locale),
  }
  const text = isOverdue ? t('overdue', values) : daysFromToday(date) === 0 ? t('dueToday') : t('due', values)
  return (
    <time dateTime={date} className={styles.due} data-overdue={isOverdue || undefined}>
      {text}
    </time>
  )
}
