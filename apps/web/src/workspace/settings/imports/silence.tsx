import { Button } from '@mantine/core'
import { ConfirmMoney, Link, toast, useTexts } from '@portico/ui'
import { IconBellOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useWorkspaceBase } from '../../workspace-data.ts'
import { useWake, type Import } from './imports-data.ts'
import styles from './imports.module.css'
import { sheetTexts } from './texts.ts'

/** Nothing of a batch is sent by itself until a person starts that, for all of it or from the list (OPS-39). */
export function Silence({ batch, mayManage }: { batch: Import; mayManage: boolean }) {
  const t = useTexts(sheetTexts)
  const base = useWorkspaceBase()
  const wake = useWake(batch.id)
  const [isAsking, setAsking] = useState(false)
  const count = batch.quiet
  return (
    <section className={styles.silence} aria-labelledby="import-silence">
      <IconBellOff aria-hidden />
      <div>
        <h2 id="import-silence">{t('silentTitle')}</h2>
        <p>{count > 0 ? t('silentDetail', { count }) : t('silentNone')}</p>
        {count > 0 && mayManage ? (
          <div className={styles.silenceDeeds}>
            <Button
              component={Link}
              href={`${base}/settings/imports/${batch.id}?part=records&records=quiet`}
              size="xs"
            >
              {t('seeSilent')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsking(true)}>
              {t('wakeAll', { count })}
            </Button>
          </div>
        ) : null}
      </div>
      <ConfirmMoney
        opened={isAsking}
        onClose={() => setAsking(false)}
        question={t('wakeQuestion', { count })}
        consequence={t('wakeEffect')}
        deed={t('wake', { count })}
        onConfirm={async () => {
          await wake.mutateAsync(null)
          toast(t('woken', { count }))
        }}
      />
    </section>
  )
}
