import { Button } from '@mantine/core'
import type { Totals } from '@portico/money'
import { useTexts } from '@portico/ui'
import { IconPercentage, IconPlus } from '@tabler/icons-react'
import { useMemo, useState, type ClipboardEvent } from 'react'
import { errorsByLine, type DraftErrors } from './draft-errors.ts'
import type { Draft } from './draft.ts'
import { LineBrief } from './line-brief.tsx'
import { LineRow, type LineDeeds, type TaxOption } from './line-row.tsx'
import styles from './lines.module.css'
import { isTable } from './paste-lines.ts'
import { editorTexts } from './texts.ts'

export interface LineListProps {
  draft: Draft
  totals: Totals | null
  errors: DraftErrors
  taxes: readonly TaxOption[]
  hasItems: boolean
  isPhone: boolean
  deeds: LineDeeds
  onAdd: () => void
  onOpen: (key: string) => void
  /** Rows of a spreadsheet; `at` is the line they were pasted into. */
  onPaste: (text: string, at: string | null) => void
  onPricesIncludeTax: (is: boolean) => void
}

/** The lines of the paper. */
export function LineList(props: LineListProps) {
  const { draft, totals, errors, taxes, hasItems, isPhone, deeds, onAdd, onOpen, onPaste } = props
  const t = useTexts(editorTexts)
  const [wantsDiscount, setWantsDiscount] = useState(false)
  const hasDiscount = wantsDiscount || draft.lines.some((line) => line.discount_percent !== '')
  const byLine = useMemo(() => errorsByLine(errors), [errors])

  function paste(event: ClipboardEvent<HTMLElement>) {
    const text = event.clipboardData.getData('text/plain')
    if (!isTable(text)) return
    const field = (event.target as HTMLElement).dataset['field'] ?? ''
    if (field.endsWith('.details') && !text.includes('\t')) return
    event.preventDefault()
    onPaste(text, field.split('.')[1] ?? null)
  }

  return (
    <section
      aria-label={t('lines')}
      className={styles.lines}
      data-discount={hasDiscount || undefined}
      onPaste={paste}
    >
      {isPhone ? (
        <ol>
          {draft.lines.map((line, index) => (
            <LineBrief
              key={line.key}
              line={line}
              index={index}
              currency={draft.currency}
              amount={totals?.lines[index]?.amount ?? null}
              isWrong={byLine.has(line.key)}
              onOpen={onOpen}
            />
          ))}
        </ol>
      ) : (
        <>
          <div className={styles.heads} aria-hidden>
            <span />
            <span>{t('description')}</span>
            <span className={styles.endHead}>{t('quantityShort')}</span>
            <span>{t('unit')}</span>
            <span className={styles.endHead}>{t('unitPrice')}</span>
            {hasDiscount ? <span className={styles.endHead}>{t('discountShort')}</span> : null}
            <span>{t('tax')}</span>
            <span className={styles.endHead}>{t('amount')}</span>
          </div>
          <ol>
            {draft.lines.map((line, index) => (
              <LineRow
                key={line.key}
                line={line}
                index={index}
                amount={totals?.lines[index]?.amount ?? null}
                currency={draft.currency}
                errors={byLine.get(line.key)}
                taxes={taxes}
                hasDiscount={hasDiscount}
                hasItems={hasItems}
                deeds={deeds}
              />
            ))}
          </ol>
        </>
      )}
      <div className={styles.tools}>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus />}
          onClick={onAdd}
          data-field="lines"
        >
          {t('addLine')}
        </Button>
        {!isPhone && !hasDiscount ? (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPercentage />}
            onClick={() => setWantsDiscount(true)}
          >
            {t('discounts')}
          </Button>
        ) : null}
        <Button
          variant="subtle"
          size="compact-sm"
          aria-pressed={draft.prices_include_tax}
          onClick={() => props.onPricesIncludeTax(!draft.prices_include_tax)}
        >
          {draft.prices_include_tax ? t('pricesWith') : t('pricesWithout')}
        </Button>
        {isPhone ? null : <span className={styles.hint}>{t('keysHint')}</span>}
      </div>
    </section>
  )
}
