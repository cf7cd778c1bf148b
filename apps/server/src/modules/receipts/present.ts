import type { ReceiptRow } from './reads.ts'

export const presentReceipt = (row: ReceiptRow) => ({
  id: row.id,
  number: row.number,
  client: { id: row.client_id, refid: row.client_refid, name: row.client_name },
  amount: { amount: row.amount, currency: row.currency },
  tax: { amount: row.tax, currency: row.currency },
  receipt_date: row.receipt_date,
  invoices: row.invoices.map(({ id, number, amount }) => ({
    id,
    number,
    amount: { amount, currency: row.currency },
  })),
  payment_id: row.payment_id,
  created_at: row.created_at,
})

/** As the client sees it. `downloadUrl` is where its PDF is. */
export const presentPortalReceipt = (row: ReceiptRow, downloadUrl: string) => ({
  id: row.id,
  number: row.number,
  amount: { amount: row.amount, currency: row.currency },
  tax: { amount: row.tax, currency: row.currency },
  receipt_date: row.receipt_date,
  invoices: row.invoices.map(({ number, amount }) => ({
    number,
    amount: { amount, currency: row.currency },
  })),
  download_url: downloadUrl,
})
