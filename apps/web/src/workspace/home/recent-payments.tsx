import { useQuery } from '@tanstack/react-query'
import { Amount, DateText, useTexts } from '@portico/ui'
import { useWorkspaceBase } from '../workspace-data.ts'
import { latestPaymentsQuery } from './home-data.ts'
import { ShortList } from './short-list.tsx'
import { homeTexts } from './texts.ts'

/** The last few payments: good news, below what has to be done. */
export function RecentPayments() {
  const t = useTexts(homeTexts)
  const base = useWorkspaceBase()
  const { data } = useQuery(latestPaymentsQuery)
  return (
    <ShortList
      title={t('recent')}
      allHref={`${base}/payments`}
      allLabel={t('seePayments')}
      rows={data?.data.map((payment) => ({
        key: payment.id,
        href: `${base}/payments/${payment.id}`,
        name: payment.client.name,
        detail: (
          <>
            {payment.allocations.map(({ invoice }) => `${invoice.number}, `).join('')}
            <DateText value={payment.received_on} as="relative" />
          </>
        ),
        amount: <Amount value={payment.amount} />,
        deed: t('open'),
      }))}
    />
  )
}
