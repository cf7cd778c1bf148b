import { Link, PageHeader, useTexts } from '@portico/ui'
import type { ReactNode } from 'react'
import { usePortal } from '../portal-data.ts'
import styles from './payments.module.css'
import { portalPaymentsTexts } from './texts.ts'

const titles = { payments: 'title', receipts: 'receiptsTitle', statement: 'statementTitle' } as const

/** Payments, receipts and the statement are views of the same past, one tap apart. */
export function PaymentsFrame({
  current,
  children,
}: {
  current: 'payments' | 'receipts' | 'statement'
  children: ReactNode
}) {
  const t = useTexts(portalPaymentsTexts)
  const { base } = usePortal()
  return (
    <>
      <PageHeader title={t(titles[current])} />
      <nav className={styles.views} aria-label={t('title')}>
        {(['payments', 'receipts', 'statement'] as const).map((view) => (
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
