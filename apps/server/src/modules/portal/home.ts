import { getPortalHome } from '@portico/contract'
import { todayIn } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { documentUrl } from '../files/index.ts'
import { latestReceiptsOfCaller, presentPortalReceipt, type ReceiptRow } from '../receipts/index.ts'
import {
  creditOfCaller,
  openOfCaller,
  owedByCaller,
  timeZoneOf,
  type ClientInvoiceRow,
  type OwedRow,
} from './invoice-reads.ts'
import { instant, presentSummary } from './present-invoice.ts'

/** Enough to choose from; whoever has more open invoices finds them in the list. */
const mostOpen = 100
const mostReceipts = 5

export function registerHome(edge: Edge, parts: AppParts): void {
  edge.handle(getPortalHome, async (call) => {
    const { organizationId, now } = call
    const { rows } = await call.read(
      owedByCaller(organizationId, now),
      creditOfCaller(organizationId),
      openOfCaller(organizationId, mostOpen),
      latestReceiptsOfCaller(organizationId, mostReceipts),
      timeZoneOf(organizationId),
    )
    const [owed, credit, open, receipts, zone] = rows as [
      OwedRow[],
      { currency: string; credit: number }[],
      ClientInvoiceRow[],
      ReceiptRow[],
      { timezone: string }[],
    ]
    return {
      owed: owed.map((row) => ({
        currency: row.currency,
        open: { amount: row.open, currency: row.currency },
        overdue: { amount: row.overdue, currency: row.currency },
        oldest_due_date: row.oldest_due_date,
        open_count: row.open_count,
      })),
      credit: credit.map((row) => ({ amount: row.credit, currency: row.currency })),
      open_invoices: open.map((row) => presentSummary(row, now)),
      waiting: open.flatMap(waitingFor),
      recent_receipts: receipts.map((row) =>
        presentPortalReceipt(row, documentUrl(parts.keyring, organizationId, 'receipt', row.id, now)),
      ),
      today: todayIn(zone[0]?.timezone ?? 'UTC', new Date(now)),
    }
  })
}

/** A rejected proof waits for the client, a submitted one for the organization. */
function waitingFor({ id, number, proof }: ClientInvoiceRow) {
  if (!proof || proof.state === 'approved') return []
  return [
    proof.state === 'rejected'
      ? {
          kind: 'proof_rejected' as const,
          invoice_id: id,
          invoice_number: number,
          at: instant(proof.decided_at ?? proof.at),
          detail: proof.reason,
        }
      : {
          kind: 'proof_submitted' as const,
          invoice_id: id,
          invoice_number: number,
          at: instant(proof.at),
          detail: null,
        },
  ]
}
