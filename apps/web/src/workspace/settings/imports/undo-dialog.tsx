import type { Money } from '@portico/money'
import { ConfirmMoney, useTexts } from '@portico/ui'
import { useAmounts, useCounts } from './amounts.ts'
import { useUndo, type Import } from './imports-data.ts'
import styles from './imports.module.css'
import { sheetTexts } from './texts.ts'

interface UndoDialogProps {
  batch: Import
  opened: boolean
  onClose: () => void
}

/** What goes, over which amounts, and what stays, before anything is withdrawn. */
export function UndoDialog({ batch, opened, onClose }: UndoDialogProps) {
  const t = useTexts(sheetTexts)
  const undo = useUndo(batch.id)
  const counts = useCounts()
  const amounts = useAmounts()
  const sumsOf = (measure: 'invoiced' | 'received' | 'paid'): Money[] =>
    (batch.sheet?.figures ?? []).flatMap((figure) =>
      figure.measure === measure && figure.currency && figure.portico !== 0
        ? [{ amount: figure.portico, currency: figure.currency }]
        : [],
    )
  const invoiced = sumsOf('invoiced')
  const received = sumsOf('received').length > 0 ? sumsOf('received') : sumsOf('paid')
  return (
    <ConfirmMoney
      opened={opened}
      onClose={onClose}
      question={t('undoQuestion')}
      deed={t('undoDeed')}
      isDangerous
      consequence={
        <div className={styles.consequence}>
          <p>{t('undoGoes', { records: counts(batch.brought_in) })}</p>
          {invoiced.length > 0 ? (
            <p>
              {received.length > 0
                ? t('undoAmounts', { invoiced: amounts(invoiced), received: amounts(received) })
                : t('undoInvoiced', { invoiced: amounts(invoiced) })}
            </p>
          ) : null}
          <p>{t('undoStays')}</p>
          <p className={styles.quiet}>{t('undoAgain')}</p>
        </div>
      }
      onConfirm={async () => {
        await undo.mutateAsync()
      }}
    />
  )
}
