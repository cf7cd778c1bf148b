import { z } from 'zod'
import { Client, clientParams, ClientSummary } from './clients.ts'
import { id } from './ids.ts'
import { member, operation } from './operation.ts'
import { Currency, Money, Version } from './pieces.ts'

/** What both clients of a merge may have a value for; the survivor keeps one of the two. */
export const mergeFields = [
  'name',
  'kind',
  'legal_name',
  'email',
  'phone',
  'website',
  'address',
  'country',
  'tax_number',
  'registration_number',
  'owner_id',
  'currency',
  'locale',
  'payment_terms_days',
  'payment_terms_kind',
  'requires_purchase_order',
] as const
export type MergeField = (typeof mergeFields)[number]

const BothAmounts = z.strictObject({ survivor: Money, merged: Money, after: Money })
export const MergePreview = z
  .strictObject({
    survivor: ClientSummary,
    survivor_version: Version,
    merged: ClientSummary,
    merged_version: Version,
    fields: z
      .array(
        z.strictObject({
          field: z.enum(mergeFields),
          survivor: z.unknown(),
          merged: z.unknown(),
          keeps: z.enum(['survivor', 'merged']),
        }),
      )
      .meta({ description: 'Where the two differ, and whose value stays unless it is chosen otherwise' }),
    moves: z.strictObject({
      contacts: z.number().int(),
      contacts_at_both: z.number().int(),
      drafts: z.number().int(),
      invoices: z.number().int(),
      payments: z.number().int(),
      receipts: z.number().int(),
      payment_references: z.number().int(),
      payment_proofs: z.number().int(),
    }),
    balances: z.array(z.strictObject({ currency: Currency, open: BothAmounts, credit: BothAmounts })),
  })
  .meta({ id: 'MergePreview' })
export const previewMerge = operation({
  id: 'clients.preview_merge',
  method: 'GET',
  path: '/v1/clients/{client_id}/merge-preview/{into_client_id}',
  access: member('clients.client.delete'),
  params: z.strictObject({ client_id: id('client'), into_client_id: id('client') }),
  answer: MergePreview,
  summary: 'What merging a client into another one would do',
})
export const mergeClients = operation({
  id: 'clients.merge',
  method: 'POST',
  path: '/v1/clients/{client_id}/merge',
  access: member('clients.client.delete'),
  versioned: true,
  params: clientParams,
  body: z.strictObject({
    into_client_id: id('client').meta({ description: 'The client that stays' }),
    into_version: Version,
    take: z
      .array(z.enum(mergeFields))
      .max(mergeFields.length)
      .optional()
      .meta({ description: 'Fields whose value is taken from the client that goes' }),
  }),
  answer: Client,
  summary: 'Merge a client into another one, with its whole history',
  description:
    'The answer is the client that stays. The id and the refid of the one that goes lead to it from then on: reading, listing and searching by them answers with the survivor. Amounts do not change, and no document that was issued does.',
  problems: ['amount_too_large', 'duplicate_email'],
})
