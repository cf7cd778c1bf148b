import { z } from 'zod'
import { id } from './ids.ts'
import { member, operation } from './operation.ts'
import { DateOnly, Money } from './pieces.ts'

/** What a search can find, in the order in which results are shown where nothing speaks for another. */
export const searchKinds = [
  'client',
  'contact',
  'invoice',
  'payment_reference',
  'receipt',
  'payment',
  'price_item',
  'member',
] as const
export type SearchKind = (typeof searchKinds)[number]

export const SearchHit = z
  .strictObject({
    id: z
      .string()
      .meta({ description: 'The public id of what was found', example: 'inv_01jd3k8w2fe0vb3y7p5m9x4t6q' }),
    title: z.string().meta({ description: 'What people know it by: a name, a number' }),
    detail: z.string().nullable().meta({ description: 'What tells it from others of the name' }),
    status: z.string().nullable().meta({ description: 'Of a client its status, of an invoice its badge' }),
    amount: Money.nullable(),
    date: DateOnly.nullable(),
    client: z
      .strictObject({ id: id('client'), name: z.string() })
      .nullable()
      .meta({ description: 'The client it belongs to, where it is not the client itself' }),
    invoice: z
      .strictObject({ id: id('invoice'), number: z.string() })
      .nullable()
      .meta({ description: 'The invoice that a payment reference is for' }),
  })
  .meta({ id: 'SearchHit' })

export const search = operation({
  id: 'search.all',
  method: 'GET',
  path: '/v1/search',
  access: member(null),
  summary: 'Search everything at once',
  description:
    'Results are grouped by kind, the likeliest group first, and hold only what the caller may see. Words may be in any order and misspelt; ' +
    'case, accents and spaces do not matter. Amounts are found as typed (`1,200.00`, `TZS 450000`), payment references by a part of them, with O for 0 and I for 1 forgiven.',
  query: z.strictObject({
    q: z.string().trim().max(120),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(20)
      .optional()
      .meta({ description: 'At most so many of a kind; 5 unless said otherwise' }),
  }),
  answer: z.strictObject({
    q: z.string(),
    groups: z.array(
      z.strictObject({
        kind: z.enum(searchKinds),
        data: z.array(SearchHit),
        has_more: z.boolean(),
      }),
    ),
  }),
})
