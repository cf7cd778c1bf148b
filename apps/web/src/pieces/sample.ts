import type { Status } from '@portico/ui'

export interface SampleInvoice {
  id: string
  number: string
  client: string
  project: string
  issued: string
  due: string
  total: { amount: number; currency: string }
  open: { amount: number; currency: string }
  status: Status
}

const clients = [
  'Kilimo Fresh Ltd',
  'Bahari Logistics',
  'Twiga Solar',
  'Nordvik Rådgivning AS',
  'The Honourable Society of Very Long Company Names and Partners (East Africa) Limited',
  'مؤسسة النور للتجارة',
  'Sakura Design 株式会社',
]
const states: Status[] = ['overdue', 'sent', 'viewed', 'partial', 'paid', 'draft', 'void', 'due_soon']

function day(offset: number): string {
  return new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
}

/** Rows for looking at, the same on every load of a day. */
export function sampleInvoices(count: number): SampleInvoice[] {
  return Array.from({ length: count }, (_, index) => {
    const status = states[index % states.length] ?? 'sent'
    const amount = ((index + 3) * 7_919_300) % 912_345_600
    const isClosed = status === 'paid' || status === 'void' || status === 'draft'
    return {
      id: `inv_${index}`,
      number: status === 'draft' ? 'Draft' : `INV-2026-${String(214 - index).padStart(3, '0')}`,
      client: clients[index % clients.length] ?? '',
      project: ['Website care', 'Brand refresh', 'Payments gateway', 'Retainer November'][index % 4] ?? '',
      issued: day(-index * 2 - 1),
      due: day(29 - index * 2),
      total: { amount, currency: 'TZS' },
      open: {
        amount: isClosed ? 0 : status === 'partial' ? Math.round(amount / 3) : amount,
        currency: 'TZS',
      },
      status,
    }
  })
}

export const refusal = {
  type: '/problems/busy',
  title: 'The server is busy',
  status: 503,
  detail: 'Too many people are asking at once. Nothing was changed.',
  code: 'busy',
  request_id: 'req_01jd8x7k2m9p',
}
