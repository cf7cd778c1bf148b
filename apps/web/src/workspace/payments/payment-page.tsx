import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { formatMoney } from '@portico/money'
import {
  Amount,
  CopyButton,
  DateText,
  ErrorState,
  Facts,
  Link,
  PageHeader,
  SkeletonPage,
  useLocale,
  useTexts,
} from '@portico/ui'
import { HistoryButton } from '../activity/record-history.tsx'
import { useWorkspaceBase } from '../workspace-data.ts'
import { paymentQuery } from './payments-data.ts'
import styles from './payments.module.css'
import { paymentTexts } from './texts.ts'

/** `/payments/$payment`: one payment, what it paid, and its receipt. */
export function PaymentPage() {
  const t = useTexts(paymentTexts)
  const locale = useLocale()
  const base = useWorkspaceBase()
  const { payment: paymentId = '' } = useParams({ strict: false }) as { payment?: string }
  const { data: payment, error, refetch } = useQuery(paymentQuery(paymentId))
  if (error && !payment) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!payment) return <SkeletonPage />
  return (
    <>
      <PageHeader
        title={t('payment', { amount: formatMoney(payment.amount, locale) })}
        breadcrumbs={[{ label: t('payments'), href: `${base}/payments` }]}
        subtitle={<Link href={`${base}/clients/${payment.client.id}`}>{payment.client.name}</Link>}
        action={
          <>
            <HistoryButton
              record={payment.id}
              name={t('payment', { amount: formatMoney(payment.amount, locale) })}
            />
            {payment.receipt ? (
              <Button component={Link} href={`${base}/receipts/${payment.receipt.id}`} variant="default">
                {t('receipt')} {payment.receipt.number}
              </Button>
            ) : null}
          </>
        }
      />
      <div className={styles.detail}>
        <Facts
          facts={[
            { label: t('received'), value: <DateText value={payment.received_on} as="both" /> },
            { label: t('account'), value: payment.receiving_account.name },
            { label: t('payer'), value: payment.payer },
            {
              label: t('reference'),
              value: payment.external_reference,
              action: payment.external_reference ? (
                <CopyButton value={payment.external_reference} what={t('reference')} />
              ) : undefined,
            },
            { label: t('note'), value: payment.note },
            {
              label: t('proof'),
              value: payment.proof_id ? (
                <Link href={`${base}/review?state=approved&proof=${payment.proof_id}`}>{t('seeProof')}</Link>
              ) : null,
            },
            { label: t('recordedAt'), value: <DateText value={payment.created_at} as="time" /> },
          ]}
        />
        <section>
          <h2>{t('settles')}</h2>
          <table className={styles.lines}>
            <tbody>
              {payment.allocations.map(({ invoice, amount }) => (
                <tr key={invoice.id}>
                  <td>
                    <Link href={`${base}/invoices/${invoice.id}`}>{invoice.number}</Link>
                  </td>
                  <td>
                    <Amount value={amount} />
                  </td>
                </tr>
              ))}
              {payment.credited.amount > 0 ? (
                <tr>
                  <td>{t('credited')}</td>
                  <td>
                    <Amount value={payment.credited} />
                  </td>
                </tr>
              ) : null}
            </tbody>
            <tfoot>
              <tr>
                <td>{t('total')}</td>
                <td>
                  <Amount value={payment.amount} />
                </td>
              </tr>
            </tfoot>
          </table>
        </section>
      </div>
    </>
  )
}
