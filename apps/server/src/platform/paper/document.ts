/**
 * What is printed, and nothing else: the frozen content that is stored and hashed when a document is finalized,
 * and from which the same bytes can be made again at any time. Everything is JSON-safe.
 *
 * Amounts are integers in minor units of the document's `currency`; quantities, prices, rates and percentages are
 * decimal strings; dates are `YYYY-MM-DD`. Totals arrive computed: paper adds nothing up.
 */
export type PaperDocument = InvoicePaper | ReceiptPaper

/** What every paper needs, whatever it says. */
export type PaperBasics = {
  /** ISO 4217 */
  currency: string
  /** BCP 47; decides the words, and how numbers and dates are written */
  locale: string
  paper: 'A4' | 'Letter'
  /** `#rrggbb`; darkened on paper until it can be read on white */
  brandColor: string
  seller: PaperSeller
  buyer: PaperBuyer
}

export type PaperSeller = {
  name: string
  /** printed in the foot when it differs from `name` */
  legalName?: string
  addressLines: string[]
  country: string
  /** tax identification number */
  tin?: string
  /** value added tax registration number */
  vrn?: string
  /** company register entry */
  registration?: string
  email?: string
  phone?: string
  website?: string
}

export type PaperBuyer = {
  name: string
  addressLines: string[]
  taxNumber?: string
  refid: string
  email?: string
}

/** What the document comes to in the organization's base currency. `gross` is in minor units of that currency. */
export type PaperBase = { currency: string; rate: string; rateDate: string; gross: number }

export type InvoicePaper = PaperBasics & {
  kind: 'invoice'
  /** empty on a draft: numbers are given when the invoice is issued */
  number: string
  issueDate: string
  dueDate: string
  purchaseOrder?: string
  /** what the payer quotes, e.g. `{ label: 'Control number', value: 'K7M2Q9X4' }` */
  reference: { label: string; value: string }
  lines: InvoicePaperLine[]
  /** the unit prices contain the tax */
  pricesIncludeTax?: boolean
  taxes: InvoicePaperTax[]
  totals: InvoicePaperTotals
  base?: PaperBase
  payTo: PayTo[]
  note?: string
  terms?: string
  links?: { pay?: string }
  draft?: boolean
  void?: { date: string; reason: string }
}

export type InvoicePaperLine = {
  position: number
  description: string
  details?: string
  quantity: string
  unit?: string
  unitPrice: string
  discountPercent?: string
  /** e.g. `VAT 18%`; printed per line only when the lines differ in it */
  taxLabel: string
  /** after the discount, without tax */
  net: number
}

export type InvoicePaperTax = {
  /** as the tax is known, without its rate, e.g. `VAT` */
  label: string
  percent: string
  /** why there is tax or none; the categories of the money rules */
  category: 'standard' | 'zero' | 'exempt' | 'reverse' | 'out_of_scope'
  taxable: number
  tax: number
  exemptionReason?: string
}

export type InvoicePaperTotals = {
  /** the sum of the lines' `net`; `net + tax = gross` */
  net: number
  /** what the lines' discounts took off, already gone from `net`; a positive amount, told as a remark */
  discount?: number
  tax: number
  gross: number
  paid: number
  due: number
}

export type PayTo = {
  name: string
  kind: 'bank' | 'mobile_money' | 'cash' | 'other'
  lines: { label: string; value: string }[]
  /** numbered instructions, one sentence each */
  steps?: string[]
  /** content of a QR code */
  qr?: string
}

export type ReceiptPaper = PaperBasics & {
  kind: 'receipt'
  number: string
  date: string
  amount: number
  method: string
  receivedInto?: string
  reference?: string
  settles: { invoiceNumber: string; invoiceGross: number; amount: number; remaining: number }[]
  /** the part of an overpayment that is kept as the client's credit */
  credited?: number
  taxes: { label: string; percent: string; taxable: number; tax: number }[]
  base?: PaperBase
  note?: string
}

/** Figures in the minor units of each account's currency. It is no document of record: it is made of the ledger each time. */
export type StatementPaper = PaperBasics & {
  kind: 'statement'
  from?: string
  asOf: string
  currencies: StatementPaperCurrency[]
}

export type StatementPaperCurrency = {
  currency: string
  opening: number
  charged: number
  settled: number
  /** what is owed less the credit */
  closing: number
  receivable: number
  credit: number
  overdue: number
  /** not due, 1 to 30 days, 31 to 60, 61 to 90, longer */
  ageing: number[]
  lines: { date: string; text: string; detail?: string; charged: number; settled: number; balance: number }[]
  /** older lines are in `opening` */
  isTruncated: boolean
}
