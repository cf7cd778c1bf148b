import { SkeletonLine } from '../feedback/skeleton.tsx'
import styles from './data-list.module.css'

export interface SkeletonRowsProps {
  columns: { key: string; align?: 'end'; only?: string; phone?: string }[]
  count: number
  hasCheck: boolean
}

/** The list in waiting: same columns, same heights, so that nothing jumps when the rows arrive. */
export function SkeletonRows({ columns, count, hasCheck }: SkeletonRowsProps) {
  return Array.from({ length: count }, (_, row) => (
    <tr key={row} role="row" aria-hidden>
      {hasCheck ? <td role="cell" className={styles.check} /> : null}
      {columns.map((column, index) => (
        <td
          key={column.key}
          role="cell"
          data-align={column.align}
          data-only={column.only}
          data-phone={column.phone ?? 'none'}
          className={column.align === 'end' ? styles.skeletonEnd : undefined}
        >
          <SkeletonLine width={column.align ? '72px' : `${48 + ((row * 13 + index * 29) % 40)}%`} />
        </td>
      ))}
    </tr>
  ))
}
