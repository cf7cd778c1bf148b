import { Button, Radio } from '@mantine/core'
import { CurrencySelect, Link, Problem, useTexts } from '@portico/ui'
import { IconHelpCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { useWorkspace, useWorkspaceBase } from '../../workspace-data.ts'
import {
  KINDS,
  useChangeFile,
  useChangeImport,
  type FileChange,
  type Import,
  type ImportQuestion,
} from './imports-data.ts'
import styles from './imports.module.css'
import { importTexts } from './texts.ts'

/** What the files cannot decide and nobody should guess, asked in words with what stands in them. */
export function Questions({ batch, mayManage }: { batch: Import; mayManage: boolean }) {
  const t = useTexts(importTexts)
  if (batch.questions.length === 0) return null
  return (
    <section aria-labelledby="import-questions" className={styles.questions}>
      <h2 id="import-questions" className={styles.heading}>
        {t('questions', { count: batch.questions.length })}
      </h2>
      {batch.questions.map((question) => (
        <Question
          key={`${question.code} ${question.import_file_id} ${question.column}`}
          batch={batch}
          question={question}
          mayManage={mayManage}
        />
      ))}
    </section>
  )
}

interface QuestionProps {
  batch: Import
  question: ImportQuestion
  mayManage: boolean
}

function Question({ batch, question, mayManage }: QuestionProps) {
  const t = useTexts(importTexts)
  const file = batch.files.find(({ id }) => id === question.import_file_id)
  const name = file?.name ?? ''
  const title = question.code === 'currency' ? t('ask_currency') : t(`ask_${question.code}`, { file: name })
  const examples = question.examples.map((example) => `“${example}”`).join(', ')
  return (
    <div className={styles.question}>
      <IconHelpCircle aria-hidden className={styles.questionIcon} />
      <div className={styles.questionBody}>
        <h3>{title}</h3>
        {question.detail ? <p>{question.detail}</p> : null}
        {examples ? (
          <p className={styles.quiet}>
            {question.column
              ? t('inColumn', { column: question.column, examples })
              : t('inYourFile', { examples })}
          </p>
        ) : null}
        {mayManage ? <Answer batch={batch} question={question} title={title} /> : null}
      </div>
    </div>
  )
}

function Answer({ batch, question, title }: { batch: Import; question: ImportQuestion; title: string }) {
  const t = useTexts(importTexts)
  const base = useWorkspaceBase()
  const { code, import_file_id: fileId } = question
  if (code === 'currency') return <CurrencyAnswer batch={batch} options={question.options} />
  if (!fileId) return null
  if (code === 'columns') {
    return (
      <Button
        component={Link}
        href={`${base}/settings/imports/${batch.id}/files/${fileId}`}
        size="xs"
        className={styles.answerButton}
      >
        {t('ask_columnsAnswer')}
      </Button>
    )
  }
  const options =
    question.options.length > 0
      ? question.options
      : KINDS.map((value) => ({ value: value as string, label: t(`kind_${value}`) }))
  return <FileAnswer batch={batch} fileId={fileId} field={code} title={title} options={options} />
}

interface FileAnswerProps {
  batch: Import
  fileId: string
  field: 'kind' | 'date_order' | 'decimal_mark'
  title: string
  options: { value: string; label: string }[]
}

function FileAnswer({ batch, fileId, field, title, options }: FileAnswerProps) {
  const change = useChangeFile(batch.id)
  return (
    <>
      <Radio.Group
        aria-label={title}
        value={change.isPending ? String(change.variables.body[field]) : null}
        onChange={(value) => change.mutate({ fileId, body: { [field]: value } as FileChange })}
      >
        <div className={styles.answers}>
          {options.map((option) => (
            <Radio key={option.value} value={option.value} label={option.label} disabled={change.isPending} />
          ))}
        </div>
      </Radio.Group>
      {change.error ? <Problem error={change.error} /> : null}
    </>
  )
}

function CurrencyAnswer({ batch, options }: { batch: Import; options: ImportQuestion['options'] }) {
  const t = useTexts(importTexts)
  const { organization } = useWorkspace()
  const change = useChangeImport(batch.id)
  const [currency, setCurrency] = useState<string | null>(options[0]?.value ?? organization.base_currency)
  return (
    <div className={styles.currencyAnswer}>
      <CurrencySelect
        label={t('otherCurrency')}
        value={currency}
        onChange={setCurrency}
        favourites={[...options.map(({ value }) => value), organization.base_currency]}
      />
      <Button
        disabled={!currency}
        loading={change.isPending}
        onClick={() => currency && change.mutate({ currency })}
      >
        {t('useCurrency', { currency: currency ?? '' })}
      </Button>
      {change.error ? <Problem error={change.error} /> : null}
    </div>
  )
}
