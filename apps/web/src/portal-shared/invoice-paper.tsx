import { useLocale, useTexts } from '@portico/ui'
import { useUsualLabel } from '../shared/labels/usual-label.ts'
import { PaperEnding } from '../shared/paper/paper-ending.tsx'
import { paperFormat } from '../shared/paper/paper-format.ts'
import { PaperLines } from '../shared/paper/paper-lines.tsx'
import { PaperFoot, PaperHead, PaperMark, Parties } from '../shared/paper/paper-parts.tsx'
import { PaperRemarks } from '../shared/paper/paper-remarks.tsx'
import styles from '../shared/paper/paper.module.css'
import { paperTexts } from '../shared/paper/texts.ts'
import type { PortalInvoice } from './invoice.ts'

interface InvoicePaperProps {
  invoice: PortalInvoice
  logoUrl: string | null
}

/** The invoice as it was printed when it was issued; what is open on it stands beside, with how to pay it. */
export function InvoicePaper({ invoice, logoUrl }: InvoicePaperProps) {
  const t = useTexts(paperTexts)
  const locale = useLocale()
  const { seller, buyer, number } = invoice
  const title = t(seller.vrn && invoice.taxes.length > 0 ? 'taxInvoice' : 'invoice')
  return (
    <article className={styles.sheet} data-paper aria-label={`${title} ${number}`}>
      {invoice.badge === 'void' ? <PaperMark>{t('markVoid')}</PaperMark> : null}
      <div className={styles.inner}>
        <PaperHead sellerName={seller.name} logoUrl={logoUrl} title={title} number={number} />
        <Parties seller={seller} buyer={buyer} />
        <Facts invoice={invoice} />
        <PaperLines lines={invoice.lines} currency={invoice.currency} locale={locale} />
        <PaperEnding taxes={invoice.taxes} totals={invoice.totals} locale={locale} />
        <PaperRemarks note={invoice.note} terms={invoice.terms} />
        <PaperFoot seller={seller} />
      </div>
    </article>
  )
}

function Facts({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(paperTexts)
  const format = paperFormat(useLocale())
  const labelOf = useUsualLabel()
  const facts = [
    { label: t('issued'), value: format.day(invoice.issue_date) },
    { label: t('due'), value: format.day(invoice.due_date) },
    { label: t('purchaseOrder'), value: invoice.purchase_order },
    { label: labelOf(invoice.payment_reference.label), value: invoice.payment_reference.value },
  ].filter(({ value }) => value)
  return (
    <dl className={styles.factsRow}>
      {facts.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
