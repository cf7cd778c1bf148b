/** Lifelike documents for tests, benchmarks and looking at. */
import type { InvoicePaper, InvoicePaperLine, ReceiptPaper } from './document.ts'

const kijani = {
  name: 'Kijani Studio',
  legalName: 'Kijani Digital Studio Limited',
  addressLines: ['Plot 14, Haile Selassie Road', 'Masaki, Dar es Salaam'],
  country: 'TZ',
  tin: '142-887-301',
  vrn: '40-031882-K',
  registration: '158204716',
  email: 'billing@kijani.example',
  phone: '+255 22 260 1180',
  website: 'kijani.example',
}

const pwani = {
  name: 'Pwani Logistics Ltd',
  addressLines: ['Sokoine Drive 88', 'Dar es Salaam'],
  taxNumber: '118-402-556',
  refid: 'CL-7H3KQ9',
  email: 'accounts@pwani.example',
}

const work: [description: string, quantity: string, unit: string, unitPrice: string, details?: string][] = [
  ['Website redesign, phase 2', '1', '', '1850000', 'Booking flow, price calculator and the Swahili edition'],
  ['Front-end development', '22.5', 'h', '65000'],
  [
    'Payment integration, M-Pesa and Airtel Money',
    '14',
    'h',
    '72000',
    'Sandbox and live, with reconciliation export',
  ],
  ['Content editing in Swahili', '6.25', 'h', '40000'],
  ['Hosting, Business plan', '3', 'months', '95000', '1 January to 31 March 2026'],
  ['Domain renewal pwani-logistics.example', '1', 'year', '58000'],
  ['Photography, half a day on site', '1', '', '450000'],
  ['Support retainer, March', '10', 'h', '55000'],
  ['Stock photographs', '12', 'pcs', '8500'],
  ['SMS bundle', '2500', 'pcs', '22.5'],
  ['Accessibility review', '1', '', '320000'],
  ['Training for dispatchers', '2', 'days', '280000'],
]

/** An invoice of `count` lines at 18% VAT, in shillings unless said otherwise. All sums agree. */
export function sampleInvoice(count = 12, changes: Partial<InvoicePaper> = {}): InvoicePaper {
  const lines: InvoicePaperLine[] = Array.from({ length: count }, (_, index) => {
    const [description, quantity, unit, unitPrice, details] = work[index % work.length] ?? work[0]!
    const net = Math.round(Number(quantity) * Number(unitPrice) * 100)
    const line = {
      position: index + 1,
      description,
      quantity,
      unitPrice,
      taxLabel: 'VAT 18%',
      net,
    }
    return { ...line, ...(unit ? { unit } : {}), ...(details ? { details } : {}) }
  })
  const net = lines.reduce((sum, line) => sum + line.net, 0)
  const tax = Math.round(net * 0.18)
  return {
    kind: 'invoice',
    number: 'INV-2026-014',
    issueDate: '2026-03-03',
    dueDate: '2026-03-17',
    currency: 'TZS',
    locale: 'en-TZ',
    paper: 'A4',
    brandColor: '#0f766e',
    seller: kijani,
    buyer: pwani,
    purchaseOrder: 'PO-44718',
    reference: { label: 'Payment reference', value: 'K7M2Q9X4' },
    lines,
    taxes: [{ label: 'VAT', percent: '18', category: 'standard', taxable: net, tax }],
    totals: { net, tax, gross: net + tax, paid: 0, due: net + tax },
    payTo: [
      {
        name: 'CRDB Bank',
        kind: 'bank',
        lines: [
          { label: 'Account name', value: 'Kijani Digital Studio Limited' },
          { label: 'Account no.', value: '0150 4488 2910 0' },
          { label: 'SWIFT', value: 'CORUTZTZ' },
        ],
        qr: 'https://pay.kijani.example/i/K7M2Q9X4',
      },
      {
        name: 'M-Pesa',
        kind: 'mobile_money',
        lines: [{ label: 'Business no.', value: '554 410' }],
        steps: [
          'Dial *150*00# and choose Pay by M-Pesa',
          'Enter business number 554410',
          'Enter the reference and the amount',
        ],
      },
    ],
    terms: 'Payment within 14 days. Late payment bears interest of 1.5% per month.',
    ...changes,
  }
}

export function sampleReceipt(changes: Partial<ReceiptPaper> = {}): ReceiptPaper {
  return {
    kind: 'receipt',
    number: 'RCP-2026-009',
    date: '2026-03-11',
    currency: 'TZS',
    locale: 'en-TZ',
    paper: 'A4',
    brandColor: '#0f766e',
    seller: kijani,
    buyer: pwani,
    amount: 600_000_000,
    method: 'M-Pesa',
    receivedInto: 'M-Pesa till 554 410',
    reference: 'QCK7H2M9XA',
    settles: [
      {
        invoiceNumber: 'INV-2026-011',
        invoiceGross: 236_000_000,
        amount: 236_000_000,
        remaining: 0,
      },
      {
        invoiceNumber: 'INV-2026-014',
        invoiceGross: 802_695_000,
        amount: 354_000_000,
        remaining: 448_695_000,
      },
    ],
    credited: 10_000_000,
    taxes: [{ label: 'VAT', percent: '18', taxable: 500_000_000, tax: 90_000_000 }],
    ...changes,
  }
}
