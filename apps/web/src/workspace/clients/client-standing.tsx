import { UnstyledButton } from '@mantine/core'
import { formatMoney } from '@portico/money'
import { Amount, DateText, formatRelativeDay, readerLocale, useTexts } from '@portico/ui'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWorkspace } from '../workspace-data.ts'
import styles from './client-standing.module.css'
import type { ClientBalance } from './clients-data.ts'
import type { LedgerAsked } from './ledger-panel.tsx'
import { clientTexts } from './texts.ts'

interface ClientStandingProps {
  name: string
  balances: ClientBalance[]
  onAsk: (asked: LedgerAsked) => void
}

/** "Are we fine with them?": open, overdue and credit, per currency and never summed. Each figure opens its entries. */
export function ClientStanding({ name, balances, onAsk }: ClientStandingProps) {
  const t = useTexts(clientTexts)
  const shown = balances.filter(({ open, overdue, credit }) => open.amount || overdue.amount || credit.amount)
  if (shown.length === 0) {
    return (
      <p className={styles.clear}>
        <IconCircleCheck aria-hidden />
        {t('standingClear')}
      </p>
    )
  }
  return (
    <section className={styles.standing} aria-label={t('standing', { name })}>
      {shown.map((balance) => (
        <Figures key={balance.currency} balance={balance} onAsk={onAsk} />
      ))}
    </section>
  )
}

function Figures({ balance, onAsk }: { balance: ClientBalance; onAsk: ClientStandingProps['onAsk'] }) {
  const t = useTexts(clientTexts)
  const { currency, open, overdue, credit, oldest_due_date: oldest, open_invoices: count } = balance
  const ask = (account: LedgerAsked['account'], figure: ClientBalance['open']) => () =>
    onAsk({ currency, account, figure })
  return (
    <div className={styles.figures}>
      <Figure
        label={t('standingOpen')}
        value={open}
        onAsk={ask('receivable', open)}
        detail={count > 0 ? t('invoices', { count }) : null}
      />
      <Figure
        label={t('standingOverdue')}
        value={overdue}
        isBad={overdue.amount > 0}
        detail={
          overdue.amount > 0 && oldest
            ? t.rich('standingSince', { date: <DateText value={oldest} />, days: formatRelativeDay(oldest) })
            : oldest
              ? t.rich('standingOldest', { date: <DateText value={oldest} /> })
              : t('notOverdue')
        }
      />
      <Figure label={t('standingCredit')} value={credit} onAsk={ask('credit', credit)} detail={null} />
    </div>
  )
}

interface FigureProps {
  label: string
  value: ClientBalance['open']
  detail: ReactNode
  isBad?: boolean
  onAsk?: () => void
}

function Figure({ label, value, detail, isBad, onAsk }: FigureProps) {
  const t = useTexts(clientTexts)
  const { can } = useWorkspace()
  const amount = <Amount value={value} size="large" zeroAsDash tone={isBad ? 'bad' : undefined} />
  return (
    <div className={styles.figure}>
      <div className={styles.label}>{label}</div>
      {onAsk && value.amount !== 0 && can('ledger.posting.read') ? (
        <UnstyledButton
          className={styles.ask}
          onClick={onAsk}
          title={t('howMade', { amount: formatMoney(value, readerLocale()) })}
        >
          {amount}
        </UnstyledButton>
      ) : (
        <div>{amount}</div>
      )}
      {detail ? <div className={styles.detail}>{detail}</div> : null}
    </div>
  )
}
