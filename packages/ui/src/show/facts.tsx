import type { ReactNode } from 'react'
import styles from './facts.module.css'

export interface Fact {
  label: string
  /** Facts without a value are left out, so that a page never shows empty lines. */
  value: ReactNode
  /** A control at the right of the value: copy, edit. */
  action?: ReactNode
}

export interface FactsProps {
  facts: Fact[]
  /** Heading of the group. */
  title?: string
  /** `stacked` puts the label above its value: narrow columns. */
  layout?: 'columns' | 'stacked'
}

/** Label and value, line by line. */
export function Facts({ facts, title, layout = 'columns' }: FactsProps) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <section>
      {title ? <h2 className={styles.title}>{title}</h2> : null}
      <dl className={styles.facts} data-layout={layout}>
        {known.map(({ label, value, action }) => (
          <div key={label} className={styles.fact}>
            <dt className={styles.label}>{label}</dt>
            <dd className={styles.value}>
              <span className={styles.text}>{value}</span>
              {action}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
