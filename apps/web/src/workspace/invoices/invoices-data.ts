import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import type { paths } from '@portico/sdk'
import { api, ifMatch, unwrap, type Schema } from '../../shared/api.ts'
import { useIntent } from '../../shared/intent.ts'
import type { SearchValues } from '../../shared/url-search.ts'

export type Invoice = Schema<'Invoice'>
export type InvoiceSummary = Schema<'InvoiceSummary'>
export type InvoiceBody = paths['/v1/invoices']['post']['requestBody']['content']['application/json']

/** Everything that shows money: one deed changes an invoice, a balance, a receipt and what waits at once. */
export async function refreshMoney(queries: QueryClient): Promise<void> {
  const touched = ['invoices', 'payments', 'receipts', 'payment-proofs', 'clients', 'home']
  await Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] })))
}

/** What the presets above the list stand for, in the API's own three facts. */
export const invoiceViews = {
  all: {},
  draft: { document_state: 'draft' },
  awaiting: { document_state: 'final', settlement_state: 'open' },
  overdue: { overdue: 'true' },
  partial: { document_state: 'final', settlement_state: 'partial' },
  paid: { settlement_state: 'paid' },
  void: { document_state: 'void' },
} as const
export type InvoiceView = keyof typeof invoiceViews

export function isInvoiceView(value: string | undefined): value is InvoiceView {
  return value !== undefined && value in invoiceViews
}

type ListQuery = paths['/v1/invoices']['get']['parameters']['query']

/** The address of the list as a question to the API. */
export function listQueryOf(values: SearchValues): NonNullable<ListQuery> {
  const view = isInvoiceView(values['view']) ? values['view'] : 'all'
  const asked = {
    ...invoiceViews[view],
    q: values['q'],
    client_id: values['client'],
    currency: values['currency'],
    purchase_order: values['purchase_order'],
    delivery_state: values['delivery'],
    issued_from: values['issued_from'],
    issued_to: values['issued_to'],
    sort: values['sort'] === 'due_date' ? 'due_date' : undefined,
    after: values['after'],
    before: values['before'],
    limit: '50',
    total: 'true',
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as NonNullable<ListQuery>
}

export const invoicesQuery = (query: NonNullable<ListQuery>) =>
  queryOptions({
    queryKey: ['invoices', 'list', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/invoices', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

const onInvoice = (invoiceId: string) => ({ params: { path: { invoice_id: invoiceId } } })

export const invoiceQuery = (invoiceId: string) =>
  queryOptions({
    queryKey: ['invoices', 'one', invoiceId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/invoices/{invoice_id}', { ...onInvoice(invoiceId), signal })),
  })

export const invoiceHistoryQuery = (invoiceId: string) =>
  queryOptions({
    queryKey: ['invoices', 'one', invoiceId, 'history'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/invoices/{invoice_id}/history', {
          params: { path: { invoice_id: invoiceId }, query: { limit: 100 } },
          signal,
        }),
      ),
  })

export const invoiceLinksQuery = (invoiceId: string) =>
  queryOptions({
    queryKey: ['invoices', 'one', invoiceId, 'links'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/invoices/{invoice_id}/links', { ...onInvoice(invoiceId), signal })),
  })

export const sendPreviewQuery = (invoiceId: string) =>
  queryOptions({
    queryKey: ['invoices', 'one', invoiceId, 'send-preview'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/invoices/{invoice_id}/send-preview', { ...onInvoice(invoiceId), signal })),
    staleTime: 0,
  })

export const outstandingQuery = queryOptions({
  queryKey: ['invoices', 'outstanding'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/invoices-outstanding', { signal })),
})

export const invoicePdf = (invoiceId: string, disposition: 'inline' | 'attachment') =>
  api.GET('/v1/invoices/{invoice_id}/pdf', {
    params: { path: { invoice_id: invoiceId }, query: { disposition } },
    parseAs: 'blob',
  }) as unknown as Promise<{ data?: Blob; error?: unknown; response: Response }>

/** The answer of a change is the newest there is: it goes straight into the page, the rest is asked for again. */
function useKept() {
  const queries = useQueryClient()
  return async (invoice: Invoice): Promise<Invoice> => {
    queries.setQueryData(invoiceQuery(invoice.id).queryKey, invoice)
    await refreshMoney(queries)
    return invoice
  }
}

/** Writes a new draft, or changes the one with this id from this version. */
export function useSaveDraft() {
  const keep = useKept()
  const intent = useIntent()
  return useMutation({
    mutationFn: async ({
      saved,
      body,
    }: {
      saved: { id: string; version: number } | null
      body: InvoiceBody
    }) => {
      const invoice = saved
        ? await unwrap(
            api.PATCH('/v1/invoices/{invoice_id}', {
              params: { path: { invoice_id: saved.id }, header: ifMatch(saved.version) },
              body,
            }),
          )
        : await unwrap(api.POST('/v1/invoices', { params: { header: intent.headerFor(body) }, body }))
      intent.isDone()
      return keep(invoice)
    },
  })
}

/** Deletes a draft, then leaves its page; only then is it forgotten, or the page would ask for what is gone. */
export function useDeleteDraft() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ id, leave }: { id: string; leave: () => Promise<void> }) => {
      await unwrap(api.DELETE('/v1/invoices/{invoice_id}', onInvoice(id)))
      await leave()
      queries.removeQueries({ queryKey: ['invoices', 'one', id] })
      await refreshMoney(queries)
    },
  })
}

export function useIssueInvoice() {
  const keep = useKept()
  const intent = useIntent()
  return useMutation({
    mutationFn: async ({ id, version }: { id: string; version: number }) => {
      const invoice = await unwrap(
        api.POST('/v1/invoices/{invoice_id}/issue', {
          params: {
            path: { invoice_id: id },
            header: { ...ifMatch(version), ...intent.headerFor({ id, version }) },
          },
          body: {},
        }),
      )
      intent.isDone()
      return keep(invoice)
    },
  })
}

export type SendPreview =
  paths['/v1/invoices/{invoice_id}/send-preview']['get']['responses'][200]['content']['application/json']

export interface Sending {
  to: string[]
  cc: string[]
  message: string
}

export function useSendInvoice() {
  const keep = useKept()
  const intent = useIntent()
  return useMutation({
    mutationFn: async ({ id, sending }: { id: string; sending: Sending }) => {
      const body = {
        to: sending.to,
        cc: sending.cc,
        ...(sending.message.trim() && { message: sending.message.trim() }),
      }
      const invoice = await unwrap(
        api.POST('/v1/invoices/{invoice_id}/send', {
          params: { path: { invoice_id: id }, header: intent.headerFor({ id, body }) },
          body,
        }),
      )
      intent.isDone()
      return keep(invoice)
    },
  })
}

export interface Planning {
  send_on: string
  send_time: string
}

/** Plans the sending for later, or moves what is planned. */
export function useScheduleSend() {
  const keep = useKept()
  return useMutation({
    mutationFn: async ({ id, sending, at }: { id: string; sending: Sending; at: Planning }) =>
      keep(
        await unwrap(
          api.PUT('/v1/invoices/{invoice_id}/scheduled-send', {
            ...onInvoice(id),
            body: {
              send_on: at.send_on,
              send_time: at.send_time,
              to: sending.to,
              cc: sending.cc,
              ...(sending.message.trim() && { message: sending.message.trim() }),
            },
          }),
        ),
      ),
  })
}

export function useCancelScheduledSend() {
  const keep = useKept()
  return useMutation({
    mutationFn: async (id: string) =>
      keep(await unwrap(api.DELETE('/v1/invoices/{invoice_id}/scheduled-send', onInvoice(id)))),
  })
}

export function useSetReminders() {
  const keep = useKept()
  return useMutation({
    mutationFn: async ({ id, isOn }: { id: string; isOn: boolean }) =>
      keep(
        await unwrap(
          api.PUT('/v1/invoices/{invoice_id}/reminders', { ...onInvoice(id), body: { is_on: isOn } }),
        ),
      ),
  })
}

export function useVoidInvoice() {
  const keep = useKept()
  const intent = useIntent()
  return useMutation({
    mutationFn: async ({ id, version, reason }: { id: string; version: number; reason: string }) => {
      const invoice = await unwrap(
        api.POST('/v1/invoices/{invoice_id}/void', {
          params: {
            path: { invoice_id: id },
            header: { ...ifMatch(version), ...intent.headerFor({ id, version, reason }) },
          },
          body: { reason },
        }),
      )
      intent.isDone()
      return keep(invoice)
    },
  })
}

export function useDuplicateInvoice() {
  const keep = useKept()
  const intent = useIntent()
  return useMutation({
    mutationFn: async (invoiceId: string) => {
      const invoice = await unwrap(
        api.POST('/v1/invoices/{invoice_id}/duplicate', {
          params: { path: { invoice_id: invoiceId }, header: intent.headerFor(invoiceId) },
        }),
      )
      intent.isDone()
      return keep(invoice)
    },
  })
}

export function useApplyCredit() {
  const keep = useKept()
  const intent = useIntent()
  return useMutation({
    mutationFn: async ({ id, amount }: { id: string; amount: Schema<'Money'> }) => {
      const invoice = await unwrap(
        api.POST('/v1/invoices/{invoice_id}/credit-applications', {
          params: { path: { invoice_id: id }, header: intent.headerFor({ id, amount }) },
          body: { amount },
        }),
      )
      intent.isDone()
      return keep(invoice)
    },
  })
}

export function useRotateLink(invoiceId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (linkId: string) => {
      const link = await unwrap(
        api.POST('/v1/invoices/{invoice_id}/links/{document_link_id}/rotate', {
          params: { path: { invoice_id: invoiceId, document_link_id: linkId } },
        }),
      )
      await queries.invalidateQueries({ queryKey: ['invoices', 'one', invoiceId] })
      return link
    },
  })
}
