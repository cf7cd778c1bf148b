import type { ImportKind } from '@portico/contract'
import type { z } from 'zod'

export type Kind = z.output<typeof ImportKind>
export type FieldType = 'text' | 'amount' | 'decimal' | 'percent' | 'date' | 'currency' | 'country' | 'email'
export type Field = {
  key: string
  label: string
  type: FieldType
  isRequired: boolean
  /** What columns of this kind are called by programs that nobody has described here, in the written form of headers. */
  alsoCalled: readonly string[]
}

const field = (
  key: string,
  label: string,
  type: FieldType = 'text',
  alsoCalled: readonly string[] = [],
  isRequired = false,
): Field => ({ key, label, type, isRequired, alsoCalled })
const required = (key: string, label: string, type: FieldType, alsoCalled: readonly string[]): Field =>
  field(key, label, type, alsoCalled, true)

const clientNames = [
  'client',
  'client name',
  'customer',
  'customer name',
  'company',
  'company name',
  'organization',
  'account',
  'account name',
  'bill to',
  'kunde',
  'client/customer',
]
const emails = ['email', 'e mail', 'email address', 'client email', 'customer email', 'mail']
const currencies = ['currency', 'currency code', 'currencycode', 'währung']
const invoiceNumbers = [
  'invoice number',
  'invoice no',
  'invoice no.',
  'invoice #',
  'invoice',
  'number',
  'document number',
  'invoice id',
  'no',
  'no.',
  'rechnungsnummer',
  'rechnung nr',
]

/** What can be brought in, field by field: the vocabulary of mappings. Order is the order of the screens. */
export const fieldsOf: Record<Kind, readonly Field[]> = {
  clients: [
    required('name', 'Name', 'text', ['name', 'display name', ...clientNames]),
    field('external_id', 'Id in the other system', 'text', [
      'id',
      'client id',
      'customer id',
      'customer number',
      'account number',
      'external id',
    ]),
    field('email', 'Email', 'email', emails),
    field('phone', 'Phone', 'text', ['phone', 'telephone', 'phone number', 'mobile', 'tel', 'telefon']),
    field('website', 'Website', 'text', ['website', 'web', 'url', 'homepage']),
    field('contact_first_name', 'Contact’s first name', 'text', [
      'first name',
      'firstname',
      'given name',
      'vorname',
    ]),
    field('contact_last_name', 'Contact’s last name', 'text', [
      'last name',
      'lastname',
      'surname',
      'family name',
      'nachname',
    ]),
    field('contact_name', 'Contact’s full name', 'text', ['contact', 'contact name', 'contact person']),
    field('contact_email', 'Contact’s email', 'email', ['contact email']),
    field('contact_phone', 'Contact’s phone', 'text', ['contact phone']),
    field('address_line1', 'Street', 'text', [
      'street',
      'address',
      'address 1',
      'address line 1',
      'street address',
      'billing street',
      'billing address',
      'address1',
      'strasse',
      'straße',
    ]),
    field('address_line2', 'Street, second line', 'text', [
      'address 2',
      'address line 2',
      'apt',
      'suite',
      'street 2',
      'address2',
    ]),
    field('city', 'City', 'text', ['city', 'town', 'billing city', 'ort', 'stadt']),
    field('region', 'State or province', 'text', [
      'state',
      'province',
      'region',
      'state province',
      'province state',
      'billing state',
      'county',
    ]),
    field('postal_code', 'Postal code', 'text', [
      'postal code',
      'zip',
      'zip code',
      'postcode',
      'billing zip',
      'billing code',
      'plz',
    ]),
    field('country', 'Country', 'country', ['country', 'country code', 'billing country', 'land']),
    field('tax_number', 'Tax number', 'text', [
      'tax number',
      'vat',
      'vat number',
      'vat id',
      'tin',
      'tax id',
      'vat no',
      'ust id',
      'gst number',
    ]),
    field('registration_number', 'Registration number', 'text', [
      'registration number',
      'company number',
      'id number',
      'registration no',
    ]),
    field('currency', 'Currency', 'currency', currencies),
    field('note', 'Note', 'text', ['note', 'notes', 'private notes', 'comment', 'comments', 'remarks']),
    field('stated_open', 'Balance, to compare', 'amount', [
      'balance',
      'open balance',
      'outstanding',
      'amount due',
    ]),
    field('stated_paid', 'Paid to date, to compare', 'amount', ['paid to date', 'total paid']),
  ],
  price_items: [
    required('name', 'Name', 'text', [
      'name',
      'product',
      'item',
      'item name',
      'product name',
      'service',
      'title',
    ]),
    field('code', 'Code', 'text', ['code', 'sku', 'item code', 'product code', 'article number']),
    field('external_id', 'Id in the other system', 'text', ['id', 'product id', 'item id']),
    field('description', 'Description', 'text', ['description', 'notes', 'item description', 'details']),
    field('unit', 'Unit', 'text', ['unit', 'uom', 'usage unit']),
    required('price', 'Price', 'decimal', [
      'price',
      'cost',
      'rate',
      'unit price',
      'unit cost',
      'sales price',
      'amount',
    ]),
    field('currency', 'Currency', 'currency', currencies),
  ],
  invoices: [
    required('number', 'Invoice number', 'text', invoiceNumbers),
    field('external_id', 'Id in the other system', 'text', ['id', 'invoice id', 'external id']),
    required('client_name', 'Client', 'text', clientNames),
    field('client_email', 'Client’s email', 'email', emails),
    field('client_external_id', 'Client’s id in the other system', 'text', ['client id', 'customer id']),
    field('status', 'Status', 'text', ['status', 'invoice status', 'state']),
    required('issue_date', 'Invoice date', 'date', [
      'invoice date',
      'date',
      'issue date',
      'date issued',
      'issued',
      'issued on',
      'document date',
      'created',
      'rechnungsdatum',
      'datum',
    ]),
    field('due_date', 'Due date', 'date', [
      'due date',
      'due',
      'date due',
      'payment due',
      'fällig',
      'fällig am',
    ]),
    field('currency', 'Currency', 'currency', currencies),
    field('purchase_order', 'Purchase order', 'text', [
      'purchase order',
      'po number',
      'po',
      'purchaseorder',
      'p.o.',
    ]),
    field('note', 'Note to the client', 'text', ['public notes', 'note', 'notes', 'comment']),
    field('terms', 'Terms', 'text', ['terms', 'terms & conditions']),
    field('total', 'Total', 'amount', [
      'total',
      'amount',
      'invoice total',
      'grand total',
      'total amount',
      'gross',
      'betrag',
      'summe',
      'gesamt',
    ]),
    field('paid', 'Paid', 'amount', ['paid', 'amount paid', 'paid amount', 'bezahlt']),
    field('open', 'Still open', 'amount', [
      'balance',
      'balance due',
      'amount due',
      'outstanding',
      'open',
      'offen',
    ]),
    field('paid_on', 'Paid on', 'date', ['date paid', 'paid on', 'payment date', 'last payment date']),
    field('discount', 'Discount on the whole', 'amount', ['discount', 'invoice discount', 'discount amount']),
    field('tax_total', 'Tax in all', 'amount', [
      'tax total',
      'total tax',
      'tax',
      'vat',
      'tax amount',
      'mwst',
    ]),
    field('shipping', 'Shipping', 'amount', ['shipping', 'shipping charge', 'freight']),
    field('adjustment', 'Adjustment', 'amount', ['adjustment', 'round off']),
    field('line_name', 'Item', 'text', [
      'item',
      'item name',
      'product',
      'item product',
      'description',
      'line item',
      'service',
      'bezeichnung',
      'details',
    ]),
    field('line_details', 'Item’s details', 'text', [
      'item description',
      'item notes',
      'item desc',
      'line description',
    ]),
    field('line_quantity', 'Quantity', 'decimal', ['quantity', 'qty', 'item quantity', 'hours', 'menge']),
    field('line_unit', 'Unit', 'text', ['unit', 'usage unit']),
    field('line_price', 'Price', 'decimal', [
      'price',
      'unit price',
      'rate',
      'item cost',
      'item price',
      'unit cost',
      'cost',
      'einzelpreis',
      'preis',
    ]),
    field('line_discount_percent', 'Item’s discount in percent', 'percent', [
      'discount percentage',
      'discount %',
      'line discount',
      'item discount',
    ]),
    field('line_discount', 'Item’s discount', 'amount', ['line discount amount', 'item discount amount']),
    field('line_total', 'Item’s total without tax', 'amount', [
      'line total',
      'line subtotal',
      'item total',
      'line amount',
    ]),
    field('tax_1_name', 'Tax', 'text', ['tax 1 type', 'item tax name', 'tax name', 'tax 1 name', 'item tax']),
    field('tax_1_percent', 'Tax in percent', 'percent', [
      'item tax rate',
      'tax rate',
      'tax %',
      'vat rate',
      'tax 1 rate',
      'vat %',
      'tax percentage',
    ]),
    field('tax_1_amount', 'Tax as an amount', 'amount', ['tax 1 amount', 'item tax amount', 'line tax']),
    field('tax_2_name', 'Second tax', 'text', ['tax 2 type', 'tax 2 name']),
    field('tax_2_percent', 'Second tax in percent', 'percent', ['tax 2 rate']),
    field('tax_2_amount', 'Second tax as an amount', 'amount', ['tax 2 amount']),
  ],
  payments: [
    field('external_id', 'Id in the other system', 'text', ['id', 'payment id', 'transaction id']),
    field('client_name', 'Client', 'text', clientNames),
    field('client_email', 'Client’s email', 'email', emails),
    required('invoice_number', 'Invoice number', 'text', [...invoiceNumbers, 'applied to', 'invoices']),
    required('amount', 'Amount', 'amount', [
      'amount',
      'payment amount',
      'paid',
      'total',
      'amount paid',
      'betrag',
    ]),
    field('currency', 'Currency', 'currency', currencies),
    required('paid_on', 'Date', 'date', [
      'date',
      'payment date',
      'paid on',
      'date paid',
      'received on',
      'received',
      'datum',
    ]),
    field('method', 'Method', 'text', ['method', 'payment method', 'type', 'payment type', 'payment mode']),
    field('reference', 'Reference', 'text', [
      'reference',
      'transaction reference',
      'reference number',
      'transaction id',
      'payment reference',
      'ref',
    ]),
    field('note', 'Note', 'text', ['note', 'notes', 'private notes', 'memo']),
  ],
}

export const kinds = ['clients', 'price_items', 'invoices', 'payments'] as const satisfies readonly Kind[]
export const fieldOf = (kind: Kind, key: string): Field | undefined =>
  fieldsOf[kind].find((one) => one.key === key)

/** A header as it is compared: letter case, dashes, slashes, underscores and spaces do not count. */
export const writtenForm = (header: string): string =>
  header
    .normalize('NFKC')
    .replaceAll(/[\s_/\\-]+/g, ' ')
    .replaceAll(/[:*]+$/g, '')
    .trim()
    .toLowerCase()
