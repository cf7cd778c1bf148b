import type { Money } from '@portico/money'
import { Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { ConfirmMoney, Problem, useTexts } from '@portico/ui'
import { sumOf, useAmounts, useCounts } from './amounts.ts'
import { undoPreviewQuery, useUndo, type Import, type ImportUndoPreview } from './imports-data.ts'
import styles from './imports.module.css'
import { recordName } from './record-name.ts'
import { sheetTexts } from './texts.ts'

interface UndoDialogProps {
  batch: Import
  opened: boolean
  onClose: () => void
}

/** What goes, over which amounts, and what stays and why, before anything is withdrawn. */
export function UndoDialog({ batch, opened, onClose }: UndoDialogProps) {
  const t = useTexts(sheetTexts)
  const undo = useUndo(batch.id)
  const preview = useQuery({ ...undoPreviewQuery(batch.id), enabled: opened })
  return (
    <ConfirmMoney
      opened={opened}
      onClose={onClose}
      question={t('undoQuestion')}
      deed={t('undoDeed')}
      isDangerous
      consequence={
        <div className={styles.consequence}>
          {preview.data ? (
            <Foreseen preview={preview.data} />
          ) : preview.error ? (
            <Problem error={preview.error} />
          ) : (
            <div role="status" aria-label={t('undoLooking')} className={styles.consequence}>
              <Skeleton height={20} />
              <Skeleton height={20} width="70%" />
            </div>
          )}
          <p className={styles.quiet}>{t('undoAgain')}</p>
        </div>
      }
      onConfirm={async () => {
        await undo.mutateAsync()
      }}
    />
  )
}

function Foreseen({ preview }: { preview: ImportUndoPreview }) {
  const t = useTexts(sheetTexts)
  const counts = useCounts()
  const amounts = useAmounts()
  const some = (list: readonly Money[]): Money[] => list.filter(({ amount }) => amount !== 0)
  const invoiced = some(preview.sums.map((sum) => sum.invoiced))
  const received = some(preview.sums.map((sum) => sum.received))
  const staying = sumOf(preview.blocked)
  const more = staying - preview.blocked_records.length
  return (
    <>
      <p>
        {sumOf(preview.withdrawn) > 0
          ? t('undoGoes', { records: counts(preview.withdrawn) })
          : t('undoNothingGoes')}
      </p>
      {invoiced.length > 0 && received.length > 0 ? (
        <p>{t('undoAmounts', { invoiced: amounts(invoiced), received: amounts(received) })}</p>
      ) : invoiced.length > 0 ? (
        <p>{t('undoInvoiced', { invoiced: amounts(invoiced) })}</p>
      ) : received.length > 0 ? (
        <p>{t('undoReceived', { received: amounts(received) })}</p>
      ) : null}
      {staying > 0 ? (
        <>
          <p>{t('undoStays', { records: counts(preview.blocked) })}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard */}
          <div className={styles.staying} tabIndex={0} role="region" aria-label={t('undoStaying')}>
            <ul>
              {preview.blocked_records.map((record) => (
                <li key={record.id}>
                  <strong>{recordName(record, t)}</strong> {record.reason}
                </li>
              ))}
            </ul>
            {more > 0 ? <p className={styles.quiet}>{t('undoMore', { count: more })}</p> : null}
          </div>
        </>
      ) : null}
    </>
  )
}
