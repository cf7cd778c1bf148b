import { queryOptions } from '@tanstack/react-query'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import type { SearchValues } from '../../shared/url-search.ts'
import { pageQueryOf } from '../payments/payments-data.ts'

export type Receipt = Schema<'ReceiptSummary'>

export const receiptsQuery = (values: SearchValues) =>
  queryOptions({
    queryKey: ['receipts', 'list', pageQueryOf(values)],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/receipts', { params: { query: pageQueryOf(values) }, signal })),
  })

export const receiptQuery = (receiptId: string) =>
  queryOptions({
    queryKey: ['receipts', 'one', receiptId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/receipts/{receipt_id}', { params: { path: { receipt_id: receiptId } }, signal })),
  })

export const receiptPdf = (receiptId: string, disposition: 'inline' | 'attachment') =>
  api.GET('/v1/receipts/{receipt_id}/pdf', {
    params: { path: { receipt_id: receiptId }, query: { disposition } },
    parseAs: 'blob',
  }) as unknown as Promise<{ data?: Blob; error?: unknown; response: Response }>
