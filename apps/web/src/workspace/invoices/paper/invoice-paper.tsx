import { useTexts } from '@portico/ui'
import { useUsualLabel } from '../../../shared/labels/usual-label.ts'
import { PaperEnding, useTaxName } from '../../../shared/paper/paper-ending.tsx'
import { paperFormat, type PaperFormat } from '../../../shared/paper/paper-format.ts'
import { PaperLines } from '../../../shared/paper/paper-lines.tsx'
import { PaperFoot, PaperHead, PaperMark, Parties } from '../../../shared/paper/paper-parts.tsx'
import { PaperRemarks } from '../../../shared/paper/paper-remarks.tsx'
import styles from '../../../shared/paper/paper.module.css'
import { paperTexts } from '../../../shared/paper/texts.ts'
import { useWorkspace } from '../../workspace-data.ts'
import type { Invoice } from '../invoices-data.ts'
import { InDocumentLanguage } from './in-document-language.tsx'
import { sellerOf } from './seller.ts'
import { ownPaperTexts } from './texts.ts'

/** In the document's language. */
export function InvoicePaper({ invoice }: { invoice: Invoice }) {
  return (
    <InDocumentLanguage locale={invoice.locale}>
      <Sheet invoice={invoice} />
    </InDocumentLanguage>
  )
}

/** An invoice as it is printed, from what was frozen when it was issued; a draft as it would be printed now. */
function Sheet({ invoice }: { invoice: Invoice }) {
  const t = useTexts(paperTexts)
  const own = useTexts(ownPaperTexts)
  const { organization } = useWorkspace()
  const { locale, client } = invoice
  const format = paperFormat(locale)
  const nameOf = useTaxName(locale)
  const seller = invoice.seller ?? sellerOf(organization)
  const buyer = invoice.buyer ?? { ...client, address_lines: [], tax_number: null }
  const isDraft = invoice.document_state === 'draft'
  const title = isDraft
    ? own('draftInvoice')
    : t(seller.vrn && invoice.taxes.length > 0 ? 'taxInvoice' : 'invoice')
  const lines = invoice.lines.map((line) => ({
    ...line,
    tax_label:
      line.tax_percent === null
        ? null
        : nameOf({ name: line.tax_name, category: 'standard', percent: line.tax_percent }),
  }))
  return (
    <article className={styles.sheet} aria-label={`${title} ${invoice.number ?? ''}`} lang={locale}>
      {isDraft ? <PaperMark>{own('markDraft')}</PaperMark> : null}
      {invoice.document_state === 'void' ? <PaperMark>{t('markVoid')}</PaperMark> : null}
      <div className={styles.inner}>
        <PaperHead
          sellerName={seller.name}
          logoUrl={organization.logo_url}
          title={title}
          number={invoice.number ?? own('numberWhenIssued')}
          isPending={invoice.number === null}
        />
        <Parties seller={seller} buyer={buyer} />
        <Summary invoice={invoice} format={format} />
        <PaperLines
          lines={lines}
          currency={invoice.currency}
          locale={locale}
          pricesIncludeTax={invoice.prices_include_tax}
        />
        <PaperEnding
          taxes={invoice.taxes}
          totals={invoice.totals}
          locale={locale}
          more={<BaseFigures invoice={invoice} format={format} />}
        />
        <PaperRemarks note={invoice.note} terms={invoice.terms} />
        <PaperFoot seller={seller} />
      </div>
    </article>
  )
}

function Summary({ invoice, format }: { invoice: Invoice; format: PaperFormat }) {
  const t = useTexts(paperTexts)
  const own = useTexts(ownPaperTexts)
  const labelOf = useUsualLabel()
  const { totals } = invoice
  const isVoid = invoice.document_state === 'void'
  const isDraft = invoice.document_state === 'draft'
  const isPaid = invoice.settlement_state === 'paid'
  const shown = isVoid || isPaid ? totals.gross : totals.due
  return (
    <div className={styles.summary}>
      <div>
        <p className={styles.label}>
          {isVoid ? own('total') : isPaid ? own('paidInFull') : own('amountDue')}
        </p>
        <p className={styles.figure} data-void={isVoid || undefined}>
          <span className={styles.figureCurrency}>{shown.currency}</span> {format.amount(shown)}
        </p>
        {isVoid && invoice.voided_at ? (
          <p>
            {own('voidSince', { date: format.day(invoice.voided_at), reason: invoice.void_reason ?? '' })}
          </p>
        ) : null}
        {!isVoid && !isPaid && invoice.due_date ? (
          <p>{own('by', { date: format.day(invoice.due_date) })}</p>
        ) : null}
        {isDraft ? <p className={styles.soft}>{own('draftNotice')}</p> : null}
        {invoice.settlement_state === 'partial' ? (
          <p className={styles.soft}>
            {own('paidOf', { paid: format.withCurrency(totals.settled), gross: format.amount(totals.gross) })}
          </p>
        ) : null}
      </div>
      <dl className={styles.facts}>
        <dt>{t('issued')}</dt>
        <dd>{invoice.issue_date ? format.day(invoice.issue_date) : own('whenIssued')}</dd>
        <dt>{t('due')}</dt>
        <dd>{invoice.due_date ? format.day(invoice.due_date) : own('whenIssued')}</dd>
        {invoice.purchase_order ? (
          <>
            <dt>{t('purchaseOrder')}</dt>
            <dd>{invoice.purchase_order}</dd>
          </>
        ) : null}
        {invoice.payment_reference ? (
          <>
            <dt>{labelOf(invoice.payment_reference.label)}</dt>
            <dd className={styles.quoted}>{invoice.payment_reference.value}</dd>
          </>
        ) : null}
      </dl>
    </div>
  )
}

/** The total in the organization's own currency, at the rate that was frozen. */
function BaseFigures({ invoice, format }: { invoice: Invoice; format: PaperFormat }) {
  const own = useTexts(ownPaperTexts)
  const { base, currency } = invoice
  if (!base || base.currency === currency) return null
  return (
    <>
      <div className={styles.small}>
        <dt>{own('inBase', { currency: base.currency })}</dt>
        <dd>{format.withCurrency(base.gross)}</dd>
      </div>
      <div className={styles.small}>
        <dt>
          {own('rate', {
            currency,
            rate: format.decimal(base.rate),
            base: base.currency,
            date: format.day(base.rate_date),
          })}
        </dt>
        <dd />
      </div>
    </>
  )
}
