import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { Link } from '../link.tsx'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './sort-link.module.css'

export interface ListSort {
  ariaSort: (sortKey: string | undefined) => 'ascending' | 'descending' | undefined
  /** Where a click on the heading leads. */
  href: (sortKey: string) => string
}

/**
 * Sorting as the URL holds it: `due_date` ascends, `-due_date` descends. `hrefFor` builds the link of a sort.
 * A first click ascends, the next one turns it round.
 */
export function listSort(current: string, hrefFor: (sort: string) => string): ListSort {
  const isDown = current.startsWith('-')
  const key = isDown ? current.slice(1) : current
  return {
    ariaSort: (sortKey) => (sortKey && sortKey === key ? (isDown ? 'descending' : 'ascending') : undefined),
    href: (sortKey) => hrefFor(sortKey === key && !isDown ? `-${sortKey}` : sortKey),
  }
}

export function SortLink({ sort, column }: { sort: ListSort; column: { title: string; sortKey?: string } }) {
  const t = useTexts(uiTexts)
  const key = column.sortKey ?? ''
  const state = sort.ariaSort(key)
  return (
    <Link
      href={sort.href(key)}
      className={styles.sort}
      title={t('sortBy', { column: column.title })}
      data-active={state}
    >
      {column.title}
      {state === 'descending' ? <IconArrowDown /> : <IconArrowUp />}
    </Link>
  )
}
