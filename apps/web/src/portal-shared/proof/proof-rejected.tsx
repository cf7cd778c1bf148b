import { Button } from '@mantine/core'
import { DateText, useTexts } from '@portico/ui'
import { IconAlertCircle } from '@tabler/icons-react'
import { latestProof, type PortalInvoice } from '../invoice.ts'
import { proofTexts } from '../texts.ts'
import styles from './proof.module.css'

/** Why, and the one button. */
export function ProofRejected({
  invoice,
  onAgain,
}: {
  invoice: PortalInvoice
  onAgain?: (() => void) | undefined
}) {
  const t = useTexts(proofTexts)
  const proof = latestProof(invoice)
  if (!proof) return null
  return (
    <section className={styles.rejected} aria-label={t('rejectedTitle')}>
      <IconAlertCircle aria-hidden />
      <div className={styles.rejectedBody}>
        <h2>{t('rejectedTitle')}</h2>
        <p>{proof.rejection_reason ?? t('rejectedNoReason')}</p>
        <p className={styles.quiet}>
          {proof.file_name ? t('sentFile', { name: proof.file_name }) : t('sentMessage')}
          {' · '}
          <DateText value={proof.submitted_at} as="time" />
        </p>
        {onAgain ? <Button onClick={onAgain}>{t('rejectedAction')}</Button> : null}
      </div>
    </section>
  )
}
