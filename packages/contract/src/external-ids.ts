import { z } from 'zod'
import { Client, Contact, createClient, createContact } from './clients.ts'
import { id } from './ids.ts'
import { createInvoice, Invoice } from './invoices.ts'
import { member, operation } from './operation.ts'
import { ExternalId } from './pieces.ts'
import { createPriceItem, PriceItem } from './prices.ts'

/**
 * Writing by an id of one's own: the record is made where none has the id, and changed where one has. Sending the same again changes nothing.
 * `If-Match` may name the version that the change was made from; without it the newest is changed.
 */
const byExternalId = z.strictObject({ key: ExternalId })
const description =
  'Answers 201 where the record was made and 200 where it was there. What the body leaves out stays as it is. With `If-Match` a lost race is a 412; two requests with the same new id wait for one another, and the second one changes what the first one made.'

export const putClient = operation({
  id: 'clients.put_by_external_id',
  method: 'PUT',
  path: '/v1/clients/by-external-id/{key}',
  access: member('clients.client.create'),
  creates: true,
  params: byExternalId,
  body: createClient.body as NonNullable<typeof createClient.body>,
  answer: Client,
  summary: 'Make or change the client that has this external id',
  description: `${description} \`primary_contact\` counts only where the client is made.`,
  problems: ['duplicate_email', 'invalid_reseller', 'version_mismatch'],
})
export const putContact = operation({
  id: 'contacts.put_by_external_id',
  method: 'PUT',
  path: '/v1/clients/{client_id}/contacts/by-external-id/{key}',
  access: member('clients.contact.manage'),
  creates: true,
  params: z.strictObject({ client_id: id('client'), key: ExternalId }),
  body: createContact.body as NonNullable<typeof createContact.body>,
  answer: Contact,
  summary: 'Make or change the contact that has this external id',
  description,
  problems: ['duplicate_email', 'contact_needs_email', 'external_id_taken', 'version_mismatch'],
})
export const putPriceItem = operation({
  id: 'price_items.put_by_external_id',
  method: 'PUT',
  path: '/v1/price-items/by-external-id/{key}',
  access: member('prices.item.manage'),
  creates: true,
  params: byExternalId,
  body: createPriceItem.body as NonNullable<typeof createPriceItem.body>,
  answer: PriceItem,
  summary: 'Make or change the price item that has this external id',
  description,
  problems: ['duplicate_code', 'version_mismatch'],
})
export const putInvoice = operation({
  id: 'invoices.put_by_external_id',
  method: 'PUT',
  path: '/v1/invoices/by-external-id/{key}',
  access: member('invoices.invoice.create'),
  creates: true,
  params: byExternalId,
  body: createInvoice.body as NonNullable<typeof createInvoice.body>,
  answer: Invoice,
  summary: 'Write or change the draft that has this external id',
  description: `${description} An invoice that is issued is not changed any more: 409.`,
  problems: ['invoice_not_draft', 'amount_too_large', 'version_mismatch'],
})
