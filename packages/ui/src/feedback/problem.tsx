import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { IconAlertCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { readProblem } from './read-problem.ts'
import styles from './problem.module.css'

export interface ProblemProps {
  /** Whatever was thrown: a problem document, an error that carries one in `problem`, a lost connection. */
  error: unknown
  /** A way on: a link to sign in, a retry button. */
  action?: ReactNode
}

/** What was refused and why, with the request id to quote. Announced when it appears. */
export function Problem({ error, action }: ProblemProps) {
  const t = useTexts(uiTexts)
  const { title, detail, requestId } = readProblem(error)
  return (
    <div role="alert" className={styles.problem}>
      <IconAlertCircle className={styles.icon} aria-hidden />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {detail && detail !== title ? <p>{detail}</p> : null}
        {requestId ? (
          <p className={styles.request}>
            {t('requestId')} <code>{requestId}</code>
          </p>
        ) : null}
        {action ? <div className={styles.action}>{action}</div> : null}
      </div>
    </div>
  )
}
