import { useQuery } from '@tanstack/react-query'
import {
  DateText,
  ErrorState,
  Facts,
  formatFileSize,
  formatNumber,
  PageHeader,
  SkeletonPage,
  StatusBadge,
  useTexts,
  type Status,
} from '@portico/ui'
import type { Schema } from '../shared/api.ts'
import { healthQuery } from './admin-data.ts'
import styles from './admin.module.css'
import { adminTexts } from './texts.ts'

const badges: Record<Schema<'Health'>['checks'][number]['state'], Status> = {
  good: 'active',
  warning: 'partial',
  problem: 'failed',
  unknown: 'inactive',
}

/** `/admin/health`: what is well, and what to do about the rest. */
export function HealthPage() {
  const t = useTexts(adminTexts)
  const health = useQuery(healthQuery)
  if (health.error && !health.data)
    return <ErrorState error={health.error} onRetry={() => void health.refetch()} />
  if (!health.data) return <SkeletonPage />
  const { checks, figures, versions, started_at } = health.data
  return (
    <>
      <PageHeader
        title={t('health')}
        subtitle={t.rich('healthSubtitle', { time: <DateText value={started_at} as="relative" /> })}
      />
      <ul className={styles.checks}>
        {checks.map(({ key, state, finding, fix }) => (
          <li key={key}>
            <span className={styles.strong}>{t(`check_${key}`)}</span>
            <span className={styles.two}>
              <span>{finding}</span>
              {fix ? <span className={styles.quiet}>{fix}</span> : null}
            </span>
            <StatusBadge status={badges[state]} label={t(`health_${state}`)} />
          </li>
        ))}
      </ul>
      <div className={styles.facts}>
        <Facts
          title={t('figures')}
          facts={[
            { label: t('organizations'), value: formatNumber(figures.organizations) },
            { label: t('people'), value: formatNumber(figures.people) },
            { label: t('databaseSize'), value: formatFileSize(figures.database_bytes) },
            { label: t('jobsWaiting'), value: formatNumber(figures.jobs_waiting) },
            { label: t('jobsFailed'), value: formatNumber(figures.jobs_failed) },
            { label: t('mailsWaiting'), value: formatNumber(figures.mails_waiting) },
            { label: t('mailsFailed'), value: formatNumber(figures.mails_failed) },
            { label: t('newMessages'), value: formatNumber(figures.new_contact_messages) },
          ]}
        />
        <Facts
          title={t('versions')}
          facts={[
            { label: 'Portico', value: versions.portico },
            { label: 'PostgreSQL', value: versions.postgresql },
            { label: 'Node.js', value: versions.node },
            { label: t('check_migrations'), value: versions.schema },
          ]}
        />
      </div>
    </>
  )
}
