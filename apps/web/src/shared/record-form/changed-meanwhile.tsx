import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Problem, useTexts } from '@portico/ui'
import styles from './changed-meanwhile.module.css'
import { isOvertaken } from './overtaken.ts'
import { recordFormTexts } from './texts.ts'

interface ChangedMeanwhileProps<R> {
  /** The refusal of the last save. There is something to explain where another change was faster. */
  error: unknown
  /** Reads the record as it stands now. */
  read: () => Promise<R>
  onLoad: (now: R) => void
  onKeep: (now: R) => void
}

/** A lost race, explained: nothing was overwritten, and nothing typed is lost. */
export function ChangedMeanwhile<R>({ error, read, onLoad, onKeep }: ChangedMeanwhileProps<R>) {
  const t = useTexts(recordFormTexts)
  const reading = useMutation({ mutationFn: read })
  if (!isOvertaken(error)) return null
  return (
    <div className={styles.box} role="alert">
      <p className={styles.title}>{t('title')}</p>
      <p>{t('detail')}</p>
      {reading.error ? <Problem error={reading.error} /> : null}
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => reading.mutate(undefined, { onSuccess: onLoad })}>
          {t('load')}
        </Button>
        <Button variant="default" onClick={() => reading.mutate(undefined, { onSuccess: onKeep })}>
          {t('keep')}
        </Button>
      </div>
    </div>
  )
}
