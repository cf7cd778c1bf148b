import { badgeOf, todayIn, type SettlementState } from '@portico/money'
import type { InvoicePaper } from '../../platform/paper/index.ts'
import { thaw } from '../documents/index.ts'
import { presentPortalProof, type ClientProofRow } from '../payment-proofs/index.ts'
import { presentPortalReceipt, type ReceiptRow } from '../receipts/index.ts'
import type { ClientInvoiceDetailRow, ClientInvoiceRow, PayMethodRow } from './invoice-reads.ts'

const mayBePaid = (row: ClientInvoiceRow): boolean =>
  row.document_state === 'final' && (row.settlement_state === 'open' || row.settlement_state === 'partial')

/** An invoice in a list of the portal. `now` is an ISO instant. */
export function presentSummary(row: ClientInvoiceRow, now: string) {
  const isOpen = mayBePaid(row)
  return {
    id: row.id,
    number: row.number,
    badge: badgeOf({
      document: row.document_state,
      settlement: row.settlement_state,
      delivery: row.delivery_state,
      dueDate: row.due_date,
      today: todayIn(row.timezone, new Date(now)),
    }),
    issue_date: row.issue_date,
    due_date: row.due_date,
    purchase_order: row.purchase_order,
    total: { amount: row.gross, currency: row.currency },
    due: { amount: isOpen ? row.gross - row.settled : 0, currency: row.currency },
    // What became of an old proof does not matter once nothing is to be paid.
    proof:
      isOpen && row.proof && row.proof.state !== 'approved'
        ? { state: row.proof.state, submitted_at: instant(row.proof.at) }
        : null,
  }
}

/** JSON made by the database writes instants as `2026-03-10T09:00:00+00:00`. */
export const instant = (text: string): string => new Date(text).toISOString()

export type InvoiceView = {
  now: string
  /** Null where the reader may not know: a private link tells no balances. */
  mayPay: boolean
  seesCredit: boolean
  downloadUrl: string
  receiptUrl(receiptId: string): string
}

/** One invoice as its client sees it: what was printed comes from the frozen content, what became of it from the rows. */
export function presentInvoice(
  row: ClientInvoiceDetailRow,
  related: { methods: PayMethodRow[]; proofs: ClientProofRow[]; receipts: ReceiptRow[] },
  view: InvoiceView,
) {
  const { paper } = thaw<InvoicePaper>(row.content)
  const money = (amount: number) => ({ amount, currency: row.currency })
  const summary = presentSummary(row, view.now)
  const isOpen = mayBePaid(row)
  const { seller, buyer } = paper
  return {
    ...summary,
    settlement_state: row.settlement_state satisfies SettlementState,
    currency: row.currency,
    note: paper.note ?? null,
    terms: paper.terms ?? null,
    seller: {
      name: seller.name,
      legal_name: seller.legalName ?? null,
      address_lines: seller.addressLines,
      tin: seller.tin ?? null,
      vrn: seller.vrn ?? null,
      email: seller.email ?? null,
      phone: seller.phone ?? null,
      website: seller.website ?? null,
    },
    buyer: {
      name: buyer.name,
      address_lines: buyer.addressLines,
      tax_number: buyer.taxNumber ?? null,
      refid: buyer.refid,
    },
    lines: paper.lines.map((line) => ({
      position: line.position,
      description: line.description,
      details: line.details ?? null,
      quantity: line.quantity,
      unit: line.unit ?? null,
      unit_price: line.unitPrice,
      discount_percent: line.discountPercent ?? null,
      tax_label: line.taxLabel || null,
      net: money(line.net),
    })),
    taxes: paper.taxes.map((tax) => ({
      name: tax.label,
      category: tax.category,
      percent: tax.percent,
      exemption_reason: tax.exemptionReason ?? null,
      taxable: money(tax.taxable),
      tax: money(tax.tax),
    })),
    totals: {
      net: money(paper.totals.net),
      tax: money(paper.totals.tax),
      gross: money(row.gross),
      settled: money(row.settled),
      due: summary.due,
    },
    payment_reference: paper.reference,
    pay_methods: isOpen ? methodsToShow(related.methods).map(presentMethod) : [],
    proofs: related.proofs.map(presentPortalProof),
    receipts: related.receipts.map((receipt) => presentPortalReceipt(receipt, view.receiptUrl(receipt.id))),
    client_credit: view.seesCredit ? money(row.credit) : null,
    can_pay: view.mayPay && isOpen,
    proof_review_hours: row.proof_review_hours,
    download_url: view.downloadUrl,
  }
}

/** The accounts that the invoice names; where it names none, or all of them were retired, those that are shown to clients. */
export function methodsToShow<Method extends Pick<PayMethodRow, 'is_chosen' | 'is_shown_to_clients'>>(
  methods: readonly Method[],
): Method[] {
  const chosen = methods.filter((method) => method.is_chosen)
  return chosen.length > 0 ? chosen : methods.filter((method) => method.is_shown_to_clients)
}

const presentMethod = ({ id, kind, name, details, steps, qr_payload }: PayMethodRow) => ({
  id,
  kind,
  name,
  details,
  steps,
  qr_payload,
})
