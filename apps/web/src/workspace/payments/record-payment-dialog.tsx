import { Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { formatMoney, type Money } from '@portico/money'
import {
  Amount,
  DateInput,
  FormRow,
  Link,
  MoneyInput,
  Problem,
  problemOf,
  toast,
  useLocale,
  useTexts,
} from '@portico/ui'
import { useState } from 'react'
import type { Invoice } from '../invoices/invoices-data.ts'
import { receivingAccountsQuery } from '../invoices/lookups.ts'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { shareOut } from './allocate.ts'
import { openInvoicesQuery, useRecordPayment } from './payments-data.ts'
import styles from './payments.module.css'
import { paymentTexts } from './texts.ts'

type Errors = Partial<
  Record<'amount' | 'received_on' | 'receiving_account_id' | 'payer' | 'external_reference' | 'note', string>
>

/** "Mark as paid": in full or in part, for this invoice and others of the same client and currency. */
export function RecordPaymentDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useTexts(paymentTexts)
  const locale = useLocale()
  const { today } = useWorkspace()
  const base = useWorkspaceBase()
  const isPhone = useMediaQuery('(width < 48em)')
  const { currency } = invoice
  const others = useQuery(openInvoicesQuery(invoice.client.id, currency))
  const accounts = useQuery(receivingAccountsQuery)
  const record = useRecordPayment()

  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([invoice.id]))
  const [typed, setTyped] = useState<Money | null>(null)
  const [isTyped, setIsTyped] = useState(false)
  const [receivedOn, setReceivedOn] = useState(today)
  const [pickedAccount, setPickedAccount] = useState<string | null>(null)
  const [payer, setPayer] = useState('')
  const [reference, setReference] = useState('')
  const [note, setNote] = useState('')
  const [wrong, setWrong] = useState<Errors>({})

  const own = { id: invoice.id, number: invoice.number ?? '', due: invoice.totals.due.amount }
  const rest = (others.data ?? [])
    .filter(({ id }) => id !== invoice.id)
    .map(({ id, number, due }) => ({ id, number: number ?? '', due: due.amount }))
  const payables = [own, ...rest]
  const paid = payables.filter(({ id }) => chosen.has(id))
  const dueOfPaid = paid.reduce((sum, { due }) => sum + due, 0)
  const amount = isTyped ? typed : { amount: dueOfPaid, currency }
  const { shares, over } = shareOut(amount?.amount ?? 0, paid)
  const fitting = (accounts.data?.data ?? []).filter((account) => account.currency === currency)
  const account = pickedAccount ?? (fitting.length === 1 ? (fitting[0]?.id ?? null) : null)
  const words = (minor: number) => formatMoney({ amount: minor, currency }, locale)

  const refused: Errors = Object.fromEntries(
    (problemOf(record.error)?.errors ?? []).map(({ pointer, detail }) => [pointer.split('/')[1], detail]),
  )
  const errors = { ...refused, ...wrong }

  function submit() {
    const found: Errors = {
      ...(!amount || amount.amount <= 0 ? { amount: t('needsAmount') } : {}),
      ...(account ? {} : { receiving_account_id: t('needsAccount') }),
      ...(receivedOn ? {} : { received_on: t('needsDate') }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0 || !amount || !account) return
    record.mutate(
      {
        client_id: invoice.client.id,
        receiving_account_id: account,
        amount,
        received_on: receivedOn,
        payer: payer.trim() || null,
        external_reference: reference.trim() || null,
        note: note.trim() || null,
        allocations: shares
          .filter((share) => share.amount > 0)
          .map((share) => ({ invoice_id: share.id, amount: { amount: share.amount, currency } })),
      },
      {
        onSuccess: (payment) => {
          const receipt = payment.receipt?.number
          const said = words(payment.amount.amount)
          toast(receipt ? t('recordedReceipt', { amount: said, receipt }) : t('recorded', { amount: said }))
          onClose()
        },
      },
    )
  }

  const left = shares.reduce((sum, share) => sum + share.left, 0)
  return (
    <Modal
      opened
      onClose={() => !record.isPending && onClose()}
      title={t('markTitle', { number: own.number })}
      size={560}
      fullScreen={isPhone === true}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          submit()
        }}
      >
        <FormRow>
          <MoneyInput
            label={t('amount')}
            required
            currency={currency}
            value={amount}
            error={errors.amount}
            autoFocus
            onChange={(value) => {
              setIsTyped(true)
              setTyped(value)
              setWrong({})
            }}
          />
          <DateInput
            label={t('receivedOn')}
            required
            value={receivedOn}
            max={today}
            error={errors.received_on}
            onChange={setReceivedOn}
          />
        </FormRow>
        {accounts.data && fitting.length === 0 ? (
          <p className={styles.warn}>
            {t('intoNone', { currency })} <Link href={`${base}/settings/accounts`}>{t('intoAdd')}</Link>
          </p>
        ) : (
          <Select
            label={t('into')}
            required
            data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
            value={account}
            error={errors.receiving_account_id}
            allowDeselect={false}
            comboboxProps={{ shadow: 'md' }}
            onChange={(id) => {
              setPickedAccount(id)
              setWrong({})
            }}
          />
        )}
        {rest.length > 0 ? (
          <fieldset className={styles.invoices}>
            <legend>{t('invoicesPaid')}</legend>
            {payables.map((payable) => {
              const share = shares.find(({ id }) => id === payable.id)
              return (
                <label key={payable.id} className={styles.invoice}>
                  <Checkbox
                    size="xs"
                    checked={chosen.has(payable.id)}
                    onChange={(event) => {
                      const next = new Set(chosen)
                      if (event.currentTarget.checked) next.add(payable.id)
                      else next.delete(payable.id)
                      setChosen(next)
                    }}
                  />
                  <span className={styles.invoiceName}>{payable.number}</span>
                  <span className={styles.invoiceGets}>
                    {!share
                      ? null
                      : share.left === 0
                        ? t('getsAll')
                        : share.amount === 0
                          ? t('getsNothing')
                          : t('gets', { amount: words(share.amount), left: words(share.left) })}
                  </span>
                  <Amount value={{ amount: payable.due, currency }} />
                </label>
              )
            })}
          </fieldset>
        ) : null}
        <FormRow>
          <TextInput
            label={t('payer')}
            description={t('payerHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={120}
            value={payer}
            error={errors.payer}
            autoComplete="off"
            onChange={(event) => setPayer(event.currentTarget.value)}
          />
          <TextInput
            label={t('reference')}
            description={t('referenceHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={120}
            value={reference}
            error={errors.external_reference}
            autoComplete="off"
            onChange={(event) => setReference(event.currentTarget.value)}
          />
        </FormRow>
        <TextInput
          label={t('note')}
          description={t('noteHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={1000}
          value={note}
          error={errors.note}
          autoComplete="off"
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {amount && amount.amount > 0 ? (
          <p className={styles.outcome} data-over={over > 0 || undefined} role="status">
            {over > 0
              ? t('overpaid', { amount: words(over), client: invoice.client.name })
              : left > 0
                ? t('underpaid', { amount: words(left) })
                : paid.length > 1
                  ? t('allPaidMany', { count: paid.length })
                  : t('allPaid')}
          </p>
        ) : null}
        {record.error ? <Problem error={record.error} /> : null}
        <div className={styles.actions}>
          <Button variant="default" disabled={record.isPending} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={record.isPending}>
            {amount && amount.amount > 0 ? t('record', { amount: words(amount.amount) }) : t('recordNothing')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
