import { exponentOf, formatMoney } from '@portico/money'
import { useLocale, useTexts } from '@portico/ui'
import { IconGripVertical, IconTextPlus, IconX } from '@tabler/icons-react'
import { memo, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { PriceItem } from '../lookups.ts'
import { DescriptionCell } from './description-cell.tsx'
import type { LineErrors } from './draft-errors.ts'
import type { DraftLine } from './draft.ts'
import { CellError, DecimalCell, TextCell } from './line-cells.tsx'
import styles from './lines.module.css'
import { editorTexts } from './texts.ts'

export interface TaxOption {
  value: string
  label: string
}

/** What a row can ask for; one object for all rows and for ever, so that no row is drawn again because of it. */
export interface LineDeeds {
  change: (key: string, values: Partial<DraftLine>) => void
  pick: (key: string, item: PriceItem) => void
  insertAfter: (key: string) => void
  remove: (key: string) => void
  move: (key: string, by: -1 | 1, field: string) => void
  moveTo: (key: string, position: number) => void
  explain: (key: string, from: HTMLElement) => void
}

export interface LineRowProps {
  line: DraftLine
  /** From 0. */
  index: number
  /** Minor units; null while it cannot be computed. */
  amount: number | null
  currency: string
  errors: LineErrors | undefined
  taxes: readonly TaxOption[]
  hasDiscount: boolean
  hasItems: boolean
  deeds: LineDeeds
}

/** One line of the paper, as fields. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { line, index, amount, currency, errors, taxes, hasDiscount, hasItems, deeds } = props
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const [isOver, setOver] = useState(false)
  const [hasDetails, setDetails] = useState(line.details !== '')
  const position = index + 1
  const at = (field: keyof DraftLine) => `lines.${line.key}.${field}`
  const set = (values: Partial<DraftLine>) => deeds.change(line.key, values)

  function press(event: KeyboardEvent<HTMLElement>) {
    const field = (event.target as HTMLElement).dataset['field']?.split('.').at(-1) ?? 'description'
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      deeds.move(line.key, event.key === 'ArrowUp' ? -1 : 1, field)
      return
    }
    const isPlain = !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    const isField = (event.target as HTMLElement).matches('input, textarea')
    if (event.key === 'Enter' && isPlain && isField && field !== 'details') {
      event.preventDefault()
      deeds.insertAfter(line.key)
    }
  }

  function drop(event: DragEvent) {
    const key = event.dataTransfer.getData('application/x-portico-line')
    setOver(false)
    if (!key) return
    event.preventDefault()
    deeds.moveTo(key, index)
  }

  return (
    <li
      className={styles.row}
      data-over={isOver || undefined}
      aria-label={t('line', { position })}
      onKeyDown={press}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('application/x-portico-line')) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <span
        className={styles.position}
        draggable
        title={t('moveLine', { position })}
        onDragStart={(event) => {
          event.dataTransfer.setData('application/x-portico-line', line.key)
          event.dataTransfer.effectAllowed = 'move'
        }}
      >
        <span className={styles.count}>{position}</span>
        <IconGripVertical className={styles.grip} aria-hidden />
      </span>
      <div className={styles.whatCell}>
        <DescriptionCell
          field={at('description')}
          label={t('descriptionOf', { position })}
          error={errors?.['description']}
          value={line.description}
          currency={currency}
          hasItems={hasItems}
          onChange={(description) => set({ description, price_item_id: null })}
          onPick={(item) => {
            deeds.pick(line.key, item)
            if (item.description) setDetails(true)
          }}
        />
        {hasDetails || line.details !== '' ? (
          <TextCell
            field={at('details')}
            label={t('detailsOf', { position })}
            error={errors?.['details']}
            isArea
            className={styles.detailsInput}
            value={line.details}
            placeholder={t('detailsPlaceholder')}
            maxLength={2000}
            onChange={(details) => set({ details })}
            onBlur={() => setDetails(line.details !== '')}
          />
        ) : (
          <button
            type="button"
            className={styles.addDetails}
            aria-label={t('addDetails', { position })}
            title={t('detailsPlaceholder')}
            onClick={() => setDetails(true)}
          >
            <IconTextPlus aria-hidden />
          </button>
        )}
      </div>
      <div>
        <DecimalCell
          field={at('quantity')}
          label={t('quantityOf', { position })}
          error={errors?.['quantity']}
          value={line.quantity}
          onChange={(quantity) => set({ quantity })}
        />
      </div>
      <div>
        <TextCell
          field={at('unit')}
          label={t('unitOf', { position })}
          error={errors?.['unit']}
          className={styles.unit}
          value={line.unit}
          maxLength={20}
          onChange={(unit) => set({ unit })}
        />
      </div>
      <div>
        <DecimalCell
          field={at('unit_price')}
          label={t('unitPriceOf', { position })}
          error={errors?.['unit_price']}
          value={line.unit_price}
          places={exponentOf(currency)}
          placeholder={(0).toFixed(exponentOf(currency))}
          onChange={(unit_price) => set({ unit_price })}
        />
      </div>
      {hasDiscount ? (
        <div>
          <DecimalCell
            field={at('discount_percent')}
            label={t('discountOf', { position })}
            error={errors?.['discount_percent']}
            value={line.discount_percent}
            placeholder="0"
            suffix="%"
            onChange={(discount_percent) => set({ discount_percent })}
          />
        </div>
      ) : null}
      <div>
        <select
          className={`${styles.input} ${styles.tax}`}
          data-field={at('tax_rate_key')}
          aria-label={t('taxOf', { position })}
          aria-invalid={errors?.['tax_rate_key'] ? true : undefined}
          value={line.tax_rate_key ?? ''}
          onChange={(event) => set({ tax_rate_key: event.currentTarget.value || null })}
        >
          <option value="">{t('noTax')}</option>
          {taxes.map((tax) => (
            <option key={tax.value} value={tax.value}>
              {tax.label}
            </option>
          ))}
        </select>
        {errors?.['tax_rate_key'] ? (
          <CellError id={`${at('tax_rate_key')}-error`}>{errors['tax_rate_key']}</CellError>
        ) : null}
      </div>
      <button
        type="button"
        className={styles.amount}
        aria-label={`${t('explainLine', { position })}: ${amount === null ? '–' : formatMoney({ amount, currency }, locale)}`}
        onClick={(event) => deeds.explain(line.key, event.currentTarget)}
      >
        {amount === null ? '–' : formatMoney({ amount, currency }, locale, { currency: 'none' })}
      </button>
      <button
        type="button"
        className={styles.remove}
        aria-label={t('removeLine', { position })}
        onClick={() => deeds.remove(line.key)}
      >
        <IconX aria-hidden />
      </button>
    </li>
  )
})
