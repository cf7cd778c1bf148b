import { Button } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { Problem } from './problem.tsx'
import styles from './error-state.module.css'

export interface ErrorStateProps {
  error: unknown
  /** Offered as "Try again". */
  onRetry?: (() => void) | undefined
}

/** In place of what could not be loaded: what happened, retry, the request id. */
export function ErrorState({ error, onRetry }: ErrorStateProps) {
  const t = useTexts(uiTexts)
  const retry = onRetry ? (
    <Button variant="default" size="xs" leftSection={<IconRefresh />} onClick={onRetry}>
      {t('retry')}
    </Button>
  ) : null
  return (
    <div className={styles.error}>
      <Problem error={error} action={retry} />
    </div>
  )
}
