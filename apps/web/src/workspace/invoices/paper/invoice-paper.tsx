import { useTexts } from '@portico/ui'
import { useWorkspace } from '../../workspace-data.ts'
import type { Invoice } from '../invoices-data.ts'
import { paperFormat, type PaperFormat } from './paper-format.ts'
import { PaperFoot, PaperHead, PaperMark, Party, sellerOf, TaxTable, useTaxName } from './paper-parts.tsx'
import styles from './paper.module.css'
import { paperTexts } from './texts.ts'

/** An invoice as it is printed, from what was frozen when it was issued; a draft as it would be printed now. */
export function InvoicePaper({ invoice }: { invoice: Invoice }) {
  const t = useTexts(paperTexts)
  const { organization } = useWorkspace()
  const format = paperFormat(invoice.locale)
  const seller = invoice.seller ?? sellerOf(organization)
  const isDraft = invoice.document_state === 'draft'
  const title = isDraft
    ? t('draftInvoice')
    : seller.vrn && invoice.taxes.length > 0
      ? t('taxInvoice')
      : t('invoice')
  const buyer = invoice.buyer
  const remarks = [
    { heading: t('note'), text: invoice.note },
    { heading: t('terms'), text: invoice.terms },
  ].filter(({ text }) => text)
  return (
    <article className={styles.sheet} aria-label={`${title} ${invoice.number ?? ''}`} lang={invoice.locale}>
      {isDraft ? <PaperMark>{t('markDraft')}</PaperMark> : null}
      {invoice.document_state === 'void' ? <PaperMark>{t('markVoid')}</PaperMark> : null}
      <div className={styles.inner}>
        <PaperHead
          sellerName={seller.name}
          logoUrl={organization.logo_url}
          title={title}
          number={invoice.number ?? t('numberWhenIssued')}
          isPending={invoice.number === null}
        />
        <div className={styles.parties}>
          <Party
            label={t('billedTo')}
            name={buyer?.name ?? invoice.client.name}
            lines={buyer?.address_lines ?? []}
            facts={[
              buyer?.tax_number && t('taxNumber', { number: buyer.tax_number }),
              t('clientReference', { refid: invoice.client.refid }),
            ]}
          />
          <Party
            label={t('from')}
            name={seller.name}
            lines={seller.address_lines}
            facts={[seller.email, seller.phone]}
          />
        </div>
        <Summary invoice={invoice} format={format} />
        <Lines invoice={invoice} format={format} />
        <div className={styles.ending}>
          <TaxTable
            taxes={invoice.taxes.filter((tax) => tax.category !== 'out_of_scope' || tax.exemption_reason)}
            locale={invoice.locale}
            heading={t('taxSummary')}
          />
          <Sums invoice={invoice} format={format} />
        </div>
        {remarks.map(({ heading, text }) => (
          <div key={heading}>
            <p className={styles.label}>{heading}</p>
            <p className={styles.remark}>{text}</p>
          </div>
        ))}
        <PaperFoot seller={seller} />
      </div>
    </article>
  )
}

function Summary({ invoice, format }: { invoice: Invoice; format: PaperFormat }) {
  const t = useTexts(paperTexts)
  const { totals } = invoice
  const isVoid = invoice.document_state === 'void'
  const isDraft = invoice.document_state === 'draft'
  const isPaid = invoice.settlement_state === 'paid'
  const shown = isVoid || isPaid ? totals.gross : totals.due
  return (
    <div className={styles.summary}>
      <div>
        <p className={styles.label}>{isVoid ? t('total') : isPaid ? t('paidInFull') : t('amountDue')}</p>
        <p className={styles.figure} data-void={isVoid || undefined}>
          <span className={styles.figureCurrency}>{shown.currency}</span> {format.amount(shown)}
        </p>
        {isVoid && invoice.voided_at ? (
          <p>{t('voidSince', { date: format.day(invoice.voided_at), reason: invoice.void_reason ?? '' })}</p>
        ) : null}
        {!isVoid && !isPaid && invoice.due_date ? (
          <p>{t('by', { date: format.day(invoice.due_date) })}</p>
        ) : null}
        {isDraft ? <p className={styles.soft}>{t('draftNotice')}</p> : null}
        {invoice.settlement_state === 'partial' ? (
          <p className={styles.soft}>
            {t('paidOf', { paid: format.withCurrency(totals.settled), gross: format.amount(totals.gross) })}
          </p>
        ) : null}
      </div>
      <dl className={styles.facts}>
        <dt>{t('issued')}</dt>
        <dd>{invoice.issue_date ? format.day(invoice.issue_date) : t('whenIssued')}</dd>
        <dt>{t('due')}</dt>
        <dd>{invoice.due_date ? format.day(invoice.due_date) : t('whenIssued')}</dd>
        {invoice.purchase_order ? (
          <>
            <dt>{t('purchaseOrder')}</dt>
            <dd>{invoice.purchase_order}</dd>
          </>
        ) : null}
        {invoice.payment_reference ? (
          <>
            <dt>{invoice.payment_reference.label}</dt>
            <dd className={styles.quoted}>{invoice.payment_reference.value}</dd>
          </>
        ) : null}
      </dl>
    </div>
  )
}

function Lines({ invoice, format }: { invoice: Invoice; format: PaperFormat }) {
  const t = useTexts(paperTexts)
  const nameOf = useTaxName(invoice.locale)
  const isTaxed = new Set(invoice.lines.map((line) => `${line.tax_name} ${line.tax_percent}`)).size > 1
  const hasUnits = invoice.lines.some((line) => line.unit)
  if (invoice.lines.length === 0) return <p className={styles.soft}>{t('noLines')}</p>
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col" className={styles.position}>
            #
          </th>
          <th scope="col" className={styles.what}>
            {t('description')}
          </th>
          <th scope="col" className={styles.end} colSpan={hasUnits ? 2 : 1}>
            {t('quantity')}
          </th>
          <th scope="col" className={styles.end}>
            {invoice.prices_include_tax ? t('unitPriceWithTax') : t('unitPrice')}
          </th>
          {isTaxed ? <th scope="col">{t('tax')}</th> : null}
          <th scope="col" className={styles.end}>
            {t('amountIn', { currency: invoice.currency })}
          </th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={line.position}>
            <td className={styles.position}>{line.position}</td>
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
            {isTaxed ? (
              <td className={`${styles.soft} ${styles.taxName}`}>
                {line.tax_percent === null
                  ? '–'
                  : nameOf({ name: line.tax_name, category: 'standard', percent: line.tax_percent })}
              </td>
            ) : null}
            <td className={`${styles.end} ${styles.amount}`}>{format.amount(line.net)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sums({ invoice, format }: { invoice: Invoice; format: PaperFormat }) {
  const t = useTexts(paperTexts)
  const nameOf = useTaxName(invoice.locale)
  const { totals, base } = invoice
  const isSettled = totals.settled.amount > 0
  return (
    <dl className={styles.sums}>
      <div>
        <dt>{t('subtotal')}</dt>
        <dd>{format.amount(totals.net)}</dd>
      </div>
      {invoice.taxes
        .filter((tax) => tax.tax.amount !== 0)
        .map((tax) => (
          <div key={`${tax.name} ${tax.percent}`}>
            <dt>{nameOf(tax)}</dt>
            <dd>{format.amount(tax.tax)}</dd>
          </div>
        ))}
      <div className={styles.sum}>
        <dt>{t('totalIn', { currency: invoice.currency })}</dt>
        <dd>{format.amount(totals.gross)}</dd>
      </div>
      {isSettled ? (
        <>
          <div>
            <dt>{t('paid')}</dt>
            <dd>{format.amount({ ...totals.settled, amount: -totals.settled.amount })}</dd>
          </div>
          <div className={styles.sum}>
            <dt>{t('stillDue')}</dt>
            <dd>{format.amount(totals.due)}</dd>
          </div>
        </>
      ) : null}
      {base && base.currency !== invoice.currency ? (
        <>
          <div className={styles.small}>
            <dt>{t('inBase', { currency: base.currency })}</dt>
            <dd>{format.withCurrency(base.gross)}</dd>
          </div>
          <div className={styles.small}>
            <dt>
              {t('rate', {
                currency: invoice.currency,
                rate: format.decimal(base.rate),
                base: base.currency,
                date: format.day(base.rate_date),
              })}
            </dt>
            <dd />
          </div>
        </>
      ) : null}
    </dl>
  )
}
