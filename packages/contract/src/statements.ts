import { z } from 'zod'
import { id } from './ids.ts'
import { contact, member, operation } from './operation.ts'
import { Currency, DateOnly, Email, GivenDate, Money, paragraph } from './pieces.ts'

/** What a line of a statement is about. What the ledger learns to say later reads as a correction. */
export const statementLineKinds = ['invoice', 'void', 'payment', 'credit_used', 'correction'] as const
export const ageingBuckets = ['not_due', 'days_1_30', 'days_31_60', 'days_61_90', 'days_over_90'] as const

export const StatementLine = z
  .strictObject({
    date: DateOnly,
    kind: z.enum(statementLineKinds),
    document: z
      .strictObject({
        kind: z.enum(['invoice', 'payment', 'receipt']),
        id: z.string(),
        number: z.string().nullable(),
      })
      .nullable(),
    detail: z.string().nullable().meta({
      description:
        'A purchase order, how and with which reference it was paid, the invoice that credit settled',
    }),
    due_date: DateOnly.nullable(),
    charged: Money.meta({ description: 'What made the balance larger; zero otherwise' }),
    settled: Money.meta({ description: 'What made it smaller; zero otherwise' }),
    balance: Money.meta({
      description: 'What was owed after this line; negative where the client has credit',
    }),
  })
  .meta({ id: 'StatementLine' })
export const StatementCurrency = z
  .strictObject({
    currency: Currency,
    opening: Money.meta({ description: 'The balance before the first line that is shown' }),
    charged: Money,
    settled: Money,
    closing: Money.meta({ description: 'What is owed less the credit, on the day asked for' }),
    receivable: Money,
    credit: Money,
    overdue: Money,
    ageing: z
      .strictObject({
        not_due: Money,
        days_1_30: Money,
        days_31_60: Money,
        days_61_90: Money,
        days_over_90: Money,
      })
      .meta({ description: 'What is owed by how long it has been due; the sum is `receivable`' }),
    lines: z.array(StatementLine),
    is_truncated: z.boolean().meta({
      description:
        'Older lines are summed up in the opening balance; ask for an earlier period, or for the CSV',
    }),
  })
  .meta({ id: 'StatementCurrency' })
export const ClientStatement = z
  .strictObject({
    client: z.strictObject({ id: id('client'), refid: z.string(), name: z.string() }),
    from: DateOnly.nullable(),
    as_of: DateOnly,
    currencies: z.array(StatementCurrency),
  })
  .meta({ id: 'ClientStatement' })

const period = {
  from: GivenDate.optional().meta({
    description: 'The first day; what was before is the opening balance. All of it where none is given',
  }),
  as_of: GivenDate.optional().meta({
    description: 'The last day; today in the organization’s zone where none is given',
  }),
  currency: Currency.optional(),
}
const clientParams = z.strictObject({ client_id: id('client') })
const disposition = { disposition: z.enum(['inline', 'attachment']).optional() }

export const getStatement = operation({
  id: 'statements.get',
  method: 'GET',
  path: '/v1/clients/{client_id}/statement',
  access: member('clients.balance.read'),
  params: clientParams,
  query: z.strictObject(period),
  answer: ClientStatement,
  summary: 'The statement of account of a client, as of any day, read from the ledger',
})
export const downloadStatement = operation({
  id: 'statements.pdf',
  method: 'GET',
  path: '/v1/clients/{client_id}/statement/pdf',
  access: member('clients.balance.read'),
  params: clientParams,
  query: z.strictObject({ ...period, ...disposition }),
  answer: { file: ['application/pdf'] },
  summary: 'The statement as PDF',
})
export const exportStatement = operation({
  id: 'statements.csv',
  method: 'GET',
  path: '/v1/clients/{client_id}/statement/csv',
  access: member('clients.balance.read'),
  params: clientParams,
  query: z.strictObject(period),
  answer: { file: ['text/csv'] },
  summary: 'The statement as CSV, whole however long it is',
})
export const sendStatement = operation({
  id: 'statements.send',
  method: 'POST',
  path: '/v1/clients/{client_id}/statement/send',
  access: member('invoices.invoice.send'),
  params: clientParams,
  body: z.strictObject({
    ...period,
    to: z
      .array(Email)
      .min(1)
      .max(10)
      .optional()
      .meta({ description: 'Those who get the client’s documents where none are given' }),
    cc: z.array(Email).max(10).optional(),
    message: paragraph(2000).optional(),
  }),
  answer: z.strictObject({ to: z.array(z.string()), cc: z.array(z.string()), as_of: DateOnly }),
  summary: 'Mail the statement with its PDF',
  problems: ['no_recipient'],
})

const asContact = contact('invoices.read', { evenSuspended: true })
export const getPortalStatement = operation({
  id: 'portal_statement.get',
  method: 'GET',
  path: '/v1/portal/statement',
  access: asContact,
  query: z.strictObject(period),
  answer: ClientStatement,
  summary: 'The client’s own statement of account',
})
export const downloadPortalStatement = operation({
  id: 'portal_statement.pdf',
  method: 'GET',
  path: '/v1/portal/statement/pdf',
  access: asContact,
  query: z.strictObject({ ...period, ...disposition }),
  answer: { file: ['application/pdf'] },
  summary: 'The same as PDF',
})
