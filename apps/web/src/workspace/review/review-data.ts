import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { paths } from '@portico/sdk'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { useIntent } from '../../shared/intent.ts'
import { refreshMoney } from '../invoices/invoices-data.ts'

export type Proof = Schema<'PaymentProof'>
export type ProofState = Proof['state']
export type ApproveBody =
  paths['/v1/payment-proofs/{payment_proof_id}/approve']['post']['requestBody']['content']['application/json']

/** Those that wait, oldest first; those that are decided, newest first. */
export const proofsQuery = (state: ProofState, invoiceId?: string) =>
  queryOptions({
    queryKey: ['payment-proofs', 'list', state, invoiceId ?? null],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/payment-proofs', {
          params: { query: { state, limit: 100, ...(invoiceId && { invoice_id: invoiceId }) } },
          signal,
        }),
      ),
    refetchInterval: state === 'submitted' ? 30_000 : false,
  })

function useDecision<Given extends { id: string }>(
  send: (given: Given, key: { 'Idempotency-Key': string }) => Promise<Proof>,
) {
  const queries = useQueryClient()
  const intent = useIntent()
  return useMutation({
    mutationFn: async (given: Given) => {
      const proof = await send(given, intent.headerFor(given))
      intent.isDone()
      return proof
    },
    onSuccess: () => refreshMoney(queries),
  })
}

export function useApproveProof() {
  return useDecision<{ id: string; body: ApproveBody }>(({ id, body }, header) =>
    unwrap(
      api.POST('/v1/payment-proofs/{payment_proof_id}/approve', {
        params: { path: { payment_proof_id: id }, header },
        body,
      }),
    ),
  )
}

export function useRejectProof() {
  return useDecision<{ id: string; reason: string }>(({ id, reason }, header) =>
    unwrap(
      api.POST('/v1/payment-proofs/{payment_proof_id}/reject', {
        params: { path: { payment_proof_id: id }, header },
        body: { reason },
      }),
    ),
  )
}
