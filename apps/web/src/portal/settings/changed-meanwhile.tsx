import { Button } from '@mantine/core'
import { useTexts } from '@portico/ui'
import styles from './settings.module.css'
import { portalSettingsTexts } from './texts.ts'

interface ChangedMeanwhileProps {
  onLoad: () => void
  onKeep: () => void
}

/** A lost race, explained: nothing was overwritten, and nothing typed is lost. */
export function ChangedMeanwhile({ onLoad, onKeep }: ChangedMeanwhileProps) {
  const t = useTexts(portalSettingsTexts)
  return (
    <div className={styles.conflict} role="alert">
      <p className={styles.strong}>{t('conflictTitle')}</p>
      <p>{t('conflictDetail')}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onLoad}>
          {t('conflictLoad')}
        </Button>
        <Button variant="default" onClick={onKeep}>
          {t('conflictKeep')}
        </Button>
      </div>
    </div>
  )
}
