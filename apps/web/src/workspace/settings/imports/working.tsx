import { Button, Progress } from '@mantine/core'
import { formatNumber, Problem, useTexts } from '@portico/ui'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useAnalyse, useCommit, useUndo, type Import } from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts } from './texts.ts'

const PHASE_OF = { analysing: 'reading', committing: 'committing', undoing: 'undoing' } as const

/** How far the work is. It is the server's, so it goes on while this page is closed and is here again when it is opened. */
export function Working({ batch }: { batch: Import }) {
  const t = useTexts(importTexts)
  const state = batch.state as keyof typeof PHASE_OF
  const phase = batch.progress?.phase ?? PHASE_OF[state]
  const { done = 0, total = 0 } = batch.progress ?? {}
  return (
    <section className={styles.working} aria-labelledby="import-working">
      <h2 id="import-working">{t(`phase_${phase}`)}</h2>
      <Progress.Root size={8}>
        <Progress.Section
          value={total > 0 ? (done / total) * 100 : 100}
          animated={total === 0}
          aria-label={t(`phase_${phase}`)}
        />
      </Progress.Root>
      <p className={styles.progressText} role="status" aria-live="polite">
        {total > 0 ? t('progressOf', { done: formatNumber(done), total: formatNumber(total) }) : null}
      </p>
      <p className={styles.quiet}>{t('mayLeave')}</p>
    </section>
  )
}

/** What stopped the work; going on starts where it stopped. */
export function Stopped({ batch, mayManage }: { batch: Import; mayManage: boolean }) {
  const t = useTexts(importTexts)
  const analyse = useAnalyse(batch.id)
  const commit = useCommit(batch)
  const undo = useUndo(batch.id)
  const again = { reading: analyse, planning: analyse, committing: commit, undoing: undo }[
    batch.progress?.phase ?? 'reading'
  ]
  return (
    <section role="alert" className={styles.stopped}>
      <IconAlertTriangle aria-hidden />
      <div>
        <h2>{t('failedTitle')}</h2>
        {batch.failure ? <p>{batch.failure}</p> : null}
        <p className={styles.quiet}>{t('failedKept')}</p>
        {again.error ? <Problem error={again.error} /> : null}
        {mayManage ? (
          <Button size="xs" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
            {t('goOn')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
