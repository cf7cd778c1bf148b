import { Amount, DateText, Link, useTexts } from '@portico/ui'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { Proof } from './review-data.ts'
import styles from './review.module.css'
import { reviewTexts } from './texts.ts'

/** The proofs in the order in which they are looked at; the chosen one stays in view. */
export function ProofQueue({
  proofs,
  current,
  hrefOf,
  label,
}: {
  proofs: readonly Proof[]
  current: string
  hrefOf: (proof: Proof) => string
  label: string
}) {
  const t = useTexts(reviewTexts)
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <nav className={styles.queue} aria-label={label}>
      <ul ref={list}>
        {proofs.map((proof) => (
          <li key={proof.id}>
            <Link
              href={hrefOf(proof)}
              className={styles.queued}
              aria-current={proof.id === current ? 'true' : undefined}
            >
              <span className={styles.queuedName} dir="auto">
                {proof.client.name}
              </span>
              <span className={styles.queuedAmount}>
                {proof.claimed.amount ? (
                  <Amount value={proof.claimed.amount} trim />
                ) : (
                  <span className={styles.quiet}>{t('noAmount')}</span>
                )}
              </span>
              <span className={styles.queuedMeta}>
                {proof.invoice.number} ·{' '}
                <DateText value={proof.decided_at ?? proof.submitted_at} as="relative" />
              </span>
              {proof.state === 'submitted' && proof.warnings.length > 0 ? (
                <span className={styles.flag}>
                  <IconAlertTriangle aria-hidden />
                  <span className={styles.spoken}>{t('flagged')}</span>
                </span>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
