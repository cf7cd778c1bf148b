import { Link, PageHeader, useTexts } from '@portico/ui'
import type { ReactNode } from 'react'
import { usePortal } from '../portal-data.ts'
import styles from './payments.module.css'
import { portalPaymentsTexts } from './texts.ts'

/** Payments and receipts are two views of the same past, one tap apart. */
export function PaymentsFrame({
  current,
  children,
}: {
  current: 'payments' | 'receipts'
  children: ReactNode
}) {
  const t = useTexts(portalPaymentsTexts)
  const { base } = usePortal()
  return (
    <>
      <PageHeader title={t(current === 'payments' ? 'title' : 'receiptsTitle')} />
      <nav className={styles.views} aria-label={t('title')}>
        {(['payments', 'receipts'] as const).map((view) => (
          <Link
            key={view}
            href={`${base}/${view}`}
            className={styles.view}
            aria-current={view === current ? 'page' : undefined}
          >
            {t(view)}
          </Link>
        ))}
      </nav>
      {children}
    </>
  )
}

/** A download that says by its name what it downloads. */
export function ReceiptLink({ url, number, words }: { url: string; number: string; words: string }) {
  const t = useTexts(portalPaymentsTexts)
  return (
    <a href={url} download aria-label={t('downloadOf', { number })} className={styles.download}>
      {words}
    </a>
  )
}
