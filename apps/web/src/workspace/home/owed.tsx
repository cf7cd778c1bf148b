import { useQuery } from '@tanstack/react-query'
import { Amount, DateText, ErrorState, Link, SkeletonFacts, useTexts } from '@portico/ui'
import { outstandingQuery } from '../invoices/invoices-data.ts'
import { useWorkspaceBase } from '../workspace-data.ts'
import styles from './home.module.css'
import { homeTexts } from './texts.ts'

/** One figure per currency, never added together, each opening its list. */
export function Owed() {
  const t = useTexts(homeTexts)
  const base = useWorkspaceBase()
  const { data, error, refetch } = useQuery(outstandingQuery)
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonFacts count={2} />
  const owed = data.data.filter((row) => row.open.amount > 0)
  return (
    <section aria-label={t('owed')}>
      <h2 className={styles.quietHead}>{t('owed')}</h2>
      {owed.length === 0 ? <p className={styles.quiet}>{t('owedNothing')}</p> : null}
      <div className={styles.figures}>
        {owed.map((row) => (
          <div key={row.currency} className={styles.figure}>
            <Link
              href={`${base}/invoices?view=awaiting&currency=${row.currency}`}
              className={styles.figureLink}
            >
              <Amount value={row.open} size="headline" trim />
            </Link>
            <p className={styles.quiet}>{t('openCount', { count: row.open_count })}</p>
            {row.overdue.amount > 0 ? (
              <p>
                <Link
                  href={`${base}/invoices?view=overdue&currency=${row.currency}`}
                  className={styles.overdue}
                >
                  {t.rich('overdueOf', { amount: <Amount value={row.overdue} trim tone="bad" /> })}
                </Link>
                {row.oldest_due_date ? (
                  <span className={styles.quiet}>
                    , {t.rich('oldest', { when: <DateText value={row.oldest_due_date} as="relative" /> })}
                  </span>
                ) : null}
              </p>
            ) : (
              <p className={styles.quiet}>{t('overdueNone')}</p>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}
