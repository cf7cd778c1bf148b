import { useParams } from '@tanstack/react-router'
import { ErrorState, PageHeader, readProblem, SkeletonPage, useTexts } from '@portico/ui'
import { InvoiceView } from '../../portal-shared/invoice-view.tsx'
import { usePortal } from '../portal-data.ts'
import { useInvoice } from './invoice-data.ts'
import { NotAmongYours } from './not-among-yours.tsx'
import { portalInvoicesTexts } from './texts.ts'

/** One invoice: how to pay it, and the paper. */
export function InvoicePage() {
  const t = useTexts(portalInvoicesTexts)
  const { base, place } = usePortal()
  const { invoice: invoiceId = '' } = useParams({ strict: false }) as { invoice?: string }
  const { query, access } = useInvoice(invoiceId)
  if (query.data) {
    return (
      <InvoiceView
        key={query.data.id}
        invoice={query.data}
        access={access}
        logoUrl={place.organization.logo_url}
        breadcrumbs={[{ label: t('title'), href: `${base}/invoices` }]}
      />
    )
  }
  if (!query.isError) return <SkeletonPage />
  const { status } = readProblem(query.error)
  if (status !== 404 && status !== 422 && status !== 400)
    return (
      <>
        <PageHeader title={t('title')} />
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </>
    )
  return <NotAmongYours invoiceId={invoiceId} />
}
