import { useQuery } from '@tanstack/react-query'
import { Link, useTexts } from '@portico/ui'
import { paperFormat } from '../../shared/paper/paper-format.ts'
import { PaperFoot, PaperHead, Party, SellerParty } from '../../shared/paper/paper-parts.tsx'
import styles from '../../shared/paper/paper.module.css'
import { sellerOf } from '../invoices/paper/seller.ts'
import { paymentQuery } from '../payments/payments-data.ts'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import type { Receipt } from './receipts-data.ts'
import { receiptPaperTexts } from './texts.ts'

/** The receipt on its sheet. The PDF beside it is the document; this is the same content, quick to read. */
export function ReceiptPaper({ receipt }: { receipt: Receipt }) {
  const t = useTexts(receiptPaperTexts)
  const base = useWorkspaceBase()
  const { organization, can } = useWorkspace()
  const { data: payment } = useQuery({
    ...paymentQuery(receipt.payment_id ?? ''),
    enabled: receipt.payment_id !== null && can('payments.payment.read'),
  })
  const format = paperFormat(organization.locale)
  const seller = sellerOf(organization)
  const { currency } = receipt.amount
  const paid = receipt.invoices.reduce((sum, { amount }) => sum + amount.amount, 0)
  const credited = receipt.amount.amount - paid
  const title = receipt.tax.amount > 0 ? t('taxReceipt') : t('receipt')
  return (
    <article className={styles.sheet} aria-label={`${title} ${receipt.number}`}>
      <div className={styles.inner}>
        <PaperHead
          sellerName={seller.name}
          logoUrl={organization.logo_url}
          title={title}
          number={receipt.number}
        />
        <div className={styles.parties}>
          <Party
            label={t('receivedFrom')}
            name={receipt.client.name}
            lines={[]}
            facts={[t('clientReference', { refid: receipt.client.refid })]}
          />
          <SellerParty label={t('receivedBy')} seller={seller} />
        </div>
        <div className={styles.summary}>
          <div>
            <p className={styles.label}>{t('amountReceived')}</p>
            <p className={styles.figure}>
              <span className={styles.figureCurrency}>{currency}</span> {format.amount(receipt.amount)}
            </p>
            <p className={styles.soft}>{t('withThanks')}</p>
          </div>
          <dl className={styles.facts}>
            <dt>{t('receivedOn')}</dt>
            <dd>{format.day(receipt.receipt_date)}</dd>
            {payment ? (
              <>
                <dt>{t('receivedInto')}</dt>
                <dd>{payment.receiving_account.name}</dd>
                {payment.external_reference ? (
                  <>
                    <dt>{t('reference')}</dt>
                    <dd className={styles.quoted}>{payment.external_reference}</dd>
                  </>
                ) : null}
              </>
            ) : null}
          </dl>
        </div>
        <table className={styles.taxes}>
          <thead>
            <tr>
              <th scope="col">{t('paysInvoice')}</th>
              <th scope="col" className={styles.end}>
                {t('paidIn', { currency })}
              </th>
            </tr>
          </thead>
          <tbody>
            {receipt.invoices.map(({ id, number, amount }) => (
              <tr key={id}>
                <td>
                  <Link href={`${base}/invoices/${id}`}>{number}</Link>
                </td>
                <td className={styles.end}>{format.amount(amount)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className={styles.ending}>
          <div />
          <dl className={styles.sums}>
            {credited > 0 ? (
              <div>
                <dt>{t('keptAsCredit')}</dt>
                <dd>{format.amount({ amount: credited, currency })}</dd>
              </div>
            ) : null}
            <div className={styles.sum}>
              <dt>{t('totalReceived', { currency })}</dt>
              <dd>{format.amount(receipt.amount)}</dd>
            </div>
            {receipt.tax.amount > 0 ? (
              <div className={styles.small}>
                <dt>{t('taxIncluded')}</dt>
                <dd>{format.amount(receipt.tax)}</dd>
              </div>
            ) : null}
          </dl>
        </div>
        <PaperFoot seller={seller} />
      </div>
    </article>
  )
}
