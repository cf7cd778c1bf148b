import { queryOptions, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { InvoiceAccess } from '../../portal-shared/invoice-access.ts'
import { stageOf, type PortalInvoice } from '../../portal-shared/invoice.ts'
import { portalApi, unwrap } from '../../shared/api.ts'
import { useIntent } from '../../shared/intent.ts'
import { upload } from '../../shared/upload.ts'
import { LINKS_LAST, usePortal } from '../portal-data.ts'

/** While a proof is being checked, the answer may come at any time. */
const CHECKING = 30_000

export const invoiceQuery = (clientId: string, invoiceId: string) =>
  queryOptions({
    queryKey: ['portal', clientId, 'invoice', invoiceId],
    queryFn: ({ signal }) =>
      unwrap(
        portalApi.GET('/v1/portal/invoices/{invoice_id}', {
          params: { path: { invoice_id: invoiceId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) =>
      state.data && stageOf(state.data) === 'checking' ? CHECKING : LINKS_LAST,
  })

/** One invoice of the client this person acts for, and what may be done with it. */
export function useInvoice(invoiceId: string): {
  query: UseQueryResult<PortalInvoice>
  access: InvoiceAccess
} {
  const queries = useQueryClient()
  const { place } = usePortal()
  const clientId = place.client.id
  const query = useQuery(invoiceQuery(clientId, invoiceId))
  const creditIntent = useIntent()

  function take(invoice: PortalInvoice) {
    queries.setQueryData(invoiceQuery(clientId, invoiceId).queryKey, invoice)
    void queries.invalidateQueries({
      queryKey: ['portal', clientId],
      predicate: ({ queryKey }) => queryKey[2] !== 'invoice',
    })
  }

  const access: InvoiceAccess = {
    asksName: false,
    refresh: () => void queries.invalidateQueries({ queryKey: ['portal', clientId] }),
    pdf: () =>
      portalApi.GET('/v1/portal/invoices/{invoice_id}/pdf', {
        params: { path: { invoice_id: invoiceId }, query: { disposition: 'inline' } },
        parseAs: 'blob',
      }),
    async sendProof({ fields, file, key, onProgress }) {
      take(
        await upload<PortalInvoice>({
          url: `/v1/portal/invoices/${invoiceId}/proofs`,
          realm: 'portal',
          fields,
          file,
          idempotencyKey: key,
          onProgress,
        }),
      )
    },
    async payWithCredit(amount) {
      const body = { amount }
      take(
        await unwrap(
          portalApi.POST('/v1/portal/invoices/{invoice_id}/credit-applications', {
            params: { path: { invoice_id: invoiceId }, header: { ...creditIntent.headerFor(body) } },
            body,
          }),
        ),
      )
      creditIntent.isDone()
    },
  }
  return { query, access }
}
