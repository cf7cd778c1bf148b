import { Button } from '@mantine/core'
import type { Totals } from '@portico/money'
import { Amount, useTexts } from '@portico/ui'
import styles from './editor.module.css'
import { editorTexts } from './texts.ts'

/** Totals and deeds stay in view, whether the paper has one line or three hundred. */
export function EditorFoot(props: {
  totals: Totals | null
  lineCount: number
  isDirty: boolean
  isSaving: boolean
  canIssue: boolean
  onSave: () => void
  onIssue: () => void
}) {
  const { totals, lineCount, isDirty, isSaving, canIssue, onSave, onIssue } = props
  const t = useTexts(editorTexts)
  const money = (amount: number) => ({ amount, currency: totals?.currency ?? 'USD' })
  return (
    <div className={styles.foot}>
      <div className={styles.footTotals} role="status" aria-live="off">
        <span className={styles.footPart}>{t('linesCount', { count: lineCount })}</span>
        {totals ? (
          <>
            <span className={styles.footPart}>
              {t('subtotal')} <Amount value={money(totals.net)} withoutCurrency />
            </span>
            <span className={styles.footPart}>
              {t('tax')} <Amount value={money(totals.tax)} withoutCurrency />
            </span>
            <span className={styles.footTotal}>
              {t('total')} <Amount value={money(totals.gross)} size="large" />
            </span>
          </>
        ) : null}
      </div>
      <div className={styles.footActions}>
        {isDirty ? <span className={styles.footNote}>{t('unsaved')}</span> : null}
        {canIssue ? (
          <>
            <Button variant="default" loading={isSaving} onClick={onSave}>
              {t('save')}
            </Button>
            <Button disabled={isSaving} onClick={onIssue}>
              {t('issueAndSend')}
            </Button>
          </>
        ) : (
          <Button loading={isSaving} onClick={onSave}>
            {t('save')}
          </Button>
        )}
      </div>
    </div>
  )
}
