import { Amount, DateText, useTexts } from '@portico/ui'
import { IconDownload, IconReceipt } from '@tabler/icons-react'
import type { PortalReceipt } from '../invoice.ts'
import { payTexts } from '../texts.ts'
import styles from './pay-panel.module.css'

/** Receipts to download, newest first. */
export function ReceiptList({ receipts }: { receipts: readonly PortalReceipt[] }) {
  const t = useTexts(payTexts)
  if (receipts.length === 0) return null
  return (
    <ul className={styles.receipts} aria-label={t('receipts')}>
      {receipts.map((receipt) => (
        <li key={receipt.id}>
          <a href={receipt.download_url} download className={styles.receipt}>
            <IconReceipt aria-hidden />
            <span className={styles.receiptText}>
              <span className={styles.receiptName}>{t('receiptOf', { number: receipt.number })}</span>
              <br />
              <span className={styles.quiet}>
                {t.rich('receiptLine', {
                  amount: <Amount value={receipt.amount} trim />,
                  date: <DateText value={receipt.receipt_date} />,
                })}
              </span>
            </span>
            <IconDownload aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  )
}
