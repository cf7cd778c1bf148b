import { DateText, useTexts } from '@portico/ui'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { latestProof, type PortalInvoice } from '../invoice.ts'
import { proofTexts } from '../texts.ts'
import styles from './proof.module.css'
import { reviewTime } from './review-time.ts'

/** Received, being checked, approved, receipt: where a proof is, at the place where it was sent. */
export function ProofProgress({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(proofTexts)
  const proof = latestProof(invoice)
  if (!proof) return null
  const isApproved = proof.state === 'approved'
  return (
    <section className={styles.progress} data-approved={isApproved || undefined} aria-label={t('progress')}>
      <h2>{t(isApproved ? 'approvedTitle' : 'checkingTitle')}</h2>
      <ol className={styles.steps}>
        <Step state="done" title={t('stepReceived')}>
          <DateText value={proof.submitted_at} as="time" />
          {' · '}
          {proof.file_name ? t('sentFile', { name: proof.file_name }) : t('sentMessage')}
        </Step>
        {isApproved ? (
          <Step state="done" title={t('stepApproved')}>
            {proof.decided_at ? <DateText value={proof.decided_at} as="time" /> : null}
          </Step>
        ) : (
          <Step state="now" title={t('stepChecking')}>
            {t('stepCheckingTime', { time: reviewTime(invoice.proof_review_hours) })}
          </Step>
        )}
        {invoice.receipts.length > 0 && isApproved ? (
          <Step state="done" title={t('stepReceipt')}>
            {invoice.receipts.map((receipt) => receipt.number).join(', ')}
          </Step>
        ) : (
          <Step state="next" title={t('stepReceipt')}>
            {t('stepReceiptNext')}
          </Step>
        )}
      </ol>
    </section>
  )
}

function Step({
  state,
  title,
  children,
}: {
  state: 'done' | 'now' | 'next'
  title: string
  children: ReactNode
}) {
  const t = useTexts(proofTexts)
  return (
    <li className={styles.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles.mark} aria-hidden>
        {state === 'done' ? <IconCheck /> : null}
      </span>
      <p className={styles.stepTitle}>
        {title}
        {state === 'next' ? null : <span className={styles.spoken}>, {t(state)}</span>}
      </p>
      <p className={styles.quiet}>{children}</p>
    </li>
  )
}
