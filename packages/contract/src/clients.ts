import { z } from 'zod'
import { id } from './ids.ts'
import { member, operation } from './operation.ts'
import { portalRightKeys } from './portal-rights.ts'
import {
  Address,
  Country,
  Currency,
  DateOnly,
  Done,
  Email,
  GivenDate,
  HistoryEntry,
  Instant,
  line,
  listOf,
  Locale,
  Metadata,
  MetadataPatch,
  Money,
  pageQuery,
  Phone,
  Version,
  wantsTotal,
  Website,
} from './pieces.ts'

export const ClientStatus = z.enum(['pending', 'active', 'suspended', 'inactive'])
/** The client state machine (DESIGN.md, decision 9); all else, the same state included, is refused. */
export const clientTransitions = {
  pending: ['active', 'inactive'],
  active: ['suspended', 'inactive'],
  suspended: ['active', 'inactive'],
  inactive: ['active'],
} as const satisfies Record<z.infer<typeof ClientStatus>, readonly z.infer<typeof ClientStatus>[]>

export const ClientBalance = z
  .strictObject({
    currency: Currency,
    open: Money,
    overdue: Money,
    credit: Money,
    oldest_due_date: z.string().nullable(),
    open_invoices: z.number().int(),
  })
  .meta({ id: 'ClientBalance' })
const BillingProfile = {
  currency: Currency.nullable().meta({
    description: 'Documents are written in this currency; the organization’s base currency where null',
  }),
  locale: Locale.nullable(),
  payment_terms_days: z.number().int().min(0).max(365).nullable(),
  payment_terms_kind: z.enum(['net', 'end_of_month']),
  requires_purchase_order: z.boolean(),
}
export const ClientSummary = z
  .strictObject({
    id: id('client'),
    refid: z.string(),
    kind: z.enum(['company', 'person']),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    country: z.string().nullable(),
    status: ClientStatus,
    segment: z.string().nullable(),
    is_portal_enabled: z.boolean(),
    created_at: Instant,
    balances: z
      .array(z.strictObject({ currency: Currency, open: Money }))
      .optional()
      .meta({ description: 'Only for those who may see balances' }),
  })
  .meta({ id: 'ClientSummary' })
export const Client = z
  .strictObject({
    id: id('client'),
    refid: z.string(),
    external_id: z
      .string()
      .nullable()
      .meta({ description: 'The id of the record in another system; see the PUT by external id' }),
    kind: z.enum(['company', 'person']),
    name: z.string(),
    legal_name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    website: z.string().nullable(),
    status: ClientStatus,
    owner_id: id('reseller').nullable(),
    address: Address,
    country: z.string().nullable(),
    tax_number: z.string().nullable(),
    registration_number: z.string().nullable(),
    ...BillingProfile,
    locale: Locale.nullable(),
    is_portal_enabled: z.boolean(),
    metadata: Metadata,
    assigned_members: z.array(z.strictObject({ id: id('membership'), name: z.string() })),
    created_at: Instant,
    updated_at: Instant,
    version: Version,
    abilities: z.strictObject({
      edit: z.boolean(),
      delete: z.boolean(),
      manage_contacts: z.boolean(),
      manage_portal: z.boolean(),
      create_invoice: z.boolean(),
      transitions: z.array(ClientStatus),
    }),
    balances: z.array(ClientBalance).optional().meta({ description: 'Only for those who may see balances' }),
  })
  .meta({ id: 'Client' })
const clientFields = {
  kind: z.enum(['company', 'person']),
  name: line(200),
  legal_name: line(200).nullable(),
  email: Email.nullable(),
  phone: Phone.nullable(),
  website: Website.nullable(),
  owner_id: id('reseller').nullable(),
  address: Address,
  country: Country.nullable(),
  tax_number: line(60).nullable(),
  registration_number: line(60).nullable(),
  ...BillingProfile,
}
export const clientParams = z.strictObject({ client_id: id('client') })

export const listClients = operation({
  id: 'clients.list',
  method: 'GET',
  path: '/v1/clients',
  access: member('clients.client.read'),
  summary: 'Clients',
  answer: listOf(ClientSummary),
  query: z.strictObject({
    ...pageQuery,
    ...wantsTotal,
    q: z.string().max(120).optional(),
    status: ClientStatus.optional(),
    refid: z.string().max(40).optional(),
    external_id: z.string().max(200).optional(),
    email: z.string().max(254).optional(),
    segment: z.string().max(500).optional(),
    sort: z.enum(['-created', 'name']).optional(),
  }),
})
export const createClient = operation({
  id: 'clients.create',
  method: 'POST',
  path: '/v1/clients',
  access: member('clients.client.create'),
  status: 201,
  answer: Client,
  summary: 'Add a client',
  body: z.strictObject({
    ...z.strictObject(clientFields).partial().required({ name: true }).shape,
    metadata: Metadata.optional(),
    primary_contact: z
      .strictObject({
        name: line(200),
        email: Email.nullable().optional(),
        phone: Phone.nullable().optional(),
      })
      .optional(),
  }),
  problems: ['duplicate_email', 'invalid_reseller'],
})
export const getClient = operation({
  id: 'clients.get',
  method: 'GET',
  path: '/v1/clients/{client_id}',
  access: member('clients.client.read'),
  params: clientParams,
  answer: Client,
  summary: 'One client',
})
export const updateClient = operation({
  id: 'clients.update',
  method: 'PATCH',
  path: '/v1/clients/{client_id}',
  access: member('clients.client.edit'),
  versioned: true,
  params: clientParams,
  answer: Client,
  summary: 'Change a client; metadata merges, null removes a key',
  body: z.strictObject({
    ...z.strictObject(clientFields).partial().shape,
    metadata: MetadataPatch.optional(),
    assigned_member_ids: z.array(id('membership')).max(50).optional(),
  }),
  problems: ['duplicate_email', 'invalid_reseller'],
})
export const deleteClient = operation({
  id: 'clients.delete',
  method: 'DELETE',
  path: '/v1/clients/{client_id}',
  access: member('clients.client.delete'),
  params: clientParams,
  answer: Done,
  summary: 'Delete a client that has no issued documents; it can be restored',
  problems: ['client_has_documents'],
})
export const restoreClient = operation({
  id: 'clients.restore',
  method: 'POST',
  path: '/v1/clients/{client_id}/restore',
  access: member('clients.client.delete'),
  params: clientParams,
  answer: Client,
  summary: 'Undo a deletion',
  problems: ['duplicate_email'],
})
export const changeClientStatus = operation({
  id: 'clients.change_status',
  method: 'POST',
  path: '/v1/clients/{client_id}/status-changes',
  access: member('clients.status.change'),
  params: clientParams,
  answer: Client,
  summary: 'Activate, suspend or deactivate a client',
  body: z.strictObject({ status: ClientStatus, reason: line(300).optional() }),
  problems: ['status_transition_denied'],
})
export const findDuplicateClients = operation({
  id: 'clients.find_duplicates',
  method: 'GET',
  path: '/v1/client-duplicates',
  access: member('clients.client.read'),
  summary: 'Clients that look like the one being typed',
  query: z.strictObject({
    name: z.string().max(200).optional(),
    email: z.string().max(254).optional(),
    tax_number: z.string().max(60).optional(),
    except: id('client').optional(),
  }),
  answer: z.strictObject({
    data: z.array(
      z.strictObject({ client: ClientSummary, because: z.array(z.enum(['email', 'name', 'tax_number'])) }),
    ),
  }),
})
export const listClientHistory = operation({
  id: 'clients.history',
  method: 'GET',
  path: '/v1/clients/{client_id}/history',
  access: member('clients.client.read'),
  params: clientParams,
  query: z.strictObject(pageQuery),
  answer: listOf(HistoryEntry),
  summary: 'What happened to a client, newest first',
})
export const LedgerRow = z
  .strictObject({
    entry_id: id('journalEntry'),
    kind: z.enum(['invoice_issued', 'invoice_voided', 'payment_received', 'credit_applied']),
    occurred_on: DateOnly,
    document: z
      .strictObject({
        kind: z.enum(['invoice', 'payment', 'receipt']),
        id: z.string(),
        number: z.string().nullable(),
      })
      .nullable(),
    change: Money,
    balance: Money,
    postings: z.array(
      z.strictObject({ debit: z.string(), credit: z.string(), amount: Money, base_amount: Money }),
    ),
  })
  .meta({ id: 'LedgerRow' })
export const listClientLedger = operation({
  id: 'clients.ledger',
  method: 'GET',
  path: '/v1/clients/{client_id}/ledger',
  access: member('ledger.posting.read'),
  params: clientParams,
  summary: 'The postings behind a balance, oldest first, with the running balance',
  query: z.strictObject({
    currency: Currency,
    account: z.enum(['receivable', 'credit']),
    as_of: GivenDate.optional(),
  }),
  answer: z.strictObject({
    currency: Currency,
    opening: Money,
    closing: Money,
    data: z.array(LedgerRow),
    is_truncated: z.boolean(),
  }),
})

export const Contact = z
  .strictObject({
    id: id('contact'),
    client_id: id('client'),
    external_id: z
      .string()
      .nullable()
      .meta({ description: 'The id of the record in another system; see the PUT by external id' }),
    name: z.string(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    job_title: z.string().nullable(),
    is_primary: z.boolean(),
    document_delivery: z.enum(['none', 'to', 'cc']),
    portal_access: z.boolean(),
    rights_preset: z.enum(['viewer', 'owner', 'payer', 'approver', 'technical', 'custom']),
    rights: z.array(z.enum(portalRightKeys)),
    last_portal_visit_at: Instant.nullable(),
    has_other_clients: z.boolean(),
    version: Version,
  })
  .meta({ id: 'Contact' })
const contactFields = {
  name: line(200),
  email: Email.nullable(),
  phone: Phone.nullable(),
  job_title: line(120).nullable(),
  is_primary: z.boolean(),
  document_delivery: z.enum(['none', 'to', 'cc']),
}
const contactParams = z.strictObject({ client_id: id('client'), contact_id: id('contact') })
export const listContacts = operation({
  id: 'contacts.list',
  method: 'GET',
  path: '/v1/clients/{client_id}/contacts',
  access: member('clients.client.read'),
  params: clientParams,
  answer: z.strictObject({ data: z.array(Contact) }),
  summary: 'The people at a client',
})
export const createContact = operation({
  id: 'contacts.create',
  method: 'POST',
  path: '/v1/clients/{client_id}/contacts',
  access: member('clients.contact.manage'),
  status: 201,
  params: clientParams,
  answer: Contact,
  summary: 'Add a contact',
  body: z.strictObject(contactFields).partial().required({ name: true }),
  problems: ['duplicate_email'],
})
export const updateContact = operation({
  id: 'contacts.update',
  method: 'PATCH',
  path: '/v1/clients/{client_id}/contacts/{contact_id}',
  access: member('clients.contact.manage'),
  versioned: true,
  params: contactParams,
  answer: Contact,
  summary: 'Change a contact',
  body: z.strictObject(contactFields).partial(),
  problems: ['duplicate_email', 'contact_needs_email'],
})
export const deleteContact = operation({
  id: 'contacts.delete',
  method: 'DELETE',
  path: '/v1/clients/{client_id}/contacts/{contact_id}',
  access: member('clients.contact.manage'),
  params: contactParams,
  answer: Done,
  summary: 'Remove a contact; their portal access ends at once',
})
export const setPortalAccess = operation({
  id: 'contacts.set_portal_access',
  method: 'PUT',
  path: '/v1/clients/{client_id}/contacts/{contact_id}/portal-access',
  access: member('clients.portal.manage'),
  params: contactParams,
  answer: Contact,
  summary: 'Open or close the portal for a contact, and say what they may do there',
  description:
    'Opening it enables the portal for the client and mails the contact how to get in. With `If-Match`, only from that version of the contact.',
  body: z.strictObject({
    portal_access: z.boolean(),
    rights_preset: z.enum(['viewer', 'owner', 'payer', 'approver', 'technical', 'custom']).optional(),
    rights: z.array(z.enum(portalRightKeys)).optional(),
    notify: z.boolean().optional(),
  }),
  problems: ['contact_needs_email', 'client_suspended', 'version_mismatch'],
})
export const setClientPortal = operation({
  id: 'clients.set_portal',
  method: 'PUT',
  path: '/v1/clients/{client_id}/portal',
  access: member('clients.portal.manage'),
  params: clientParams,
  answer: Client,
  summary: 'Switch the portal on or off for a client',
  body: z.strictObject({ is_portal_enabled: z.boolean() }),
})
