import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Suspense, lazy } from 'react'
import { textsOf } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { readProblem } from './read-problem.ts'
import styles from './toast.module.css'

const ToastArea = lazy(() => import('./toast-area.tsx'))

/** Stands once in each shell that shows toasts. */
export function Toasts() {
  return (
    <Suspense>
      <ToastArea />
    </Suspense>
  )
}

/** What happened, in words: "Sent INV-2026-014 to amina@…". */
export function toast(message: string): void {
  notifications.show({
    message,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': textsOf(uiTexts)('close') },
  })
}

/** A refusal that has no field and no place of its own on the page. */
export function toastProblem(error: unknown): void {
  const { title, detail } = readProblem(error)
  notifications.show({
    title,
    message: detail === title ? '' : detail,
    color: 'red',
    autoClose: 10_000,
    role: 'alert',
    closeButtonProps: { 'aria-label': textsOf(uiTexts)('close') },
  })
}

export interface UndoToast {
  /** What was done: "Archived Kilimo Ltd". */
  message: string
  undo: () => void | Promise<void>
}

/** For what can be undone: do it at once, and offer the way back for eight seconds. */
export function toastUndo({ message, undo }: UndoToast): void {
  const t = textsOf(uiTexts)
  const id = notifications.show({
    autoClose: 8000,
    closeButtonProps: { 'aria-label': t('close') },
    message: (
      <span className={styles.undo}>
        <span className={styles.message}>{message}</span>
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            notifications.hide(id)
            void Promise.resolve(undo()).catch(toastProblem)
          }}
        >
          {t('undo')}
        </Button>
      </span>
    ),
  })
}
