import { Link } from '@portico/ui'
import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './home.module.css'

export interface ShortRow {
  key: string
  href: string
  name: string
  detail: ReactNode
  amount: ReactNode
  /** What a click does, in a word. */
  deed: string
}

/** A few rows with their action; nothing where there are none. */
export function ShortList(props: {
  title: string
  allHref: string
  allLabel: string
  rows: readonly ShortRow[] | undefined
}) {
  const { title, allHref, allLabel, rows } = props
  if (!rows || rows.length === 0) return null
  return (
    <section className={styles.list}>
      <header className={styles.listHead}>
        <h2>{title}</h2>
        <Link href={allHref}>{allLabel}</Link>
      </header>
      <ul>
        {rows.map((row) => (
          <li key={row.key}>
            <Link href={row.href} className={styles.row}>
              <span className={styles.name}>{row.name}</span>
              <span className={styles.detail}>{row.detail}</span>
              <span className={styles.amount}>{row.amount}</span>
              <span className={styles.deed}>
                {row.deed}
                <IconChevronRight aria-hidden />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
