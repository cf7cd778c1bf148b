import { useLocale, useTexts } from '@portico/ui'
import type { ReactNode } from 'react'
import type { PortalInvoice } from '../invoice.ts'
import { PaperEnding } from './paper-ending.tsx'
import { paperFormat } from './paper-format.ts'
import styles from './paper.module.css'
import { portalPaperTexts } from './texts.ts'

interface InvoicePaperProps {
  invoice: PortalInvoice
  logoUrl: string | null
}

/** The invoice as it was printed when it was issued. */
export function InvoicePaper({ invoice, logoUrl }: InvoicePaperProps) {
  const t = useTexts(portalPaperTexts)
  const { seller, buyer } = invoice
  const title = t(seller.vrn && invoice.taxes.length > 0 ? 'taxInvoice' : 'invoice')
  const remarks = [
    { heading: t('note'), text: invoice.note },
    { heading: t('terms'), text: invoice.terms },
  ].filter(({ text }) => text)
  return (
    <article className={styles.sheet} data-paper aria-label={`${title} ${invoice.number}`}>
      {invoice.badge === 'void' ? (
        <div className={styles.mark} aria-hidden>
          <span>{t('markVoid')}</span>
        </div>
      ) : null}
      <div className={styles.inner}>
        <div className={styles.head}>
          {logoUrl ? (
            <img src={logoUrl} alt={seller.name} className={styles.logo} />
          ) : (
            <p className={styles.sellerName}>{seller.name}</p>
          )}
          <div className={styles.names}>
            <p className={styles.title}>{title}</p>
            <p className={styles.number}>{invoice.number}</p>
          </div>
        </div>
        <div className={styles.parties}>
          <Party
            label={t('billedTo')}
            name={buyer.name}
            lines={buyer.address_lines}
            facts={[
              buyer.tax_number && t('taxNumber', { number: buyer.tax_number }),
              t('clientReference', { refid: buyer.refid }),
            ]}
          />
          <Party
            label={t('from')}
            name={seller.name}
            lines={seller.address_lines}
            facts={[seller.email, seller.phone]}
          />
        </div>
        <Facts invoice={invoice} />
        <Lines invoice={invoice} />
        <PaperEnding invoice={invoice} />
        {remarks.map(({ heading, text }) => (
          <div key={heading}>
            <p className={styles.label}>{heading}</p>
            <p className={styles.remark}>{text}</p>
          </div>
        ))}
        <Foot seller={seller} />
      </div>
    </article>
  )
}

function Party(props: {
  label: string
  name: ReactNode
  lines: readonly string[]
  facts: readonly (string | null | undefined)[]
}) {
  return (
    <div className={styles.party}>
      <p className={styles.label}>{props.label}</p>
      <p className={styles.partyName}>{props.name}</p>
      {props.lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
      {props.facts.filter(Boolean).map((fact) => (
        <p key={fact} className={styles.soft}>
          {fact}
        </p>
      ))}
    </div>
  )
}

function Facts({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(portalPaperTexts)
  const format = paperFormat(useLocale())
  const facts = [
    { label: t('issued'), value: format.day(invoice.issue_date) },
    { label: t('due'), value: format.day(invoice.due_date) },
    { label: t('purchaseOrder'), value: invoice.purchase_order },
    { label: invoice.payment_reference.label, value: invoice.payment_reference.value },
  ].filter(({ value }) => value)
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Lines({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(portalPaperTexts)
  const format = paperFormat(useLocale())
  const hasUnits = invoice.lines.some((line) => line.unit)
  const hasTaxes = new Set(invoice.lines.map((line) => line.tax_label)).size > 1
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col" className={styles.what}>
            {t('description')}
          </th>
          <th scope="col" className={styles.end} colSpan={hasUnits ? 2 : 1}>
            {t('quantity')}
          </th>
          <th scope="col" className={styles.end}>
            {t('unitPrice')}
          </th>
          {hasTaxes ? <th scope="col">{t('tax')}</th> : null}
          <th scope="col" className={styles.end}>
            {t('amountIn', { currency: invoice.currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={line.position}>
            <td className={styles.what}>
              {line.description}
              {line.details ? <div className={styles.details}>{line.details}</div> : null}
            </td>
            <td className={`${styles.end} ${styles.quantity}`}>{format.decimal(line.quantity)}</td>
            {hasUnits ? <td className={styles.unit}>{line.unit}</td> : null}
            <td className={`${styles.end} ${styles.price}`}>
              {format.price(line.unit_price, invoice.currency)}
              {line.discount_percent && Number(line.discount_percent) > 0 ? (
                <div className={styles.details}>
                  {t('less', { percent: format.percent(line.discount_percent) })}
                </div>
              ) : null}
            </td>
            {hasTaxes ? <td className={styles.taxName}>{line.tax_label ?? '–'}</td> : null}
            <td className={`${styles.end} ${styles.amount}`}>{format.amount(line.net)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Legal identity at the foot of the sheet. */
function Foot({ seller }: { seller: PortalInvoice['seller'] }) {
  const t = useTexts(portalPaperTexts)
  const parts = [
    seller.legal_name && seller.legal_name !== seller.name ? seller.legal_name : null,
    ...seller.address_lines,
    seller.tin && t('tin', { number: seller.tin }),
    seller.vrn && t('vrn', { number: seller.vrn }),
    seller.website,
  ].filter((part): part is string => Boolean(part))
  return parts.length > 0 ? <p className={styles.foot}>{parts.join(' · ')}</p> : null
}
