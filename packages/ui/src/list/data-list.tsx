import type { ReactNode } from 'react'
import { ErrorState } from '../feedback/error-state.tsx'
import { Link } from '../link.tsx'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { BulkBar } from './bulk-bar.tsx'
import styles from './data-list.module.css'
import { RowCheckbox } from './row-checkbox.tsx'
import { SkeletonRows } from './skeleton-rows.tsx'
import { SortLink, type ListSort } from './sort-link.tsx'

export type { ListSort } from './sort-link.tsx'

export interface DataColumn<Row> {
  key: string
  title: string
  render: (row: Row) => ReactNode
  /** `end` for amounts and figures. */
  align?: 'end'
  /** CSS width of the column; the rest is shared. */
  width?: string
  /** The name the API sorts by; the heading becomes a link. */
  sortKey?: string
  /** Stands under the column, in its own alignment: `<Amount value={…} />`. */
  sum?: ReactNode
  /** Dropped when the list is narrower: `medium` below 860 px, `wide` below 1100 px. */
  only?: 'medium' | 'wide'
  /**
   * The column's place in the two lines of a phone: `title` and `amount` share the first, `detail` and `status` the
   * second. Without a place it is not shown there.
   */
  phone?: 'title' | 'amount' | 'detail' | 'status'
}

export interface ListSelection {
  selected: ReadonlySet<string>
  onChange: (selected: ReadonlySet<string>) => void
  /** Buttons for what can be done with all selected rows. */
  actions: ReactNode
}

export interface ListPaging {
  /** Links with the keyset cursor in them; null at the ends. */
  previousHref: string | null
  nextHref: string | null
}

export interface DataListProps<Row> {
  /** Accessible name: "Invoices". */
  label: string
  columns: DataColumn<Row>[]
  /** Undefined while loading. */
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  /** Where a click on the row leads. The first column becomes the link. */
  rowHref?: ((row: Row) => string) | undefined
  /** A row's name for its checkbox: "INV-2026-014". Needed with `selection`. */
  rowName?: (row: Row) => string
  error?: unknown
  onRetry?: (() => void) | undefined
  /** An `EmptyState`, shown instead of the table. */
  empty: ReactNode
  sort?: ListSort
  selection?: ListSelection
  paging?: ListPaging | undefined
  /** Rows of the skeleton. */
  expectedRows?: number
  /** Dims the rows while the next page or filter is on its way. */
  isStale?: boolean
}

/** The one list: a table that becomes two-line rows on a phone, with every state it can be in. */
export function DataList<Row>(props: DataListProps<Row>) {
  const { label, columns, rows, rowKey, rowHref, rowName, error, onRetry, empty, sort, selection, paging } =
    props
  const t = useTexts(uiTexts)
  if (error && !rows) return <ErrorState error={error} onRetry={onRetry} />
  if (rows?.length === 0) return <>{empty}</>

  const keys = rows?.map(rowKey) ?? []
  const isAll = keys.length > 0 && keys.every((key) => selection?.selected.has(key))
  const hasSums = columns.some((column) => column.sum !== undefined) && rows !== undefined
  const select = (key: string, isOn: boolean) => {
    const next = new Set(selection?.selected)
    if (isOn) next.add(key)
    else next.delete(key)
    selection?.onChange(next)
  }

  return (
    <div className={styles.list} aria-busy={rows === undefined || props.isStale || undefined}>
      <table className={styles.table} role="table" aria-label={label} data-stale={props.isStale || undefined}>
        <thead className={styles.head} role="rowgroup">
          <tr role="row">
            {selection ? (
              <th role="columnheader" className={styles.check}>
                <RowCheckbox
                  label={t('selectAll')}
                  checked={isAll}
                  isPartly={!isAll && selection.selected.size > 0}
                  onChange={(isOn) => selection.onChange(new Set(isOn ? keys : []))}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                style={column.width ? { width: column.width } : undefined}
                data-align={column.align}
                data-only={column.only}
                aria-sort={sort?.ariaSort(column.sortKey)}
              >
                {sort && column.sortKey ? <SortLink sort={sort} column={column} /> : column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows === undefined ? (
            <SkeletonRows
              columns={columns}
              count={props.expectedRows ?? 8}
              hasCheck={selection !== undefined}
            />
          ) : (
            rows.map((row) => {
              const key = rowKey(row)
              const isSelected = selection?.selected.has(key)
              return (
                <tr
                  key={key}
                  role="row"
                  className={styles.row}
                  data-link={rowHref ? '' : undefined}
                  data-selected={isSelected || undefined}
                >
                  {selection ? (
                    <td role="cell" className={styles.check}>
                      <RowCheckbox
                        label={t('selectRow', { name: rowName?.(row) ?? key })}
                        checked={isSelected === true}
                        onChange={(isOn) => select(key, isOn)}
                      />
                    </td>
                  ) : null}
                  {columns.map((column, index) => (
                    <td
                      key={column.key}
                      role="cell"
                      data-align={column.align}
                      data-only={column.only}
                      data-phone={column.phone ?? 'none'}
                    >
                      {index === 0 && rowHref ? (
                        <Link href={rowHref(row)} className={styles.rowLink}>
                          {column.render(row)}
                        </Link>
                      ) : (
                        column.render(row)
                      )}
                    </td>
                  ))}
                </tr>
              )
            })
          )}
        </tbody>
        {hasSums ? (
          <tfoot role="rowgroup" className={styles.foot}>
            <tr role="row">
              {selection ? <td role="cell" className={styles.check} /> : null}
              {columns.map((column, index) => (
                <td
                  key={column.key}
                  role="cell"
                  data-align={column.align}
                  data-only={column.only}
                  data-phone={footPlace(column, index)}
                >
                  {column.sum ?? (index === 0 ? t('total') : null)}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
      {rows === undefined ? (
        <span role="status" className={styles.spoken}>
          {t('loading')}
        </span>
      ) : null}
      {paging && (paging.previousHref !== null || paging.nextHref !== null) ? (
        <Pages paging={paging} />
      ) : null}
      {selection && selection.selected.size > 0 ? <BulkBar selection={selection} /> : null}
    </div>
  )
}

/** On a phone the sums are one line: the word, then the main amount. */
function footPlace(column: DataColumn<never>, index: number): string {
  if (index === 0) return 'title'
  return column.sum !== undefined && column.phone === 'amount' ? 'amount' : 'none'
}

function Pages({ paging }: { paging: ListPaging }) {
  const t = useTexts(uiTexts)
  const page = (href: string | null, words: string) =>
    href === null ? (
      <span className={styles.page} aria-disabled="true">
        {words}
      </span>
    ) : (
      <Link className={styles.page} href={href}>
        {words}
      </Link>
    )
  return (
    <nav aria-label={t('pages')} className={styles.pages}>
      {page(paging.previousHref, t('previous'))}
      {page(paging.nextHref, t('next'))}
    </nav>
  )
}
