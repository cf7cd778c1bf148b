import type { ReactNode } from 'react'
import styles from './filter-row.module.css'

/** Filters of a list that has too few of them for a filter bar. */
export function FilterRow({ children }: { children: ReactNode }) {
  return (
    <div className={styles.row} role="search">
      {children}
    </div>
  )
}
