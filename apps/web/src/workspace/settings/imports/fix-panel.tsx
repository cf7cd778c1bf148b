import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  applyProblemToForm,
  ErrorState,
  FormActions,
  FormLayout,
  SkeletonFacts,
  toast,
  toastProblem,
  useTexts,
} from '@portico/ui'
import { FormPanel, usePanelForm, type FormInPanel } from '../../form-panel.tsx'
import { importFieldsQuery, useCorrectRow, type Import, type ImportRow } from './imports-data.ts'
import styles from './imports.module.css'
import { sheetTexts } from './texts.ts'

interface FixPanelProps {
  batch: Import
  row: ImportRow | null
  onClose: () => void
}

/** One row as it stands in its file, beside what it should say. */
export function FixPanel({ batch, row, onClose }: FixPanelProps) {
  return (
    <FormPanel
      opened={row !== null}
      item={row}
      onClose={onClose}
      title={(shown) => shown?.label || shown?.file_name || ''}
    >
      {(shown, panel) => (shown ? <FixForm batch={batch} row={shown} {...panel} /> : null)}
    </FormPanel>
  )
}

interface FixFormProps extends FormInPanel {
  batch: Import
  row: ImportRow
}

function FixForm({ batch, row, onDirty, onDone }: FixFormProps) {
  const t = useTexts(sheetTexts)
  const fields = useQuery(importFieldsQuery)
  const correct = useCorrectRow(batch.id)
  // As it was opened: a field that a colleague corrected meanwhile is not put back by who did not touch it.
  const [opened] = useState(row.values)
  const form = usePanelForm<Record<string, string>>(onDirty, {
    initialValues: { ...opened },
    initialErrors: Object.fromEntries(
      row.notes
        .filter((note) => note.field && note.severity === 'rejected')
        .map((note) => [note.field, note.detail]),
    ),
  })
  if (fields.error && !fields.data)
    return <ErrorState error={fields.error} onRetry={() => void fields.refetch()} />
  if (!fields.data) return <SkeletonFacts count={6} />

  const known = fields.data.kinds.find(({ kind }) => kind === row.kind)?.fields ?? []
  // Fields that the row's file has no column for can be filled in too, where a record needs them.
  const shown = known.filter(({ key, is_required: isNeeded }) => key in row.values || isNeeded)
  const general = row.notes.filter((note) => !note.field || !shown.some(({ key }) => key === note.field))

  function submit(values: Record<string, string>) {
    const changed = Object.entries(values).filter(([key, value]) => value !== (opened[key] ?? ''))
    correct.mutate(
      { rowId: row.id, body: { values: Object.fromEntries(changed), is_skipped: false } },
      {
        onSuccess: () => {
          toast(t('fixed'))
          onDone()
        },
        onError: (error) => applyProblemToForm(form, error, (field) => field.replace(/^values\./, '')),
      },
    )
  }

  function skip(isSkipped: boolean) {
    correct.mutate(
      { rowId: row.id, body: { is_skipped: isSkipped } },
      {
        onSuccess: () => {
          toast(t(isSkipped ? 'skipped' : 'fixed'))
          onDone()
        },
        onError: toastProblem,
      },
    )
  }

  return (
    <FormLayout label={row.label} error={correct.error} onSubmit={form.onSubmit(submit)}>
      <p className={styles.quiet}>{t('fixPlace', { file: row.file_name, line: row.line })}</p>
      {general.map((note) => (
        <p key={note.code} className={note.severity === 'rejected' ? styles.bad : styles.quiet}>
          {note.detail}
        </p>
      ))}
      {shown.map((field) => {
        const isCorrected = row.corrected.includes(field.key)
        return (
          <TextInput
            key={field.key}
            label={field.label}
            required={field.is_required}
            withAsterisk={field.is_required}
            autoComplete="off"
            spellCheck={false}
            {...(isCorrected && { description: t('correctedRow') })}
            {...form.getInputProps(field.key)}
            value={form.values[field.key] ?? ''}
          />
        )
      })}
      <FormActions>
        <Button type="submit" loading={correct.isPending}>
          {t('fixSave')}
        </Button>
        <Button variant="default" disabled={correct.isPending} onClick={() => skip(!row.is_skipped)}>
          {t(row.is_skipped ? 'fixBack' : 'fixSkip')}
        </Button>
      </FormActions>
    </FormLayout>
  )
}
