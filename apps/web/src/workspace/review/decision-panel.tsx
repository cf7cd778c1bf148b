import { Button, Select, TextInput } from '@mantine/core'
import {
  Amount,
  DateInput,
  DateText,
  Link,
  MoneyInput,
  Problem,
  problemOf,
  StatusBadge,
  toast,
  useLocale,
  useTexts,
} from '@portico/ui'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState, type ReactNode, type Ref } from 'react'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import {
  acceptedOf,
  differencesOf,
  outcomeOf,
  spokenMoney,
  type Accepted,
  type DecisionRow,
  type FittingAccount,
} from './decision.ts'
import { useApproveProof, type Proof } from './review-data.ts'
import styles from './review.module.css'
import { reviewTexts } from './texts.ts'

export interface DecisionPanelProps {
  proof: Proof
  accounts: readonly FittingAccount[]
  /** It took the place of another one on the open desk. */
  isNext: boolean
  approveButton: Ref<HTMLButtonElement>
  onReject: () => void
  onDecided: () => void
}

/** Nobody has read a proof that came to the desk so short a time ago: the second half of a double click or a key is not meant for it. */
const unreadMs = 600

type Errors = Partial<
  Record<'amount' | 'received_on' | 'receiving_account_id' | 'payer' | 'external_reference', string>
>

/** Expected, claimed and accepted side by side; only what differs is coloured, and the button says what it does. */
export function DecisionPanel({
  proof,
  accounts,
  isNext,
  approveButton,
  onReject,
  onDecided,
}: DecisionPanelProps) {
  const t = useTexts(reviewTexts)
  const locale = useLocale()
  const base = useWorkspaceBase()
  const { today } = useWorkspace()
  const [accepted, setAccepted] = useState<Accepted>(() => acceptedOf(proof, accounts))
  const [wrong, setWrong] = useState<Errors>({})
  const approve = useApproveProof()
  const [isUnread, setUnread] = useState(isNext)
  useEffect(() => {
    const timer = setTimeout(() => setUnread(false), unreadMs)
    return () => clearTimeout(timer)
  }, [])
  const { invoice, claimed } = proof
  const differences = differencesOf(proof, accounts, today)
  const set = (values: Partial<Accepted>) => {
    setAccepted({ ...accepted, ...values })
    setWrong({})
  }
  const refused: Errors = Object.fromEntries(
    (problemOf(approve.error)?.errors ?? []).map(({ pointer, detail }) => [pointer.split('/')[1], detail]),
  )
  const errors = { ...refused, ...wrong }
  const { amount } = accepted

  function approveIt() {
    if (isUnread) return
    const found: Errors = {
      ...(!amount || amount.amount <= 0 ? { amount: t('needsAmount') } : {}),
      ...(accepted.received_on ? {} : { received_on: t('needsDate') }),
      ...(accepted.receiving_account_id ? {} : { receiving_account_id: t('needsAccount') }),
    }
    setWrong(found)
    if (Object.keys(found).length > 0 || !amount || !accepted.receiving_account_id) return
    approve.mutate(
      {
        id: proof.id,
        body: {
          amount,
          received_on: accepted.received_on,
          receiving_account_id: accepted.receiving_account_id,
          payer: accepted.payer.trim() || null,
          external_reference: accepted.external_reference.trim() || null,
        },
      },
      {
        onSuccess: () => {
          toast(t('approved', { amount: spokenMoney(amount, locale), number: invoice.number }))
          onDecided()
        },
      },
    )
  }

  const rows: { row: DecisionRow; expected: ReactNode; claimed: ReactNode; field: ReactNode }[] = [
    {
      row: 'amount',
      expected: <Amount value={invoice.due} withoutCurrency />,
      claimed: claimed.amount ? <Amount value={claimed.amount} withoutCurrency /> : null,
      field: (
        <MoneyInput
          label={null}
          aria-label={t('acceptedOf', { what: t('row_amount') })}
          currency={invoice.due.currency}
          value={amount}
          error={errors.amount}
          onChange={(value) => set({ amount: value })}
        />
      ),
    },
    {
      row: 'date',
      expected: <span className={styles.quiet}>{t('untilToday')}</span>,
      claimed: claimed.on ? <DateText value={claimed.on} /> : null,
      field: (
        <DateInput
          label={null}
          aria-label={t('acceptedOf', { what: t('row_date') })}
          value={accepted.received_on}
          max={today}
          error={errors.received_on}
          onChange={(received_on) => set({ received_on })}
        />
      ),
    },
    {
      row: 'reference',
      expected: proof.payment_reference.value,
      claimed: claimed.reference,
      field: (
        <TextInput
          aria-label={t('acceptedOf', { what: t('row_reference') })}
          maxLength={120}
          autoComplete="off"
          value={accepted.external_reference}
          error={errors.external_reference}
          onChange={(event) => set({ external_reference: event.currentTarget.value })}
        />
      ),
    },
    {
      row: 'payer',
      expected: proof.client.name,
      claimed: claimed.payer,
      field: (
        <TextInput
          aria-label={t('acceptedOf', { what: t('row_payer') })}
          maxLength={120}
          autoComplete="off"
          value={accepted.payer}
          error={errors.payer}
          onChange={(event) => set({ payer: event.currentTarget.value })}
        />
      ),
    },
    {
      row: 'account',
      expected: accounts.length === 1 ? accounts[0]?.name : null,
      claimed: accounts.find(({ id }) => id === claimed.receiving_account_id)?.name,
      field: (
        <Select
          aria-label={t('acceptedOf', { what: t('row_account') })}
          placeholder={t('chooseAccount')}
          data={accounts.map(({ id, name }) => ({ value: id, label: name }))}
          value={accepted.receiving_account_id}
          error={errors.receiving_account_id}
          allowDeselect={false}
          comboboxProps={{ shadow: 'md' }}
          onChange={(receiving_account_id) => set({ receiving_account_id })}
        />
      ),
    },
  ]

  return (
    <section className={styles.decision} aria-label={t('decision')}>
      <header className={styles.decisionHead}>
        <h2>
          <Link href={`${base}/invoices/${invoice.id}`}>{invoice.number}</Link>
        </h2>
        <StatusBadge status={invoice.badge} />
        <p className={styles.quiet}>
          <Link href={`${base}/clients/${proof.client.id}`}>{proof.client.name}</Link>
        </p>
      </header>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('expected')}</th>
            <th scope="col">{t('claimed')}</th>
            <th scope="col">{t('accepted')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, expected, claimed: said, field }) => (
            <tr key={row} data-differs={differences.has(row) || undefined}>
              <th scope="row">{t(`row_${row}`)}</th>
              <td data-cell="expected" data-title={t('expected')}>
                {expected ?? t('notSaid')}
              </td>
              <td data-cell="claimed" data-title={t('claimed')}>
                {said || t('notSaid')}
                {differences.has(row) ? <span className={styles.spoken}> ({t('differs')})</span> : null}
              </td>
              <td data-cell="accepted">{field}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {proof.warnings.length > 0 ? (
        <div className={styles.warnings}>
          <h3>{t('warnings')}</h3>
          <ul>
            {proof.warnings.map((warning) => (
              <li key={`${warning.code} ${warning.detail}`}>
                <IconAlertTriangle aria-hidden />
                <span>{warning.detail}</span>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {approve.error ? <Problem error={approve.error} /> : null}
      <div className={styles.deeds}>
        <Button
          ref={approveButton}
          className={styles.approve}
          loading={approve.isPending}
          aria-disabled={isUnread || undefined}
          onClick={approveIt}
        >
          <Deed proof={proof} accepted={accepted} />
        </Button>
        <Button variant="default" disabled={approve.isPending} onClick={onReject}>
          {t('reject')}
        </Button>
      </div>
      <p className={styles.keys}>{t('keys')}</p>
    </section>
  )
}

/** The button carries the deed. */
function Deed({ proof, accepted }: { proof: Proof; accepted: Accepted }) {
  const t = useTexts(reviewTexts)
  const locale = useLocale()
  if (!accepted.amount || accepted.amount.amount <= 0) return t('deedUnknown')
  const { due, number } = proof.invoice
  const amount = spokenMoney(accepted.amount, locale)
  const bare = (value: { amount: number; currency: string }) =>
    spokenMoney(value, locale).replace(/^\D+|\s\D+$/g, '')
  const outcome = outcomeOf(accepted.amount, due)
  if (outcome.kind === 'in_full') return t('deedInFull', { amount, number })
  if (outcome.kind === 'leaves') return t('deedLeaves', { amount, number, left: bare(outcome.left) })
  return t('deedOver', { amount, number, over: bare(outcome.over) })
}
