import { Button } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { ErrorState, SkeletonPage, toastProblem, todayIso, useTexts } from '@portico/ui'
import { IconDownload } from '@tabler/icons-react'
import { portalApi, unwrap } from '../../shared/api.ts'
import { downloadFile } from '../../shared/pdf.ts'
import { StatementPeriod, StatementView } from '../../shared/statement/statement-view.tsx'
import { statementTexts } from '../../shared/statement/texts.ts'
import { useUrlSearch } from '../../shared/url-search.ts'
import { PaymentsFrame } from '../payments/payments-frame.tsx'
import { usePortal } from '../portal-data.ts'

type Period = { from?: string; as_of?: string }

const statementQuery = (clientId: string, query: Period) =>
  queryOptions({
    queryKey: ['portal', clientId, 'statement', query],
    queryFn: ({ signal }) => unwrap(portalApi.GET('/v1/portal/statement', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

/** My account: what was charged, what was paid, what is left. */
export function StatementPage() {
  const t = useTexts(statementTexts)
  const { base, place } = usePortal()
  const { values, change } = useUrlSearch()
  const { from = '', as_of: asOf = '' } = values
  const period: Period = { ...(from && { from }), ...(asOf && { as_of: asOf }) }
  const statement = useQuery(statementQuery(place.client.id, period))
  const pdf = () =>
    downloadFile(
      portalApi.GET('/v1/portal/statement/pdf', { params: { query: period }, parseAs: 'blob' }),
      `${t('title')}.pdf`,
    ).catch(toastProblem)
  return (
    <PaymentsFrame current="statement">
      <StatementPeriod from={from} asOf={asOf} today={todayIso()} onChange={change}>
        <Button variant="default" leftSection={<IconDownload />} onClick={() => void pdf()}>
          {t('downloadPdf')}
        </Button>
      </StatementPeriod>
      {statement.error && !statement.data ? (
        <ErrorState error={statement.error} onRetry={() => void statement.refetch()} />
      ) : !statement.data ? (
        <SkeletonPage />
      ) : (
        <div aria-busy={statement.isPlaceholderData || undefined}>
          <StatementView
            statement={statement.data}
            hrefOf={({ kind, id }) => (kind === 'invoice' ? `${base}/invoices/${id}` : null)}
          />
        </div>
      )}
    </PaymentsFrame>
  )
}
