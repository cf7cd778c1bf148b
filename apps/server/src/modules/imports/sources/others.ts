import type { SourceFile } from './definitions.ts'

/** Wave: customers, and accounting transactions of which each invoice is several journal lines (see `wave-transactions.ts`). */
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
  {
    source: 'wave',
    kind: 'invoices',
    recognisedBy: ['transaction id', 'account name', 'amount (one column)', 'account type', 'invoice number'],
    columns: {
      number: 'invoice number',
      transaction_id: 'transaction id',
      client_name: 'customer',
      issue_date: 'transaction date',
      line_name: 'transaction line description',
      transaction_description: 'transaction description',
      line_total: 'amount (one column)',
      account_type: 'account type',
      account_group: 'account group',
      account_name: 'account name',
      tax_1_name: 'sales tax name',
      tax_1_amount: 'sales tax amount',
    },
  },
]

/** Invoice2Go: lines, taxes and payments stand as CSV inside cells. */
const invoice2go: readonly SourceFile[] = [
  {
    source: 'invoice2go',
    kind: 'clients',
    recognisedBy: ['client name', 'email', 'phone', 'country'],
    columns: { name: 'client name', email: 'email', phone: 'phone', country: 'country' },
  },
  {
    source: 'invoice2go',
    kind: 'invoices',
    recognisedBy: ['documentnumber', 'documentdate', 'totalamount', 'balancedueamount', 'items'],
    columns: {
      external_id: 'id',
      number: 'documentnumber',
      status: 'documentstatus',
      client_name: 'name',
      client_email: 'emailrecipient',
      issue_date: 'documentdate',
      paid_on: 'datepaid',
      note: 'comment',
      currency: 'currencycode',
      total: 'totalamount',
      open: 'balancedueamount',
      paid: 'amountpaidamount',
      discount: 'discountamount',
      shipping: 'shipamount',
      tax_total: 'totaltaxamount',
      items_inside: 'items',
      taxes_inside: 'taxes',
      payments_inside: 'payments',
    },
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
