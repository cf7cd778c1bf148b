import { Button } from '@mantine/core'
import { useTexts } from '@portico/ui'
import { IconGitMerge } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { workspaceTexts } from './texts.ts'
import styles from './workspace.module.css'

export interface Difference {
  label: string
  theirs: ReactNode
  mine: ReactNode
}

interface ChangedMeanwhileProps {
  /** Fields that this person typed and that stand otherwise now. */
  differences: Difference[]
  onSaveMine: () => void
  onTakeTheirs: () => void
}

/** A change made from an older version (412): what is typed stays, what differs is named, the person decides. */
export function ChangedMeanwhile({ differences, onSaveMine, onTakeTheirs }: ChangedMeanwhileProps) {
  const t = useTexts(workspaceTexts)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alert" tabIndex={-1} className={styles.changed}>
      <IconGitMerge aria-hidden />
      <div className={styles.changedBody}>
        <p className={styles.changedTitle}>{t('changedTitle')}</p>
        <p>{t(differences.length > 0 ? 'changedDetail' : 'changedElsewhere')}</p>
        {differences.length > 0 ? (
          <dl className={styles.differences}>
            {differences.map(({ label, theirs, mine }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{t.rich('changedField', { theirs: <b>{theirs}</b>, mine: <b>{mine}</b> })}</dd>
              </div>
            ))}
          </dl>
        ) : null}
        <div className={styles.changedActions}>
          <Button size="xs" onClick={onSaveMine}>
            {t('saveMine')}
          </Button>
          <Button size="xs" variant="default" onClick={onTakeTheirs}>
            {t('takeTheirs')}
          </Button>
        </div>
      </div>
    </div>
  )
}
