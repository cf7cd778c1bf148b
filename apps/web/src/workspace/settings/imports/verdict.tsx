import { useTexts } from '@portico/ui'
import { IconAlertTriangle, IconCheck, IconInfoCircle } from '@tabler/icons-react'
import { useAmounts } from './amounts.ts'
import type { ImportSheet } from './imports-data.ts'
import styles from './imports.module.css'
import { sheetTexts } from './texts.ts'

/** A tick only where there is nothing to explain. */
const ICONS = { good: IconCheck, some: IconInfoCircle, bad: IconAlertTriangle }

/** The answer first: do the books agree, and if not, is it known why. */
export function Verdict({ sheet }: { sheet: ImportSheet }) {
  const t = useTexts(sheetTexts)
  const amounts = useAmounts()
  const { invoices, agreeing, causes, differing, is_explained: isExplained } = sheet.verdict
  const isWhole = agreeing === invoices
  const first =
    invoices === 0
      ? t('noInvoices')
      : isWhole
        ? t('allAgree', { count: invoices })
        : t('someAgree', { agreeing, invoices })
  const second = !isExplained
    ? t('notExplained')
    : causes > 0 && differing.length > 0
      ? t('explained', { count: causes, amounts: amounts(differing) })
      : isWhole
        ? null
        : t('noMoneyDiffers')
  const tone = isExplained ? (isWhole ? 'good' : 'some') : 'bad'
  const Icon = ICONS[tone]
  return (
    <div className={styles.verdict} data-tone={tone}>
      <Icon aria-hidden />
      <p>
        <strong>{first}</strong> {second}
      </p>
    </div>
  )
}
