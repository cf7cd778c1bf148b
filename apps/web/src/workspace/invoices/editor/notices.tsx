import { Button } from '@mantine/core'
import { formatDateTime, useLocale, useTexts } from '@portico/ui'
import { IconHistory, IconUsers } from '@tabler/icons-react'
import styles from './editor.module.css'
import { editorTexts } from './texts.ts'

/** Something that was typed earlier and never saved is here again. */
export function RestoredNotice({ at, onDiscard }: { at: string; onDiscard: () => void }) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  return (
    <div className={styles.notice} role="status">
      <span>
        <IconHistory aria-hidden /> {t('restored', { when: formatDateTime(at, locale) })}
      </span>
      <Button variant="default" size="compact-sm" onClick={onDiscard}>
        {t('restoredDiscard')}
      </Button>
    </div>
  )
}

export interface Conflict {
  /** `mine`: the page shows what was typed here. `theirs`: it shows the newer version, and what was typed waits. */
  shown: 'mine' | 'theirs'
}

/** Two people wrote the same draft: nothing is overwritten and nothing is lost before somebody chooses. */
export function ConflictNotice(props: {
  conflict: Conflict
  isBusy: boolean
  onTheirs: () => void
  onMine: () => void
  onBack: () => void
}) {
  const { conflict, isBusy, onTheirs, onMine, onBack } = props
  const t = useTexts(editorTexts)
  if (conflict.shown === 'theirs') {
    return (
      <div className={styles.notice} role="status">
        <span>{t('conflictShown')}</span>
        <Button variant="default" size="compact-sm" onClick={onBack}>
          {t('conflictBack')}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.notice} role="alert">
      <div>
        <p className={styles.noticeTitle}>
          <IconUsers aria-hidden /> {t('conflictTitle')}
        </p>
        <p>{t('conflictDetail')}</p>
      </div>
      <Button variant="default" size="compact-sm" loading={isBusy} onClick={onTheirs}>
        {t('conflictTheirs')}
      </Button>
      <Button variant="default" size="compact-sm" loading={isBusy} onClick={onMine}>
        {t('conflictMine')}
      </Button>
    </div>
  )
}
