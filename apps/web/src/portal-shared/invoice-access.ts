import type { Money } from '@portico/money'

export interface ProofToSend {
  /** Fields of the contract (`paid_on`, `payer` …); empty ones are left out. */
  fields: Record<string, string>
  file: File | null
  /** The same for every try of the same proof, so that it arrives once. */
  key: string
  onProgress: (share: number) => void
}

/** What one may do with an invoice, which differs between the portal and the private link. */
export interface InvoiceAccess {
  /** Resolves when the page shows what the server answered. @throws PorticoError */
  sendProof: (proof: ProofToSend) => Promise<void>
  /** Absent where credit cannot be seen. @throws PorticoError */
  payWithCredit?: (amount: Money) => Promise<void>
  /** Somebody else changed the invoice: ask again what is true. */
  refresh: () => void
  /** The PDF for the print dialog. */
  pdf: () => Promise<{ data?: Blob; error?: unknown; response: Response }>
  /** Signed out, the sender says who they are. */
  asksName: boolean
}
