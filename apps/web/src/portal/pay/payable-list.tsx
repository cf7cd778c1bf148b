import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, useTexts } from '@portico/ui'
import { IconCircleCheck } from '@tabler/icons-react'
import { portalHomeQuery } from '../home/home-data.ts'
import { HomeSkeleton } from '../home/home-skeleton.tsx'
import { OpenInvoices } from '../home/open-invoices.tsx'
import { usePortal } from '../portal-data.ts'
import { portalPayTexts } from './texts.ts'

/** What is open, to choose from. */
export function PayableList() {
  const t = useTexts(portalPayTexts)
  const { base, can, place } = usePortal()
  const home = useQuery(portalHomeQuery(place.client.id))
  if (home.isError && !home.data) return <ErrorState error={home.error} onRetry={() => void home.refetch()} />
  if (!home.data) return <HomeSkeleton />
  if (home.data.open_invoices.length === 0)
    return <EmptyState icon={IconCircleCheck} title={t('nothing')} detail={t('nothingDetail')} />
  return <OpenInvoices home={home.data} base={base} mayPay={can('invoices.pay')} />
}
