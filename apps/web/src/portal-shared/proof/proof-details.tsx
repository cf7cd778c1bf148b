import { TextInput } from '@mantine/core'
import { fromDecimalString, toDecimalString, type Money } from '@portico/money'
import { DateInput, MoneyInput, todayIso, useTexts } from '@portico/ui'
import { useId, useState } from 'react'
import type { PortalInvoice } from '../invoice.ts'
import { proofTexts } from '../texts.ts'
import styles from './proof.module.css'
import type { ProofFields } from './use-proof-draft.ts'

interface ProofDetailsProps {
  invoice: PortalInvoice
  fields: ProofFields
  errors: Record<string, string>
  isDisabled: boolean
  onChange: (fields: Partial<ProofFields>) => void
}

const DETAILS = ['amount', 'paid_on', 'payer', 'reference', 'receiving_account_id', 'note'] as const

/** What makes checking quicker and is not needed; folded until wanted, open where something stands in it or was refused. */
export function ProofDetails({ invoice, fields, errors, isDisabled, onChange }: ProofDetailsProps) {
  const t = useTexts(proofTexts)
  const group = useId()
  const [wasFilled] = useState(() => DETAILS.some((name) => fields[name] !== ''))
  const hasError = DETAILS.some((name) => errors[name])
  const amount: Money | null = fields.amount ? fromDecimalString(fields.amount, invoice.currency) : null
  const text = (name: 'payer' | 'reference' | 'note', maxLength: number) => ({
    value: fields[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value }),
    error: errors[name],
    disabled: isDisabled,
    maxLength,
  })
  return (
    <details className={styles.details} open={wasFilled || hasError || undefined}>
      <summary>
        <span className={styles.detailsTitle}>{t('details')}</span>
        <span className={styles.quiet}>{t('detailsHint')}</span>
      </summary>
      <div className={styles.fields}>
        <MoneyInput
          label={t('paidAmount')}
          currency={invoice.currency}
          value={amount}
          onChange={(value) => onChange({ amount: value ? toDecimalString(value) : '' })}
          error={errors.amount}
          disabled={isDisabled}
        />
        <DateInput
          label={t('paidOn')}
          value={fields.paid_on}
          onChange={(paid_on) => onChange({ paid_on })}
          max={todayIso()}
          error={errors.paid_on}
          disabled={isDisabled}
        />
        <TextInput label={t('reference')} {...text('reference', 120)} autoComplete="off" />
        <TextInput label={t('payer')} description={t('payerHint')} {...text('payer', 120)} />
        {invoice.pay_methods.length > 1 ? (
          <fieldset className={styles.accounts} disabled={isDisabled}>
            <legend>{t('account')}</legend>
            {invoice.pay_methods.map((method) => (
              <label key={method.id} className={styles.account}>
                <input
                  type="radio"
                  name={group}
                  value={method.id}
                  checked={fields.receiving_account_id === method.id}
                  onChange={() => onChange({ receiving_account_id: method.id })}
                />
                {method.name}
              </label>
            ))}
          </fieldset>
        ) : null}
        <TextInput label={t('note')} {...text('note', 1000)} />
      </div>
    </details>
  )
}
