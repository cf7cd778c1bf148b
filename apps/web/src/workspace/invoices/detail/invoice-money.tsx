import { Amount, DateText, Link, useTexts } from '@portico/ui'
import { useWorkspaceBase } from '../../workspace-data.ts'
import type { Invoice } from '../invoices-data.ts'
import { invoiceTexts } from '../texts.ts'
import styles from './detail.module.css'

/** What was paid on it, by what, with which receipt, and what is left. */
export function InvoiceMoney({ invoice }: { invoice: Invoice }) {
  const t = useTexts(invoiceTexts)
  const base = useWorkspaceBase()
  const { settlements, totals } = invoice
  return (
    <section className={styles.money}>
      <h2>{t('money')}</h2>
      {settlements.length === 0 ? (
        <p className={styles.quiet}>{t('noMoney')}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('columnDate')}</th>
              <th scope="col">{t('columnHow')}</th>
              <th scope="col">{t('columnReceipt')}</th>
              <th scope="col" className={styles.end}>
                {t('columnAmount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {settlements.map((settlement) => {
              const how =
                settlement.kind === 'credit'
                  ? t('byCredit')
                  : t('byPayment', {
                      method: settlement.method ?? '',
                    }).replace(/, $/, '')
              return (
                <tr key={settlement.id}>
                  <td className={styles.when}>
                    <DateText value={settlement.on} />
                  </td>
                  <td>
                    {settlement.payment_id ? (
                      <Link href={`${base}/payments/${settlement.payment_id}`}>{how}</Link>
                    ) : (
                      how
                    )}
                  </td>
                  <td>
                    {settlement.receipt ? (
                      <Link href={`${base}/receipts/${settlement.receipt.id}`}>
                        {settlement.receipt.number}
                      </Link>
                    ) : null}
                  </td>
                  <td className={styles.end}>
                    <Amount value={settlement.amount} />
                  </td>
                </tr>
              )
            })}
          </tbody>
          <tfoot>
            <tr>
              <td colSpan={3}>{t('settled')}</td>
              <td className={styles.end}>
                <Amount value={totals.settled} />
              </td>
            </tr>
            <tr>
              <td colSpan={3}>{t('stillDue')}</td>
              <td className={styles.end}>
                <Amount value={totals.due} tone={invoice.is_overdue ? 'bad' : undefined} />
              </td>
            </tr>
          </tfoot>
        </table>
      )}
    </section>
  )
}
