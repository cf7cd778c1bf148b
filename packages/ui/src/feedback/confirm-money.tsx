import { Button, Modal } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { Problem } from './problem.tsx'
import styles from './confirm-money.module.css'

export interface ConfirmMoneyProps {
  opened: boolean
  onClose: () => void
  /** The question with the amount in it: "Approve 1,000,000.00 TZS to INV-2026-014?" */
  question: string
  /** What follows: "Leaves 180,000.00 TZS open." */
  consequence?: ReactNode
  /** The deed as the button's words: "Approve 1,000,000.00 TZS". */
  deed: string
  /** Red, for what takes money back or cannot be undone. */
  isDangerous?: boolean
  /** Fields that belong to the deed: a reason, a date. */
  children?: ReactNode
  /** The dialog waits for it, closes on success and shows what was refused. */
  onConfirm: () => Promise<void>
}

/** A plain question before money moves. */
export function ConfirmMoney(props: ConfirmMoneyProps) {
  const { opened, onClose, question, consequence, deed, isDangerous, children, onConfirm } = props
  const t = useTexts(uiTexts)
  const formId = useId()
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)

  async function confirm() {
    setBusy(true)
    setError(null)
    try {
      await onConfirm()
      onClose()
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }

  function close() {
    if (isBusy) return
    setError(null)
    onClose()
  }

  return (
    <Modal opened={opened} onClose={close} title={question} closeButtonProps={{ 'aria-label': t('close') }}>
      <form
        id={formId}
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          void confirm()
        }}
      >
        {consequence ? <div>{consequence}</div> : null}
        {children}
        {error ? <Problem error={error} /> : null}
        <div className={styles.actions}>
          <Button variant="default" onClick={close} disabled={isBusy} data-autofocus>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isBusy} {...(isDangerous ? { color: 'red' } : {})}>
            {deed}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
