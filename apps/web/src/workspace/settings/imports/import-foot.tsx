import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { ConfirmMoney, problemOf, toastProblem, useTexts } from '@portico/ui'
import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { downloadFile } from '../../../shared/pdf.ts'
import { sumOf, useAmounts, useCounts } from './amounts.ts'
import { useQueuedFiles } from './file-queue.ts'
import { importQuery, rowsAsFile, useAnalyse, useCommit, type Import } from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts, sheetTexts } from './texts.ts'

/** The one next step, always in view. */
export function ImportFoot({ batch }: { batch: Import }) {
  return (
    <div className={styles.foot}>
      {batch.state === 'ready' && batch.sheet ? (
        <Decide batch={batch} sheet={batch.sheet} />
      ) : (
        <Check batch={batch} />
      )}
    </div>
  )
}

function Check({ batch }: { batch: Import }) {
  const t = useTexts(importTexts)
  const analyse = useAnalyse(batch.id)
  const isSending = useQueuedFiles(batch.id).some(({ problem }) => problem === null)
  const note =
    batch.files.length === 0 ? t('filesFirst') : batch.questions.length > 0 ? t('answerFirst') : null
  return (
    <>
      <p className={styles.footNote}>{note}</p>
      <Button
        disabled={note !== null || isSending}
        loading={analyse.isPending}
        onClick={() => analyse.mutate(undefined, { onError: toastProblem })}
      >
        {t('checkFiles')}
      </Button>
    </>
  )
}

function Decide({ batch, sheet }: { batch: Import; sheet: NonNullable<Import['sheet']> }) {
  const t = useTexts(sheetTexts)
  const words = useTexts(importTexts)
  const counts = useCounts()
  const amounts = useAmounts()
  const commit = useCommit(batch)
  const queries = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const count = sumOf(sheet.to_create)
  const rejected = sheet.rows.rejected ?? 0
  const isBlocked = batch.questions.length > 0
  const invoiced = sheet.figures.flatMap(({ measure, currency, portico }) =>
    measure === 'invoiced' && currency ? [{ amount: portico, currency }] : [],
  )
  return (
    <>
      <p className={styles.footNote}>
        {isBlocked ? words('answerFirst') : count > 0 ? counts(sheet.to_create) : t('nothingToBringIn')}
      </p>
      {rejected > 0 ? (
        <Button
          variant="default"
          leftSection={<IconDownload />}
          loading={isSaving}
          onClick={() => {
            setSaving(true)
            downloadFile(rowsAsFile(batch.id, 'rejected'), 'rejected.csv')
              .catch(toastProblem)
              .finally(() => setSaving(false))
          }}
        >
          {t('saveRejects', { count: rejected })}
        </Button>
      ) : null}
      <Button disabled={count === 0 || isBlocked} onClick={() => setAsking(true)}>
        {t('bringIn', { count })}
      </Button>
      <ConfirmMoney
        opened={isAsking}
        onClose={() => setAsking(false)}
        question={t('bringInQuestion', { count })}
        consequence={
          <div className={styles.consequence}>
            <p>
              {counts(sheet.to_create)}.{' '}
              {invoiced.length > 0 ? t('bringInEffect', { amounts: amounts(invoiced) }) : ''}
            </p>
            {rejected > 0 ? <p>{t('bringInWithout', { count: rejected })}</p> : null}
            <p>{t('bringInSilent')}</p>
          </div>
        }
        deed={t('bringIn', { count })}
        onConfirm={async () => {
          try {
            await commit.mutateAsync()
          } catch (error) {
            // The sheet was made again since: the new one is shown, and the question stays with what was refused.
            if (problemOf(error)?.code === 'version_mismatch')
              void queries.invalidateQueries({ queryKey: importQuery(batch.id).queryKey })
            throw error
          }
        }}
      />
    </>
  )
}
