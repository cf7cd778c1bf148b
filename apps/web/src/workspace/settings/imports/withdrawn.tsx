import { Button } from '@mantine/core'
import { Link, toastProblem, useTexts } from '@portico/ui'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useWorkspaceBase } from '../../workspace-data.ts'
import { useCounts } from './amounts.ts'
import { useAnalyse, type Import } from './imports-data.ts'
import styles from './imports.module.css'
import { sheetTexts } from './texts.ts'

/** What an undo took back, what it left and why, and the way to bring the same files in again. */
export function Withdrawn({ batch, mayManage }: { batch: Import; mayManage: boolean }) {
  const t = useTexts(sheetTexts)
  const base = useWorkspaceBase()
  const counts = useCounts()
  const analyse = useAnalyse(batch.id)
  return (
    <section className={styles.silence} aria-labelledby="import-withdrawn">
      <IconArrowBackUp aria-hidden />
      <div>
        <h2 id="import-withdrawn">{t('withdrawn', { records: counts(batch.withdrawn) || '–' })}</h2>
        {batch.blocked > 0 ? (
          <p>
            {t('blocked', { count: batch.blocked })}{' '}
            <Link href={`${base}/settings/imports/${batch.id}?part=records&records=blocked`}>
              {t('seeBlocked')}
            </Link>
          </p>
        ) : null}
        <p className={styles.quiet}>{t('undoAgain')}</p>
        {mayManage ? (
          <div className={styles.silenceDeeds}>
            <Button
              size="xs"
              variant="default"
              loading={analyse.isPending}
              onClick={() => analyse.mutate(undefined, { onError: toastProblem })}
            >
              {t('again')}
            </Button>
          </div>
        ) : null}
      </div>
    </section>
  )
}
