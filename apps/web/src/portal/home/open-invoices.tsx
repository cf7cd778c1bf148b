import { Button, Checkbox } from '@mantine/core'
import { Amount, Link, StatusBadge, useTexts } from '@portico/ui'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
import { sumsByCurrency, type PortalInvoiceSummary } from '../../portal-shared/invoice.ts'
import { WhenDue } from '../../portal-shared/when-due.tsx'
import { payHref } from '../pay/pay-href.ts'
import type { PortalHome } from './home-data.ts'
import styles from './home.module.css'
import { portalHomeTexts } from './texts.ts'

const MOST_SHOWN = 8

/** What was paid and is being checked is not to be paid again. */
const isPayable = (invoice: PortalInvoiceSummary): boolean => invoice.proof?.state !== 'submitted'

/** What is overdue is chosen; where nothing is, what is due next. */
function firstChoice(invoices: readonly PortalInvoiceSummary[]): string[] {
  const payable = invoices.filter(isPayable)
  const overdue = payable.filter(({ badge }) => badge === 'overdue')
  return (overdue.length > 0 ? overdue : payable.slice(0, 1)).map(({ id }) => id)
}

/** The open invoices, the oldest due first, to choose what is paid now. */
export function OpenInvoices({ home, base, mayPay }: { home: PortalHome; base: string; mayPay: boolean }) {
  const t = useTexts(portalHomeTexts)
  const shown = home.open_invoices.slice(0, MOST_SHOWN)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(firstChoice(shown)))
  const toPay = shown.filter((invoice) => chosen.has(invoice.id) && isPayable(invoice))
  const count = home.owed.reduce((sum, one) => sum + one.open_count, 0)
  const more = Math.max(0, count - shown.length)

  function choose(id: string, isOn: boolean) {
    const next = new Set(chosen)
    if (isOn) next.add(id)
    else next.delete(id)
    setChosen(next)
  }

  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{t('openInvoices')}</h2>
        <Link href={`${base}/invoices`}>{t('allInvoices')}</Link>
      </div>
      <ul className={styles.rows}>
        {shown.map((invoice) => (
          <li key={invoice.id} className={styles.row} data-chosen={chosen.has(invoice.id) || undefined}>
            {mayPay ? (
              <Checkbox
                className={styles.check}
                aria-label={t('select', { number: invoice.number })}
                checked={chosen.has(invoice.id) && isPayable(invoice)}
                disabled={!isPayable(invoice)}
                onChange={(event) => choose(invoice.id, event.currentTarget.checked)}
              />
            ) : null}
            <div className={styles.what}>
              <Link href={`${base}/invoices/${invoice.id}`} className={styles.rowLink}>
                {invoice.number}
              </Link>
              <p className={styles.rowDetail}>
                <WhenDue date={invoice.due_date} isOverdue={invoice.badge === 'overdue'} />
              </p>
            </div>
            <div className={styles.end}>
              <Amount value={invoice.due} trim />
              {invoice.proof ? (
                <StatusBadge
                  status={invoice.proof.state === 'submitted' ? 'checking' : 'rejected'}
                  label={t(invoice.proof.state === 'submitted' ? 'checking' : 'rejectedBadge')}
                />
              ) : invoice.badge === 'partial' ? (
                <StatusBadge status="partial" />
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className={styles.quiet}>
          <Link href={`${base}/invoices`}>{t('moreOpen', { count: more })}</Link>
        </p>
      ) : null}
      {mayPay && shown.some(isPayable) ? <PayBar toPay={toPay} base={base} /> : null}
    </section>
  )
}

function PayBar({ toPay, base }: { toPay: readonly PortalInvoiceSummary[]; base: string }) {
  const t = useTexts(portalHomeTexts)
  const sums = sumsByCurrency(toPay.map(({ due }) => due))
  return (
    <div className={styles.payBar}>
      {toPay.length > 1 ? (
        <p className={styles.together}>
          <span>{t('together')}</span>
          {sums.map((sum) => (
            <Amount key={sum.currency} value={sum} size="large" trim />
          ))}
        </p>
      ) : null}
      {toPay.length > 0 ? (
        <Button component={Link} href={payHref(base, toPay)} rightSection={<IconArrowRight />}>
          {t('pay', { count: toPay.length })}
        </Button>
      ) : (
        <Button disabled>{t('payNone')}</Button>
      )}
    </div>
  )
}
