import { TextInput } from '@mantine/core'
import { formatMoney, type Money } from '@portico/money'
import { ConfirmMoney, MoneyInput, toast, useLocale, useTexts } from '@portico/ui'
import { useState } from 'react'
import { useApplyCredit, useDeleteDraft, useVoidInvoice, type Invoice } from '../invoices-data.ts'
import { invoiceTexts } from '../texts.ts'
import styles from './detail.module.css'

interface DeedProps {
  invoice: Invoice
  opened: boolean
  onClose: () => void
}

export function VoidDialog({ invoice, opened, onClose }: DeedProps) {
  const t = useTexts(invoiceTexts)
  const locale = useLocale()
  const [reason, setReason] = useState('')
  const voiding = useVoidInvoice()
  const number = invoice.number ?? ''
  return (
    <ConfirmMoney
      opened={opened}
      onClose={onClose}
      isDangerous
      question={t('voidQuestion', { number, amount: formatMoney(invoice.totals.gross, locale) })}
      consequence={t('voidConsequence')}
      deed={t('voidDeed')}
      onConfirm={async () => {
        await voiding.mutateAsync({ id: invoice.id, version: invoice.version, reason: reason.trim() })
        toast(t('voidDone', { number }))
      }}
    >
      <TextInput
        label={t('voidReason')}
        description={t('voidReasonHint')}
        required
        maxLength={300}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </ConfirmMoney>
  )
}

export function DeleteDraftDialog({
  invoice,
  opened,
  onClose,
  onDeleted,
}: DeedProps & { onDeleted: () => Promise<void> }) {
  const t = useTexts(invoiceTexts)
  const locale = useLocale()
  const deleting = useDeleteDraft()
  return (
    <ConfirmMoney
      opened={opened}
      onClose={onClose}
      isDangerous
      question={t('deleteQuestion', { amount: formatMoney(invoice.totals.gross, locale) })}
      consequence={t('deleteConsequence')}
      deed={t('deleteDraft')}
      onConfirm={async () => {
        await deleting.mutateAsync({ id: invoice.id, leave: onDeleted })
        toast(t('deleteDone'))
      }}
    />
  )
}

const smaller = (a: Money, b: Money): Money => (a.amount <= b.amount ? a : b)

export function CreditDialog({ invoice, opened, onClose }: DeedProps) {
  const t = useTexts(invoiceTexts)
  const locale = useLocale()
  const apply = useApplyCredit()
  const { due } = invoice.totals
  const credit = invoice.client_credit ?? { amount: 0, currency: invoice.currency }
  const [typed, setTyped] = useState<Money | null>(null)
  const [isTouched, setTouched] = useState(false)
  const amount = isTouched ? typed : smaller(credit, due)
  const words = (value: Money) => formatMoney(value, locale)
  const left = amount ? due.amount - amount.amount : null
  return (
    <ConfirmMoney
      opened={opened}
      onClose={onClose}
      question={t('creditQuestion', {
        amount: amount ? words(amount) : '…',
        client: invoice.client.name,
        number: invoice.number ?? '',
      })}
      consequence={
        <p>
          {t('creditAvailable', { amount: words(credit) })}{' '}
          {left === null || left < 0
            ? ''
            : left === 0
              ? t('creditPays')
              : t('creditLeaves', { amount: words({ ...due, amount: left }) })}
        </p>
      }
      deed={amount ? t('creditDeed', { amount: words(amount) }) : t('creditAmount')}
      onConfirm={async () => {
        if (!amount) return
        await apply.mutateAsync({ id: invoice.id, amount })
        toast(t('creditDone', { amount: words(amount) }))
      }}
    >
      <div className={styles.stack}>
        <MoneyInput
          label={t('creditAmount')}
          currency={invoice.currency}
          value={amount}
          onChange={(value) => {
            setTouched(true)
            setTyped(value)
          }}
        />
      </div>
    </ConfirmMoney>
  )
}
