import { Button, Radio } from '@mantine/core'
import { CurrencySelect, formatDate, Link, Problem, useLocale, useTexts } from '@portico/ui'
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
  const questions = askedOnce(batch.questions)
  if (questions.length === 0) return null
  return (
    <section aria-labelledby="import-questions" className={styles.questions}>
      <h2 id="import-questions" className={styles.heading}>
        {t('questions', { count: questions.length })}
      </h2>
      {questions.map((question) => (
        <Question
          key={`${question.code} ${question.import_file_id}`}
          batch={batch}
          question={question}
          mayManage={mayManage}
        />
      ))}
    </section>
  )
}

/** A file that lacks several columns is asked about once: they are all chosen on one page. */
function askedOnce(questions: readonly ImportQuestion[]): ImportQuestion[] {
  return questions.filter(
    (question, index) =>
      question.code !== 'columns' ||
      questions.findIndex(
        (other) => other.code === 'columns' && other.import_file_id === question.import_file_id,
      ) === index,
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
  const details =
    question.code === 'columns'
      ? batch.questions
          .filter((one) => one.code === 'columns' && one.import_file_id === question.import_file_id)
          .map(({ detail }) => detail)
      : question.code === 'currency'
        ? [question.detail]
        : []
  return (
    <div className={styles.question}>
      <IconHelpCircle aria-hidden className={styles.questionIcon} />
      <div className={styles.questionBody}>
        <h3>{title}</h3>
        {details.map((detail) => (
          <p key={detail}>{detail}</p>
        ))}
        {examples ? <p className={styles.quiet}>{t('inYourFile', { examples })}</p> : null}
        {mayManage ? <Answer batch={batch} question={question} title={title} /> : null}
      </div>
    </div>
  )
}

function Answer({ batch, question, title }: { batch: Import; question: ImportQuestion; title: string }) {
  const t = useTexts(importTexts)
  const base = useWorkspaceBase()
  const locale = useLocale()
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
    code === 'kind'
      ? KINDS.map((value) => ({ value: value as string, label: t(`kind_${value}`) }))
      : code === 'date_order'
        ? question.options.map(({ value, label }) => ({
            value,
            label: inWords(question.examples, value, locale) ?? label,
          }))
        : question.options
  return <FileAnswer batch={batch} fileId={fileId} field={code} title={title} options={options} />
}

/** What dates of their own file would mean: "3 Apr 2020, 11 Dec 2019"; null where they cannot be read that way. */
export function inWords(examples: readonly string[], order: string, locale: string): string | null {
  const read = examples.slice(0, 3).map((example) => {
    const [first, second, year] =
      /^(\d{1,2})\D(\d{1,2})\D(\d{2}|\d{4})\b/.exec(example.trim())?.slice(1) ?? []
    if (!first || !second || !year) return null
    const [day, month] = order === 'dmy' ? [first, second] : [second, first]
    const whole = year.length === 2 ? `20${year}` : year
    const iso = `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    return Number.isNaN(Date.parse(`${iso}T00:00:00Z`)) ? null : formatDate(iso, locale)
  })
  return read.length > 0 && read.every((date) => date !== null) ? read.join(', ') : null
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
