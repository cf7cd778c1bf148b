import { Button } from '@mantine/core'
import { Amount, DateText, Facts, Link, StatusBadge, useTexts } from '@portico/ui'
import { useWorkspaceBase } from '../workspace-data.ts'
import type { Proof } from './review-data.ts'
import styles from './review.module.css'
import { reviewTexts } from './texts.ts'

/** How a proof was decided, by whom and when. */
export function DecidedPanel({ proof }: { proof: Proof }) {
  const t = useTexts(reviewTexts)
  const base = useWorkspaceBase()
  const { claimed, invoice } = proof
  const isApproved = proof.state === 'approved'
  return (
    <section className={styles.decision} aria-label={t('decision')}>
      <header className={styles.decisionHead}>
        <h2>
          <Link href={`${base}/invoices/${invoice.id}`}>{invoice.number}</Link>
        </h2>
        <StatusBadge status={isApproved ? 'approved' : 'rejected'} />
        <p className={styles.quiet}>{proof.client.name}</p>
      </header>
      {proof.decided_at ? (
        <p>
          {t.rich(isApproved ? 'decidedBy' : 'rejectedBy', {
            who: proof.decided_by ?? t('someone'),
            when: <DateText value={proof.decided_at} as="relative" />,
          })}
        </p>
      ) : null}
      <Facts
        layout="columns"
        facts={[
          { label: t('reasonWas'), value: proof.rejection_reason },
          { label: t('row_amount'), value: claimed.amount ? <Amount value={claimed.amount} /> : null },
          { label: t('row_date'), value: claimed.on ? <DateText value={claimed.on} /> : null },
          { label: t('row_reference'), value: claimed.reference },
          { label: t('row_payer'), value: claimed.payer },
        ]}
      />
      {proof.payment_id ? (
        <Button component={Link} href={`${base}/payments/${proof.payment_id}`} variant="default">
          {t('seePayment')}
        </Button>
      ) : null}
    </section>
  )
}
