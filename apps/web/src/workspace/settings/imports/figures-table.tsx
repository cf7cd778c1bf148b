import { formatNumber, useLocale, useTexts } from '@portico/ui'
import { formatMoney } from '@portico/money'
import { IconCheck } from '@tabler/icons-react'
import type { ImportFigure } from './imports-data.ts'
import styles from './imports.module.css'
import { sheetTexts } from './texts.ts'

interface FiguresTableProps {
  figures: readonly ImportFigure[]
  /** "Invoice Ninja": the heading of the column that comes from the files. */
  source: string
}

/** Counts, then sums per currency: what the files say, what stands here, and how far they are apart. */
export function FiguresTable({ figures, source }: FiguresTableProps) {
  const t = useTexts(sheetTexts)
  const currencies = [...new Set(figures.map(({ currency }) => currency))].sort((a, b) =>
    (a ?? '').localeCompare(b ?? ''),
  )
  return (
    <table className={styles.figures} role="table" aria-label={t('sheet')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {t('measure')}
          </th>
          <th role="columnheader" scope="col">
            {source}
          </th>
          <th role="columnheader" scope="col">
            {t('portico')}
          </th>
          <th role="columnheader" scope="col">
            {t('difference')}
          </th>
        </tr>
      </thead>
      {currencies.map((currency) => (
        <tbody key={currency ?? 'counts'} role="rowgroup">
          <tr role="row" className={styles.figureGroup}>
            <th role="rowheader" scope="rowgroup" colSpan={4}>
              {currency ?? t('records')}
            </th>
          </tr>
          {figures
            .filter((figure) => figure.currency === currency)
            .map((figure) => (
              <FigureRow key={figure.measure} figure={figure} source={source} />
            ))}
        </tbody>
      ))}
    </table>
  )
}

function FigureRow({ figure, source }: { figure: ImportFigure; source: string }) {
  const t = useTexts(sheetTexts)
  const shown = useFigure(figure.currency)
  const isUnexplained = figure.unexplained !== 0
  return (
    <tr role="row" data-differs={figure.difference !== 0 || undefined}>
      <th role="rowheader" scope="row">
        {t(`measure_${figure.measure}`)}
      </th>
      <td role="cell" data-label={source}>
        {shown(figure.source)}
      </td>
      <td role="cell" data-label={t('portico')}>
        {shown(figure.portico)}
      </td>
      <td role="cell" data-label={t('difference')}>
        {figure.difference === 0 ? (
          <span className={styles.tick}>
            <IconCheck aria-hidden />
            <span className={styles.spoken}>{t('agrees')}</span>
          </span>
        ) : (
          <span className={styles.differs} data-bad={isUnexplained || undefined}>
            {shown(figure.difference, true)}
          </span>
        )}
        {isUnexplained ? (
          <div className={styles.bad}>{t('unexplained', { amount: shown(figure.unexplained, true) })}</div>
        ) : null}
      </td>
    </tr>
  )
}

const TRUE_MINUS = '\u2212'

/** A count or a sum, as the column's heading says; a difference with its sign. */
export function useFigure(currency: string | null): (value: number, isSigned?: boolean) => string {
  const locale = useLocale()
  return (value, isSigned = false) => {
    const text = currency
      ? formatMoney({ amount: value, currency }, locale, { currency: 'none' })
      : formatNumber(value, {}, locale).replace('-', TRUE_MINUS)
    return isSigned && value > 0 ? `+${text}` : text
  }
}
