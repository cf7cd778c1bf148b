import type { SourceFile } from './definitions.ts'

/** FreshBooks: a row per line item, two tax columns, quantities with eight decimals. */
export const freshbooks: readonly SourceFile[] = [
  {
    source: 'freshbooks',
    kind: 'clients',
    recognisedBy: ['organization', 'first name', 'last name', 'email'],
    columns: {
      name: 'organization',
      contact_first_name: 'first name',
      contact_last_name: 'last name',
      email: 'email',
      phone: 'phone',
      address_line1: 'street',
      city: 'city',
      region: 'province state',
      country: 'country',
      postal_code: 'postal code',
      note: 'notes',
    },
  },
  {
    source: 'freshbooks',
    kind: 'invoices',
    recognisedBy: ['client name', 'invoice #', 'date issued', 'invoice status', 'line total'],
    columns: {
      client_name: 'client name',
      number: 'invoice #',
      issue_date: 'date issued',
      status: 'invoice status',
      paid_on: 'date paid',
      line_name: 'item name',
      line_details: 'item description',
      line_price: 'rate',
      line_quantity: 'quantity',
      line_discount_percent: 'discount percentage',
      line_total: 'line subtotal',
      tax_1_name: 'tax 1 type',
      tax_1_amount: 'tax 1 amount',
      tax_2_name: 'tax 2 type',
      tax_2_amount: 'tax 2 amount',
      line_gross: 'line total',
      currency: 'currency',
    },
  },
]
