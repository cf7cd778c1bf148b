import { queryOptions } from '@tanstack/react-query'
import { api, unwrap } from '../../shared/api.ts'

const few = 5

/** The first rows of a list, for the short lists of the home page. */
export const overdueQuery = queryOptions({
  queryKey: ['invoices', 'home', 'overdue'],
  queryFn: ({ signal }) =>
    unwrap(
      api.GET('/v1/invoices', {
        params: { query: { overdue: 'true', sort: 'due_date', limit: few } },
        signal,
      }),
    ),
})

export const draftsQuery = queryOptions({
  queryKey: ['invoices', 'home', 'drafts'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/v1/invoices', { params: { query: { document_state: 'draft', limit: few } }, signal })),
})

export const latestPaymentsQuery = queryOptions({
  queryKey: ['payments', 'home'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/payments', { params: { query: { limit: few } }, signal })),
})

/** Whether there is any at all: for the first steps of a new organization. */
export const anyInvoiceQuery = queryOptions({
  queryKey: ['invoices', 'home', 'any'],
  queryFn: async ({ signal }) =>
    (await unwrap(api.GET('/v1/invoices', { params: { query: { limit: 1 } }, signal }))).data.length > 0,
})
