import { useTexts } from '@portico/ui'
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import type { Schema } from '../../shared/api.ts'
import styles from './send.module.css'
import { invoiceTexts } from './texts.ts'

/** What stands in the way of issuing, and what deserves a look, each leading to its field. */
export function PreflightList({
  items,
  onFix,
}: {
  items: readonly Schema<'PreflightItem'>[]
  onFix: ((pointer: string) => void) | null
}) {
  const t = useTexts(invoiceTexts)
  const errors = items.filter((item) => item.severity === 'error').length
  return (
    <section aria-label={t('preflight')}>
      <h3>{errors > 0 ? t('preflightErrors', { count: errors }) : t('preflight')}</h3>
      <ul className={styles.checks}>
        {items.length === 0 ? (
          <li className={styles.check} data-severity="clear">
            <IconCircleCheck aria-hidden />
            <span>{t('preflightClear')}</span>
          </li>
        ) : null}
        {items.map((item) => (
          <li key={`${item.code} ${item.pointer}`} className={styles.check} data-severity={item.severity}>
            {item.severity === 'error' ? <IconCircleX aria-hidden /> : <IconAlertTriangle aria-hidden />}
            <span>{item.detail}</span>
            {onFix && item.pointer ? (
              <button
                type="button"
                className={styles.show}
                aria-label={`${t('fix')}: ${item.detail}`}
                onClick={() => onFix(item.pointer)}
              >
                {t('fix')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
