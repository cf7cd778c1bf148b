import { useQuery } from '@tanstack/react-query'
import { EmptyState, ErrorState, Link, PageHeader, useTexts } from '@portico/ui'
import { IconLock } from '@tabler/icons-react'
import { useEffect } from 'react'
import { ReceiptList } from '../../portal-shared/pay/receipt-list.tsx'
import { usePortal } from '../portal-data.ts'
import { portalHomeQuery } from './home-data.ts'
import { HomeSkeleton } from './home-skeleton.tsx'
import styles from './home.module.css'
import { OpenInvoices } from './open-invoices.tsx'
import { Owed } from './owed.tsx'
import { portalHomeTexts } from './texts.ts'
import { Waiting } from './waiting.tsx'

/** What is owed, what to do about it, what waits, what was paid. */
export function PortalHomePage() {
  const t = useTexts(portalHomeTexts)
  const { base, can, me, place } = usePortal()
  const mayRead = can('invoices.read')
  const home = useQuery({ ...portalHomeQuery(place.client.id), enabled: mayRead })
  useEffect(() => {
    document.title = place.organization.name
  }, [place.organization.name])

  if (!mayRead) {
    return (
      <>
        <PageHeader title={t('title')} />
        <EmptyState
          icon={IconLock}
          title={t('noRightTitle')}
          detail={t('noRightDetail', { name: place.organization.name })}
        />
      </>
    )
  }
  if (home.isError && !home.data) {
    return (
      <>
        <PageHeader title={t('title')} />
        <ErrorState error={home.error} onRetry={() => void home.refetch()} />
      </>
    )
  }
  if (!home.data) return <HomeSkeleton />
  const { data } = home
  return (
    <div className={styles.home}>
      <Owed home={data} clientName={me.places.length > 1 ? place.client.name : null} />
      {data.open_invoices.length > 0 ? (
        <OpenInvoices home={data} base={base} mayPay={can('invoices.pay')} />
      ) : null}
      <Waiting waiting={data.waiting} base={base} />
      <section className={styles.section}>
        <div className={styles.sectionHead}>
          <h2>{t('receipts')}</h2>
          {data.recent_receipts.length > 0 ? <Link href={`${base}/receipts`}>{t('allReceipts')}</Link> : null}
        </div>
        {data.recent_receipts.length > 0 ? (
          <ReceiptList receipts={data.recent_receipts} />
        ) : (
          <p className={styles.quiet}>{t('noReceipts')}</p>
        )}
      </section>
    </div>
  )
}
