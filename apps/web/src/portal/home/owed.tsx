import { Amount, daysFromToday, formatRelativeDay, useLocale, useTexts } from '@portico/ui'
import { IconCircleCheck } from '@tabler/icons-react'
import type { PortalHome } from './home-data.ts'
import styles from './home.module.css'
import { portalHomeTexts } from './texts.ts'

interface OwedProps {
  home: PortalHome
  /** Named where this person acts for several. */
  clientName: string | null
}

/** The answer first: one figure per currency, never summed. */
export function Owed({ home, clientName }: OwedProps) {
  const t = useTexts(portalHomeTexts)
  return (
    <div className={styles.owed}>
      {clientName ? <p className={styles.quiet}>{t('forClient', { client: clientName })}</p> : null}
      {home.owed.length > 0 ? (
        <>
          <h1 className={styles.owedTitle}>{t('youOwe')}</h1>
          <ul className={styles.figures}>
            {home.owed.map((one) => (
              <li key={one.currency}>
                <Amount value={one.open} size="headline" trim />
                <OwedSince owed={one} />
              </li>
            ))}
          </ul>
        </>
      ) : (
        <>
          <h1 className={styles.nothing}>
            <IconCircleCheck aria-hidden />
            {t('nothingOwed')}
          </h1>
          <p className={styles.quiet}>{t('nothingOwedDetail')}</p>
        </>
      )}
      {home.credit.map((one) => (
        <p key={one.currency} className={styles.credit}>
          {t.rich('credit', { credit: <Amount value={one} trim /> })}
        </p>
      ))}
    </div>
  )
}

function OwedSince({ owed }: { owed: PortalHome['owed'][number] }) {
  const t = useTexts(portalHomeTexts)
  const locale = useLocale()
  if (!owed.oldest_due_date) return null
  const days = daysFromToday(owed.oldest_due_date)
  const relative = formatRelativeDay(owed.oldest_due_date, locale).toLocaleLowerCase(locale)
  const isOverdue = owed.overdue.amount > 0
  const isPartly = isOverdue && owed.overdue.amount < owed.open.amount
  return (
    <p className={styles.since} data-overdue={isOverdue || undefined}>
      {isOverdue ? t('oldestOverdue', { relative }) : days === 0 ? t('dueToday') : t('nextDue', { relative })}
      {isPartly ? (
        <>
          {' · '}
          {t.rich('overdueOf', { amount: <Amount value={owed.overdue} trim /> })}
        </>
      ) : null}
    </p>
  )
}
