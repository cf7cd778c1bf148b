import type { Translate } from '@portico/ui'
import type { ImportRecord } from './imports-data.ts'
import type { sheetTexts } from './texts.ts'

/** An invoice's label is its number, which may be a single digit. */
export const recordName = (
  row: Pick<ImportRecord, 'kind' | 'label'>,
  t: Translate<typeof sheetTexts.messages>,
): string => (row.kind === 'invoices' ? t('invoiceNumber', { number: row.label }) : row.label)
