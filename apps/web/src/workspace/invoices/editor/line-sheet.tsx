import { Button, Drawer } from '@mantine/core'
import { exponentOf } from '@portico/money'
import { Amount, useTexts } from '@portico/ui'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { DescriptionCell } from './description-cell.tsx'
import type { LineErrors } from './draft-errors.ts'
import type { DraftLine } from './draft.ts'
import { DecimalCell, TextCell } from './line-cells.tsx'
import type { LineDeeds, TaxOption } from './line-row.tsx'
import styles from './lines.module.css'
import { editorTexts } from './texts.ts'

/** One line on a phone, with everything about it. */
export function LineSheet(props: {
  line: DraftLine | null
  index: number
  amount: number | null
  currency: string
  errors: LineErrors | undefined
  taxes: readonly TaxOption[]
  hasItems: boolean
  deeds: LineDeeds
  onClose: () => void
}) {
  const { line, index, amount, currency, errors, taxes, hasItems, deeds, onClose } = props
  const t = useTexts(editorTexts)
  const position = index + 1
  return (
    <Drawer
      opened={line !== null}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t('line', { position })}
      closeButtonProps={{ 'aria-label': t('lineDone') }}
    >
      {line ? (
        <>
          <div className={styles.sheetFields}>
            <Labelled label={t('description')} isWhole>
              <DescriptionCell
                key={`${line.key} description`}
                field={`lines.${line.key}.description`}
                label={t('descriptionOf', { position })}
                error={errors?.['description']}
                value={line.description}
                currency={currency}
                hasItems={hasItems}
                onChange={(description) => deeds.change(line.key, { description, price_item_id: null })}
                onPick={(item) => deeds.pick(line.key, item)}
              />
            </Labelled>
            <Labelled label={t('detailsPlaceholder')} isWhole>
              <TextCell
                field={`lines.${line.key}.details`}
                label={t('detailsOf', { position })}
                error={errors?.['details']}
                isArea
                value={line.details}
                maxLength={2000}
                onChange={(details) => deeds.change(line.key, { details })}
              />
            </Labelled>
            <Labelled label={t('quantity')}>
              <DecimalCell
                key={`${line.key} quantity`}
                field={`lines.${line.key}.quantity`}
                label={t('quantityOf', { position })}
                error={errors?.['quantity']}
                value={line.quantity}
                onChange={(quantity) => deeds.change(line.key, { quantity })}
              />
            </Labelled>
            <Labelled label={t('unit')}>
              <TextCell
                field={`lines.${line.key}.unit`}
                label={t('unitOf', { position })}
                error={errors?.['unit']}
                value={line.unit}
                maxLength={20}
                onChange={(unit) => deeds.change(line.key, { unit })}
              />
            </Labelled>
            <Labelled label={t('unitPrice')}>
              <DecimalCell
                key={`${line.key} price`}
                field={`lines.${line.key}.unit_price`}
                label={t('unitPriceOf', { position })}
                error={errors?.['unit_price']}
                value={line.unit_price}
                places={exponentOf(currency)}
                onChange={(unit_price) => deeds.change(line.key, { unit_price })}
              />
            </Labelled>
            <Labelled label={t('discount')}>
              <DecimalCell
                key={`${line.key} discount`}
                field={`lines.${line.key}.discount_percent`}
                label={t('discountOf', { position })}
                error={errors?.['discount_percent']}
                value={line.discount_percent}
                suffix="%"
                onChange={(discount_percent) => deeds.change(line.key, { discount_percent })}
              />
            </Labelled>
            <Labelled label={t('tax')} isWhole>
              <select
                className={styles.input}
                aria-label={t('taxOf', { position })}
                value={line.tax_rate_key ?? ''}
                onChange={(event) =>
                  deeds.change(line.key, { tax_rate_key: event.currentTarget.value || null })
                }
              >
                <option value="">{t('noTax')}</option>
                {taxes.map((tax) => (
                  <option key={tax.value} value={tax.value}>
                    {tax.label}
                  </option>
                ))}
              </select>
            </Labelled>
          </div>
          <div className={styles.sheetFoot}>
            <Button onClick={onClose}>{t('lineDone')}</Button>
            <Button
              variant="default"
              aria-label={t('moveUp')}
              onClick={() => deeds.move(line.key, -1, 'description')}
            >
              <IconArrowUp />
            </Button>
            <Button
              variant="default"
              aria-label={t('moveDown')}
              onClick={() => deeds.move(line.key, 1, 'description')}
            >
              <IconArrowDown />
            </Button>
            <Button
              variant="default"
              aria-label={t('removeLine', { position })}
              onClick={() => {
                onClose()
                deeds.remove(line.key)
              }}
            >
              <IconTrash />
            </Button>
            {amount === null ? null : <Amount value={{ amount, currency }} size="large" />}
          </div>
        </>
      ) : null}
    </Drawer>
  )
}

function Labelled({ label, isWhole, children }: { label: string; isWhole?: boolean; children: ReactNode }) {
  return (
    <div className={isWhole ? styles.whole : undefined}>
      <span className={styles.sheetLabel} aria-hidden>
        {label}
      </span>
      {children}
    </div>
  )
}
