import { useId, type ReactNode } from 'react'
import styles from './settings.module.css'

/** A group with its heading and the sentence that says what it changes. */
export function SettingsGroup({
  title,
  detail,
  children,
}: {
  title: string
  detail?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div>
        <h2 id={id}>{title}</h2>
        {detail ? <p className={styles.quiet}>{detail}</p> : null}
      </div>
      {children}
    </section>
  )
}
