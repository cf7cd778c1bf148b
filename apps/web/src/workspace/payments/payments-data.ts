import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { paths } from '@portico/sdk'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { useIntent } from '../../shared/intent.ts'
import { pageOf } from '../../shared/list-state.ts'
import type { SearchValues } from '../../shared/url-search.ts'
import { refreshMoney } from '../invoices/invoices-data.ts'

export type Payment = Schema<'Payment'>
export type PaymentBody = paths['/v1/payments']['post']['requestBody']['content']['application/json']

/** The address of a list of pages as a question to the API. */
export const pageQueryOf = (values: SearchValues) => ({
  ...pageOf(values),
  ...(values['client'] && { client_id: values['client'] }),
})

export const paymentsQuery = (values: SearchValues) =>
  queryOptions({
    queryKey: ['payments', 'list', pageQueryOf(values)],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/payments', { params: { query: pageQueryOf(values) }, signal })),
  })

export const paymentQuery = (paymentId: string) =>
  queryOptions({
    queryKey: ['payments', 'one', paymentId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/payments/{payment_id}', { params: { path: { payment_id: paymentId } }, signal })),
  })

/** What a client still owes in a currency, the oldest first: what one payment can settle. */
export const openInvoicesQuery = (clientId: string, currency: string) =>
  queryOptions({
    queryKey: ['invoices', 'open', clientId, currency],
    queryFn: async ({ signal }) => {
      const ask = (settlement_state: 'open' | 'partial') =>
        unwrap(
          api.GET('/v1/invoices', {
            params: {
              query: {
                client_id: clientId,
                currency,
                document_state: 'final',
                settlement_state,
                sort: 'due_date',
                limit: 100,
              },
            },
            signal,
          }),
        )
      const [open, partial] = await Promise.all([ask('open'), ask('partial')])
      return [...open.data, ...partial.data]
        .filter((invoice) => invoice.due.amount > 0)
        .toSorted((a, b) => (a.due_date ?? '').localeCompare(b.due_date ?? ''))
    },
  })

export function useRecordPayment() {
  const queries = useQueryClient()
  const intent = useIntent()
  return useMutation({
    mutationFn: async (body: PaymentBody) => {
      const payment = await unwrap(
        api.POST('/v1/payments', { params: { header: intent.headerFor(body) }, body }),
      )
      intent.isDone()
      queries.setQueryData(paymentQuery(payment.id).queryKey, payment)
      await refreshMoney(queries)
      return payment
    },
  })
}
