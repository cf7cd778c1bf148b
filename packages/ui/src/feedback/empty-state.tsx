import type { ComponentType, ReactNode } from 'react'
import styles from './empty-state.module.css'

export interface EmptyStateProps {
  icon?: ComponentType<{ className?: string }>
  /** One sentence: what will live here. */
  title: string
  detail?: ReactNode
  /** The action that starts it, and import if there is one. */
  action?: ReactNode
}

export function EmptyState({ icon: Icon, title, detail, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      {Icon ? (
        <span className={styles.badge} aria-hidden>
          <Icon className={styles.icon} />
        </span>
      ) : null}
      <p className={styles.title}>{title}</p>
      {detail ? <p className={styles.detail}>{detail}</p> : null}
      {action ? <div className={styles.action}>{action}</div> : null}
    </div>
  )
}
