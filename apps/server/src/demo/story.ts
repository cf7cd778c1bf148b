/** A demo organization as it is told: who works there, what it sells, whom it serves. Amounts are decimal strings. */
export type Story = {
  name: string
  slug: string
  country: string
  currency: string
  timezone: string
  color: string
  mark: 'hill' | 'lights'
  settings: Record<string, unknown>
  people: { name: string; email: string; role: string }[]
  taxRates: {
    key: string
    name: string
    category: 'standard' | 'zero' | 'exempt' | 'reverse'
    percent: string
    exemption_reason?: string
    valid_from: string
  }[]
  defaultTax: string
  /** Rates of other currencies in the base currency, drifting a little over the year. */
  rates: { currency: string; rate: number }[]
  accounts: {
    kind: 'bank' | 'mobile_money' | 'cash'
    name: string
    currency: string
    details: { label: string; value: string }[]
    steps: string[]
  }[]
  items: {
    code: string
    name: string
    description?: string
    unit: string
    prices: { currency: string; price: string }[]
  }[]
  clients: StoryClient[]
}
export type StoryClient = {
  name: string
  kind?: 'company' | 'person'
  email: string
  phone?: string
  country: string
  city: string
  street: string
  currency?: string
  /** What its people read, where it is not the organization's language. */
  locale?: 'sw'
  tax_number?: string
  terms?: number
  segment?: string
  requires_purchase_order?: boolean
  contact: string
  title: string
  /** How it pays: on time, late, in parts, too much, not at all; or is not a client yet. */
  habit: 'prompt' | 'late' | 'parts' | 'over' | 'never' | 'proof' | 'pending' | 'suspended' | 'inactive'
  /** Invoices over the year. */
  invoices: number
}
