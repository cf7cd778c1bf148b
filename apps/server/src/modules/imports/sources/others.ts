import type { SourceFile } from './definitions.ts'

/** Wave: its customers. Its transactions are journal lines and no invoices. */
const wave: readonly SourceFile[] = [
  {
    source: 'wave',
    kind: 'clients',
    recognisedBy: ['customer name', 'customer currency', 'contact first name'],
    columns: {
      name: 'customer name',
      email: 'email',
      contact_first_name: 'contact first name',
      contact_last_name: 'contact last name',
      currency: 'customer currency',
      external_id: 'account number',
      phone: 'phone',
      contact_phone: 'mobile',
      website: 'website',
      country: 'country',
      region: 'province state',
      address_line1: 'address line 1',
      address_line2: 'address line 2',
      city: 'city',
      postal_code: 'postal code zip code',
    },
  },
]

/** Invoice2Go: its clients; Invoicely writes the same. */
const invoice2go: readonly SourceFile[] = [
  {
    source: 'invoice2go',
    kind: 'clients',
    recognisedBy: ['client name', 'email', 'phone', 'country'],
    columns: { name: 'client name', email: 'email', phone: 'phone', country: 'country' },
  },
]

/** Invoicely: a row per invoice, totals as `1,020.00`. */
const invoicely: readonly SourceFile[] = [
  {
    source: 'invoicely',
    kind: 'invoices',
    recognisedBy: ['date', 'due', 'details', 'client', 'status', 'total'],
    columns: {
      issue_date: 'date',
      due_date: 'due',
      number: 'details',
      client_name: 'client',
      status: 'status',
      total: 'total',
    },
  },
]

export const others: readonly SourceFile[] = [...wave, ...invoice2go, ...invoicely]
