import { Link } from '@portico/ui'
import styles from './view-chips.module.css'

export interface ViewChip {
  key: string
  label: string
  href: string
  isCurrent: boolean
}

/** The usual questions to a list, each a link that can be shared. */
export function ViewChips({ label, chips }: { label: string; chips: readonly ViewChip[] }) {
  return (
    <nav aria-label={label} className={styles.chips}>
      {chips.map((chip) => (
        <Link
          key={chip.key}
          href={chip.href}
          className={styles.chip}
          aria-current={chip.isCurrent ? 'page' : undefined}
        >
          {chip.label}
        </Link>
      ))}
    </nav>
  )
}
