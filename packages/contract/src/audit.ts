import { z } from 'zod'
import { id, type IdKind } from './ids.ts'
import { member, operation, platformAdmin } from './operation.ts'
import type { Permission } from './permissions.ts'
import { Actor, GivenDate, HistoryEntry, Instant, listOf, pageQuery } from './pieces.ts'

/**
 * What audit entries are about: the id that names such a record to callers, and the permission that shows what happened to it in the
 * activity and in its own history. Without one it stands in the audit log alone.
 */
export const recordKinds = {
  client: { id: 'client', permission: 'clients.client.read' },
  contact: { id: 'contact', permission: 'clients.client.read' },
  invoice: { id: 'invoice', permission: 'invoices.invoice.read' },
  payment: { id: 'payment', permission: 'payments.payment.read' },
  payment_proof: { id: 'paymentProof', permission: 'payments.payment.read' },
  receipt: { id: 'receipt', permission: 'receipts.receipt.read' },
  price_item: { id: 'priceItem', permission: 'prices.item.read' },
  tax_rate: { id: 'taxRate', permission: 'taxes.rate.read' },
  exchange_rate: { id: 'organization', permission: 'currencies.rate.read' },
  receiving_account: { id: 'receivingAccount', permission: 'accounts.account.read' },
  membership: { id: 'membership', permission: 'members.member.read' },
  invitation: { id: 'invitation', permission: 'members.member.read' },
  organization: { id: 'organization', permission: 'organizations.settings.read' },
  import_batch: { id: 'importBatch', permission: 'imports.batch.read' },
  /** The account of a member: sign-ins, failed ones, a new password. */
  account: { id: 'membership', permission: null },
} as const satisfies Record<string, { id: IdKind; permission: Permission | null }>
export type RecordKind = keyof typeof recordKinds

/** The record that an entry is about. */
export const RecordRef = z
  .strictObject({
    kind: z.string().meta({ example: 'invoice' }),
    id: z.string().nullable(),
    label: z.string().nullable().meta({ description: 'How people call it now', example: 'INV-2026-014' }),
  })
  .meta({ id: 'RecordRef' })
const NamedClient = z.strictObject({ id: id('client'), name: z.string() })
const AuditActor = z.strictObject({ ...Actor.shape, id: z.string().nullable() }).meta({ id: 'AuditActor' })

export const AuditEntry = z
  .strictObject({
    id: id('auditEntry'),
    at: Instant,
    actor: AuditActor,
    action: z.string().meta({ example: 'clients.status_changed' }),
    record: RecordRef,
    client: NamedClient.nullable(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()).nullable(),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    request_id: z.string().nullable(),
    is_erased: z.boolean().meta({ description: 'Names, addresses and values were erased; the entry stays' }),
    seal: z
      .strictObject({ seq: z.number().int(), hash: z.string() })
      .nullable()
      .meta({ description: 'Its place in the chain; null until it is sealed, within a second or so' }),
  })
  .meta({ id: 'AuditEntry' })

const auditFilters = {
  from: GivenDate.optional(),
  to: GivenDate.optional(),
  action: z.string().max(80).optional().meta({ description: 'One action, such as `invoices.issued`' }),
  kind: z.string().max(40).optional().meta({ description: 'One kind of record, such as `invoice`' }),
  record: z.string().max(40).optional().meta({ description: 'One record, by its id' }),
  actor: z.string().max(40).optional().meta({ description: 'A member or contact, by id' }),
  q: z.string().max(120).optional().meta({
    description: 'Words of an action, a name, an id of a record, an entry or a request, or a document number',
  }),
}
export const listAuditEntries = operation({
  id: 'audit_entries.list',
  method: 'GET',
  path: '/v1/audit-entries',
  access: member('audit.entry.read'),
  summary: 'The audit log, newest first',
  description: 'Days of `from` and `to` are those of the organization’s time zone, both included.',
  query: z.strictObject({ ...pageQuery, ...auditFilters }),
  answer: listOf(AuditEntry),
})
export const getAuditEntry = operation({
  id: 'audit_entries.get',
  method: 'GET',
  path: '/v1/audit-entries/{audit_entry_id}',
  access: member('audit.entry.read'),
  params: z.strictObject({ audit_entry_id: id('auditEntry') }),
  summary: 'One audit entry',
  answer: AuditEntry,
})
export const exportAuditEntries = operation({
  id: 'audit_entries.export',
  method: 'GET',
  path: '/v1/audit-export',
  access: member('audit.entry.read'),
  summary: 'The audit log as CSV: exactly what the same filters list',
  description:
    'Cells that a spreadsheet would run as a formula begin with an apostrophe. The newest entry comes first.',
  query: z.strictObject(auditFilters),
  answer: { file: ['text/csv'] },
})
export const getAuditHead = operation({
  id: 'audit_entries.head',
  method: 'GET',
  path: '/v1/audit-head',
  access: member('audit.entry.read'),
  summary: 'The last seal of the chain, to be kept elsewhere as an anchor',
  answer: z.strictObject({
    seq: z.number().int(),
    hash: z.string().nullable(),
    sealed_at: Instant.nullable(),
    waiting: z.number().int().meta({ description: 'Entries that wait for their seal' }),
  }),
})
export const listAuditFilters = operation({
  id: 'audit_entries.filters',
  method: 'GET',
  path: '/v1/audit-filters',
  access: member('audit.entry.read'),
  summary: 'What the audit log can be filtered by: actions and kinds that occur, and the team',
  answer: z.strictObject({
    actions: z.array(z.string()),
    kinds: z.array(z.string()),
    actors: z.array(z.strictObject({ id: id('membership'), name: z.string() })),
  }),
})

export const ActivityEntry = z
  .strictObject({
    ...HistoryEntry.shape,
    record: RecordRef,
    client: NamedClient.nullable(),
    ip: z.string().nullable().optional().meta({ description: 'Only for those who may read the audit log' }),
    user_agent: z.string().nullable().optional(),
  })
  .meta({ id: 'ActivityEntry' })
const activityFilters = {
  from: GivenDate.optional(),
  to: GivenDate.optional(),
  kind: z.string().max(40).optional(),
  client_id: id('client').optional(),
}
export const listActivity = operation({
  id: 'activity.list',
  method: 'GET',
  path: '/v1/activity',
  access: member(null),
  summary: 'Who did what, newest first: of all that the caller may see',
  query: z.strictObject({ ...pageQuery, ...activityFilters }),
  answer: listOf(ActivityEntry),
})
export const exportActivity = operation({
  id: 'activity.export',
  method: 'GET',
  path: '/v1/activity-export',
  access: member(null),
  summary: 'The activity as CSV: exactly what the same filters list',
  query: z.strictObject(activityFilters),
  answer: { file: ['text/csv'] },
})
export const listHistory = operation({
  id: 'activity.history',
  method: 'GET',
  path: '/v1/history',
  access: member(null),
  summary: 'What happened to one record, newest first',
  description:
    'The kind follows from the id: `pay_…` is a payment; `kind` chooses where an id names several, as an organization its exchange rates. Needs the permission to see such a record.',
  query: z.strictObject({ ...pageQuery, record: z.string().max(40), kind: z.string().max(40).optional() }),
  answer: listOf(HistoryEntry),
})

export const AccountEvent = z
  .strictObject({
    id: id('accountEvent'),
    at: Instant,
    action: z.string().meta({ example: 'accounts.signed_in' }),
    user: z.strictObject({ id: id('user'), name: z.string(), email: z.string() }).nullable(),
    realm: z.enum(['staff', 'portal']).nullable(),
    ip: z.string().nullable(),
    user_agent: z.string().nullable(),
    request_id: z.string().nullable(),
  })
  .meta({ id: 'AccountEvent' })
export const listAccountEvents = operation({
  id: 'account_events.list',
  method: 'GET',
  path: '/v1/account-events',
  access: platformAdmin,
  summary: 'What happened to the accounts of the installation, newest first',
  query: z.strictObject({ ...pageQuery, user_id: id('user').optional() }),
  answer: listOf(AccountEvent),
})

export const LoggedRequest = z
  .strictObject({
    request_id: z.string().meta({ example: 'req_01938c0a7b1e7c3d9f425a6b7c8d9e0f' }),
    at: Instant,
    method: z.string(),
    operation: z.string().meta({ example: 'invoices.create' }),
    path: z.string().meta({ description: 'Without the query; a token in it is not kept' }),
    status: z.number().int(),
    problem: z.string().nullable(),
    milliseconds: z.number().int(),
    caller: z.strictObject({
      kind: z.enum(['member', 'contact', 'link', 'key']),
      id: z.string().nullable(),
      name: z.string().nullable(),
    }),
    credential: z
      .string()
      .nullable()
      .meta({ description: 'The session or API key that the request came with, by id' }),
  })
  .meta({ id: 'LoggedRequest' })
export const listRequests = operation({
  id: 'requests.list',
  method: 'GET',
  path: '/v1/requests',
  access: member('audit.entry.read'),
  summary: 'Requests to the API of the last 30 days, newest first; no bodies, no secrets',
  query: z.strictObject({
    ...pageQuery,
    request_id: z.string().max(60).optional(),
    operation: z.string().max(80).optional(),
    status: z.enum(['2xx', '3xx', '4xx', '5xx']).optional(),
    caller: z.string().max(40).optional().meta({ description: 'A member or contact, by id' }),
    credential: z.string().max(40).optional().meta({ description: 'A session or API key, by id' }),
  }),
  answer: listOf(LoggedRequest),
})
