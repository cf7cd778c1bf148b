import { Button, Modal } from '@mantine/core'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './confirm-money.module.css'

export interface UnsavedDialogProps {
  opened: boolean
  onStay: () => void
  onLeave: () => void
}

/** Asked when a page with unsaved changes is about to be left; the shells' `useUnsavedGuard` shows it. */
export function UnsavedDialog({ opened, onStay, onLeave }: UnsavedDialogProps) {
  const t = useTexts(uiTexts)
  return (
    <Modal
      opened={opened}
      onClose={onStay}
      title={t('unsavedTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.body}>
        <p>{t('unsavedBody')}</p>
        <div className={styles.actions}>
          <Button variant="default" onClick={onLeave}>
            {t('unsavedLeave')}
          </Button>
          <Button onClick={onStay} data-autofocus>
            {t('unsavedStay')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
