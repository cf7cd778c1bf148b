import { formatMoney } from '@portico/money'
import {
  Amount,
  DataList,
  DateInput,
  DateText,
  EmptyState,
  formatDate,
  Link,
  readerLocale,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconFileDollar } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schema } from '../api.ts'
import styles from './statement-view.module.css'
import { statementTexts } from './texts.ts'

type Statement = Schema<'ClientStatement'>
type Account = Schema<'StatementCurrency'>
type Line = Schema<'StatementLine'> & { key: string }

const buckets = ['not_due', 'days_1_30', 'days_31_60', 'days_61_90', 'days_over_90'] as const

interface PeriodProps {
  from: string
  asOf: string
  today: string
  onChange: (period: { from?: string | undefined; as_of?: string | undefined }) => void
  children?: ReactNode
}

/** First and last day; empty is the beginning and today. */
export function StatementPeriod({ from, asOf, today, onChange, children }: PeriodProps) {
  const t = useTexts(statementTexts)
  return (
    <div className={styles.period}>
      <DateInput
        label={t('from')}
        placeholder={t('fromHint')}
        value={from}
        max={asOf || today}
        onChange={(date) => onChange({ from: date || undefined })}
      />
      <DateInput
        label={t('asOf')}
        value={asOf || today}
        {...(from && { min: from })}
        onChange={(date) => onChange({ as_of: date === today ? undefined : date || undefined })}
      />
      {children ? <div className={styles.deeds}>{children}</div> : null}
    </div>
  )
}

interface StatementViewProps {
  statement: Statement
  /** Where a document of a line is looked at; null where it cannot be. */
  hrefOf: (document: NonNullable<Line['document']>) => string | null
}

/** For each currency what is owed, how it came to that, and for how long. Currencies are never added up. */
export function StatementView({ statement, hrefOf }: StatementViewProps) {
  const t = useTexts(statementTexts)
  if (statement.currencies.length === 0)
    return <EmptyState icon={IconFileDollar} title={t('emptyTitle')} detail={t('emptyDetail')} />
  return (
    <div className={styles.accounts}>
      {statement.currencies.map((account) => (
        <AccountView key={account.currency} account={account} asOf={statement.as_of} hrefOf={hrefOf} />
      ))}
    </div>
  )
}

function AccountView({
  account,
  asOf,
  hrefOf,
}: {
  account: Account
  asOf: string
  hrefOf: StatementViewProps['hrefOf']
}) {
  const t = useTexts(statementTexts)
  const { closing, overdue, credit, receivable, currency } = account
  const money = (value: Schema<'Money'>) => formatMoney(value, readerLocale())
  return (
    <section className={styles.account} aria-label={t('lines', { currency })}>
      <div className={styles.answer}>
        <div>
          <div className={styles.label}>
            {t(closing.amount > 0 ? 'balanceDue' : closing.amount < 0 ? 'inYourFavour' : 'settled')}
          </div>
          <Amount value={{ ...closing, amount: Math.abs(closing.amount) }} size="large" />
          {overdue.amount > 0 ? (
            <div className={styles.bad}>{t('overdue', { amount: money(overdue) })}</div>
          ) : null}
          {credit.amount > 0 && receivable.amount > 0 ? (
            <div className={styles.quiet}>{t('credit', { amount: money(credit) })}</div>
          ) : null}
        </div>
        {receivable.amount === 0 ? null : <Ageing account={account} />}
      </div>
      <Movements account={account} hrefOf={hrefOf} />
      <p className={styles.closing}>
        <span>
          {t('closing', { date: formatDate(asOf) })}
          <span className={styles.quiet}>
            {t('sums', {
              opening: money(account.opening),
              charged: money(account.charged),
              paid: money(account.settled),
            })}
          </span>
        </span>
        <Amount value={closing} />
      </p>
      {account.is_truncated ? <p className={styles.quiet}>{t('truncated')}</p> : null}
    </section>
  )
}

function Ageing({ account }: { account: Account }) {
  const t = useTexts(statementTexts)
  return (
    <dl className={styles.ageing} aria-label={t('ageing', { currency: account.currency })}>
      {buckets.map((bucket) => (
        <div key={bucket}>
          <dt>{t(bucket)}</dt>
          <dd>
            <Amount
              value={account.ageing[bucket]}
              zeroAsDash
              tone={bucket !== 'not_due' && account.ageing[bucket].amount > 0 ? 'bad' : undefined}
            />
          </dd>
        </div>
      ))}
      <div className={styles.owed}>
        <dt>{t('owed')}</dt>
        <dd>
          <Amount value={account.receivable} />
        </dd>
      </div>
    </dl>
  )
}

function Movements({ account, hrefOf }: { account: Account; hrefOf: StatementViewProps['hrefOf'] }) {
  const t = useTexts(statementTexts)
  const rows = account.lines.map((line, at): Line => ({ ...line, key: String(at) }))
  const columns: DataColumn<Line>[] = [
    {
      key: 'date',
      title: t('date'),
      width: '140px',
      phone: 'detail',
      render: (row) => <DateText value={row.date} />,
    },
    {
      key: 'what',
      title: t('what'),
      phone: 'title',
      render: (row) => {
        const href = row.document ? hrefOf(row.document) : null
        const words = wordsOf(row)
        return (
          <span className={styles.what}>
            {href ? <Link href={href}>{words}</Link> : words}
            {row.detail && row.kind !== 'credit_used' ? (
              <span className={styles.detail}>{row.detail}</span>
            ) : null}
          </span>
        )
      },
    },
    {
      key: 'due',
      title: t('due'),
      only: 'wide',
      width: '140px',
      render: (row) => (row.due_date ? <DateText value={row.due_date} /> : null),
    },
    {
      key: 'charged',
      title: t('charged'),
      align: 'end',
      phone: 'amount',
      render: (row) => (row.charged.amount ? <Amount value={row.charged} /> : null),
    },
    {
      key: 'paid',
      title: t('paid'),
      align: 'end',
      phone: 'amount',
      render: (row) =>
        row.settled.amount ? <Amount value={{ ...row.settled, amount: 0 - row.settled.amount }} /> : null,
    },
    {
      key: 'balance',
      title: t('balance'),
      align: 'end',
      phone: 'status',
      render: (row) => <Amount value={row.balance} tone="quiet" />,
    },
  ]
  return (
    <DataList
      label={t('lines', { currency: account.currency })}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      empty={<p className={styles.quiet}>{t('emptyTitle')}</p>}
    />
  )

  function wordsOf(row: Line): string {
    const number = row.document?.number ?? ''
    if (row.kind === 'invoice' || row.kind === 'void') return t(row.kind, { number })
    if (row.kind === 'payment') return number ? t('paymentReceipt', { number }) : t('payment')
    return row.kind === 'credit_used' ? t('creditUsed', { number: row.detail ?? '' }) : t('correction')
  }
}
