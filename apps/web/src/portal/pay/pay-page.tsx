import { useQueries } from '@tanstack/react-query'
import { PageHeader, useTexts } from '@portico/ui'
import { useUrlSearch } from '../../shared/url-search.ts'
import { invoiceQuery } from '../invoices/invoice-data.ts'
import { usePortal } from '../portal-data.ts'
import { LookUp } from './look-up.tsx'
import { idsIn } from './pay-href.ts'
import { PaySeveral } from './pay-several.tsx'
import { PayableList } from './payable-list.tsx'
import styles from './pay.module.css'
import { portalPayTexts } from './texts.ts'

/** Pay now: by the reference on the invoice, by choosing, or the invoices that were chosen elsewhere one after the other. */
export function PayPage() {
  const t = useTexts(portalPayTexts)
  const { place } = usePortal()
  const { values, hrefWith } = useUrlSearch()
  const ids = idsIn(values.invoices)
  const invoices = useQueries({ queries: ids.map((id) => invoiceQuery(place.client.id, id)) })
  if (ids.length > 0) {
    return (
      <div className={styles.page}>
        <PageHeader title={t('titleSeveral', { count: ids.length })} subtitle={t('oneByOne')} />
        <PaySeveral
          ids={ids}
          currentId={values.now}
          invoices={invoices.map((query) => ({ data: query.data, isError: query.isError }))}
          hrefOf={(id) => hrefWith({ now: id })}
        />
      </div>
    )
  }
  return (
    <div className={styles.page}>
      <PageHeader title={t('title')} />
      <div className={styles.stack}>
        <PayableList />
        <LookUp />
      </div>
    </div>
  )
}
