import { Select, TextInput, Textarea } from '@mantine/core'
import type { GetInputPropsReturnType } from '@mantine/form'
import { formatDocumentNumber, isRefidPrefix, validateNumberPattern } from '@portico/money'
import { DecimalInput, FormRow, NO_HINT, textsOf, useTexts } from '@portico/ui'
import { boundField } from '../../../shared/bound-field.ts'
import { needed } from '../../../shared/validation.ts'
import { useWorkspace, type Organization } from '../../workspace-data.ts'
import { SettingsGroup } from '../settings-group.tsx'
import styles from '../settings.module.css'
import { settingsTexts } from '../texts.ts'

const textOrNull = (text: string) => text.trim() || null
const EXAMPLE_NUMBER = 14
const EXAMPLE_REFID = '7K3M9P'

function patternProblem(pattern: string): string | null {
  const [first] = validateNumberPattern(pattern.trim(), 'yearly')
  return first ? textsOf(settingsTexts)(`pattern_${first}`) : null
}

const wholeWithin = (least: number, most: number, key: 'daysWrong' | 'hoursWrong') => (text: string) => {
  const isWhole = /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
  return isWhole ? null : textsOf(settingsTexts)(key)
}

/** Patterns of numbers, terms and texts of new documents, references, and where a new client starts. */
export function NumbersPage() {
  const t = useTexts(settingsTexts)
  return (
    <>
      <SettingsGroup
        title={t('numbering')}
        detail={t('numberingDetail')}
        rules={{
          valuesOf: ({ invoice_number_pattern, receipt_number_pattern }) => ({
            invoice_number_pattern,
            receipt_number_pattern,
          }),
          bodyOf: ({ invoice_number_pattern, receipt_number_pattern }) => ({
            invoice_number_pattern: invoice_number_pattern.trim(),
            receipt_number_pattern: receipt_number_pattern.trim(),
          }),
          validate: { invoice_number_pattern: patternProblem, receipt_number_pattern: patternProblem },
          labels: {
            invoice_number_pattern: t('invoicePattern'),
            receipt_number_pattern: t('receiptPattern'),
          },
        }}
      >
        {(form) => (
          <FormRow>
            <PatternField
              label={t('invoicePattern')}
              pattern={form.values.invoice_number_pattern}
              input={form.getInputProps('invoice_number_pattern')}
            />
            <PatternField
              label={t('receiptPattern')}
              pattern={form.values.receipt_number_pattern}
              input={form.getInputProps('receipt_number_pattern')}
            />
          </FormRow>
        )}
      </SettingsGroup>
      <TermsGroup />
      <RemindersGroup />
      <PayingGroup />
      <SettingsGroup
        title={t('newClients')}
        detail={t('newClientsDetail')}
        rules={{
          valuesOf: ({ refid_prefix, default_client_status }) => ({
            refid_prefix,
            default_client_status: default_client_status as string,
          }),
          bodyOf: ({ refid_prefix, default_client_status }) => ({
            refid_prefix: refid_prefix.trim(),
            default_client_status: default_client_status as Organization['default_client_status'],
          }),
          validate: {
            refid_prefix: (prefix: string) => (isRefidPrefix(prefix.trim()) ? null : t('refidWrong')),
          },
          labels: { refid_prefix: t('refidPrefix'), default_client_status: t('clientStatus') },
        }}
      >
        {(form) => (
          <FormRow>
            <TextInput
              label={t('refidPrefix')}
              description={t('refidExample', {
                example: `${form.values.refid_prefix.trim()}${EXAMPLE_REFID}`,
              })}
              autoComplete="off"
              {...form.getInputProps('refid_prefix')}
              onChange={(event) =>
                form.setFieldValue('refid_prefix', event.currentTarget.value.toUpperCase())
              }
            />
            <Select
              label={t('clientStatus')}
              description={NO_HINT}
              allowDeselect={false}
              data={[
                { value: 'pending', label: t('statusPending') },
                { value: 'active', label: t('statusActive') },
              ]}
              {...form.getInputProps('default_client_status')}
            />
          </FormRow>
        )}
      </SettingsGroup>
    </>
  )
}

function PatternField(props: { label: string; pattern: string; input: GetInputPropsReturnType }) {
  const t = useTexts(settingsTexts)
  const { today } = useWorkspace()
  const problem = patternProblem(props.pattern)
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  const example = problem
    ? null
    : formatDocumentNumber(props.pattern.trim(), { number: EXAMPLE_NUMBER, year, month })
  return (
    <div>
      <TextInput
        label={props.label}
        description={t('patternHint')}
        autoComplete="off"
        spellCheck={false}
        {...props.input}
        error={problem}
      />
      {example ? (
        <p className={styles.example} aria-live="polite">
          {t('patternExample', { example })}
        </p>
      ) : null}
    </div>
  )
}

function TermsGroup() {
  const t = useTexts(settingsTexts)
  return (
    <SettingsGroup
      title={t('terms')}
      detail={t('termsDetail')}
      rules={{
        valuesOf: ({ payment_terms_days, invoice_note, invoice_terms }) => ({
          payment_terms_days: String(payment_terms_days),
          invoice_note: invoice_note ?? '',
          invoice_terms: invoice_terms ?? '',
        }),
        bodyOf: ({ payment_terms_days, invoice_note, invoice_terms }) => ({
          payment_terms_days: Number(payment_terms_days),
          invoice_note: textOrNull(invoice_note),
          invoice_terms: textOrNull(invoice_terms),
        }),
        validate: { payment_terms_days: wholeWithin(0, 365, 'daysWrong') },
        labels: {
          payment_terms_days: t('paymentDays'),
          invoice_note: t('invoiceNote'),
          invoice_terms: t('invoiceTerms'),
        },
      }}
    >
      {(form) => (
        <>
          <FormRow columns="minmax(0, 200px)">
            <DecimalInput
              label={t('paymentDays')}
              suffix={t('days')}
              {...boundField(form, 'payment_terms_days')}
            />
          </FormRow>
          <Textarea
            label={t('invoiceNote')}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('invoice_note')}
          />
          <Textarea
            label={t('invoiceTerms')}
            autosize
            minRows={2}
            maxLength={4000}
            {...form.getInputProps('invoice_terms')}
          />
        </>
      )}
    </SettingsGroup>
  )
}

/** `3, 7, 14` → the days; null where it is no such list. */
function daysOf(text: string): number[] | null {
  const words = text.split(/[\s,;]+/).filter(Boolean)
  const days = words.map(Number)
  const isRight =
    days.length <= 6 &&
    new Set(days).size === days.length &&
    words.every((word) => /^\d{1,3}$/.test(word) && Number(word) >= 1 && Number(word) <= 365)
  return isRight ? days.toSorted((a, b) => a - b) : null
}

function RemindersGroup() {
  const t = useTexts(settingsTexts)
  return (
    <SettingsGroup
      title={t('reminders')}
      detail={t('remindersDetail')}
      rules={{
        valuesOf: ({ reminder_days }) => ({ reminder_days: reminder_days.join(', ') }),
        bodyOf: ({ reminder_days }) => ({ reminder_days: daysOf(reminder_days) ?? [] }),
        validate: { reminder_days: (text: string) => (daysOf(text) ? null : t('reminderDaysWrong')) },
        labels: { reminder_days: t('reminderDays') },
      }}
    >
      {(form) => (
        <TextInput
          label={t('reminderDays')}
          description={t('reminderDaysHint')}
          autoComplete="off"
          {...form.getInputProps('reminder_days')}
        />
      )}
    </SettingsGroup>
  )
}

function PayingGroup() {
  const t = useTexts(settingsTexts)
  return (
    <SettingsGroup
      title={t('payments')}
      detail={t('paymentsDetail')}
      rules={{
        valuesOf: ({ reference_label, proof_review_hours }) => ({
          reference_label,
          proof_review_hours: String(proof_review_hours),
        }),
        bodyOf: ({ reference_label, proof_review_hours }) => ({
          reference_label: reference_label.trim(),
          proof_review_hours: Number(proof_review_hours),
        }),
        validate: { reference_label: needed, proof_review_hours: wholeWithin(1, 720, 'hoursWrong') },
        labels: { reference_label: t('referenceLabel'), proof_review_hours: t('reviewHours') },
      }}
    >
      {(form) => (
        <FormRow>
          <TextInput
            label={t('referenceLabel')}
            description={t('referenceLabelHint')}
            autoComplete="off"
            {...form.getInputProps('reference_label')}
          />
          <DecimalInput
            label={t('reviewHours')}
            description={NO_HINT}
            suffix={t('hours')}
            {...boundField(form, 'proof_review_hours')}
          />
        </FormRow>
      )}
    </SettingsGroup>
  )
}
