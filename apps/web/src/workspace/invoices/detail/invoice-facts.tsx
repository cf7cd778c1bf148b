import { Amount, CopyButton, DateText, Facts, Link, StatusBadge, useTexts } from '@portico/ui'
import { useWorkspaceBase } from '../../workspace-data.ts'
import type { Invoice } from '../invoices-data.ts'
import { invoiceTexts } from '../texts.ts'

/** What is true about the invoice and not on its paper, or wanted without reading it. */
export function InvoiceFacts({ invoice }: { invoice: Invoice }) {
  const t = useTexts(invoiceTexts)
  const base = useWorkspaceBase()
  const { payment_reference: reference } = invoice
  return (
    <Facts
      facts={[
        {
          label: t('client'),
          value: <Link href={`${base}/clients/${invoice.client.id}`}>{invoice.client.name}</Link>,
        },
        { label: t('purchaseOrder'), value: invoice.purchase_order },
        ...(reference
          ? [
              {
                label: reference.label,
                value: reference.value,
                action: <CopyButton value={reference.value} what={t('referenceWhat')} />,
              },
            ]
          : []),
        {
          label: t('delivery'),
          value: invoice.document_state === 'final' ? <DeliveryText invoice={invoice} /> : null,
        },
        { label: t('paidOn'), value: invoice.paid_at ? <DateText value={invoice.paid_at} /> : null },
        ...(invoice.base && invoice.base.currency !== invoice.currency
          ? [
              {
                label: t('baseAmount', { currency: invoice.base.currency }),
                value: <Amount value={invoice.base.gross} />,
              },
            ]
          : []),
        ...(invoice.client_credit && invoice.client_credit.amount > 0
          ? [{ label: t('byCredit'), value: <Amount value={invoice.client_credit} /> }]
          : []),
      ]}
    />
  )
}

function DeliveryText({ invoice }: { invoice: Invoice }) {
  const t = useTexts(invoiceTexts)
  if (invoice.delivery_state === 'not_sent') return t('deliveryNotSent')
  return <StatusBadge status={invoice.delivery_state} />
}
