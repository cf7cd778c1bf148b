/**
 * The smallest thing that knows what a client owes: for tests to compare the ledger with. One client, one currency, amounts in minor
 * units; no accounts, no postings, nothing that it shares with the ledger.
 */
export type ModelInvoice = { gross: number; settled: number; state: 'open' | 'partial' | 'paid' | 'void' }

export class MoneyModel {
  readonly invoices: ModelInvoice[] = []
  credit = 0

  issue(gross: number): void {
    this.invoices.push({ gross, settled: 0, state: gross === 0 ? 'paid' : 'open' })
  }

  /** Money comes in for some invoices; what is over is credit. False where it may not be. */
  pay(amount: number, parts: readonly { invoice: number; amount: number }[]): boolean {
    const allocated = parts.reduce((sum, part) => sum + part.amount, 0)
    if (allocated > amount || parts.some((part) => !this.#canSettle(part.invoice, part.amount))) return false
    for (const part of parts) this.#settle(part.invoice, part.amount)
    this.credit += amount - allocated
    return true
  }

  applyCredit(invoice: number, amount: number): boolean {
    if (amount > this.credit || !this.#canSettle(invoice, amount)) return false
    this.credit -= amount
    this.#settle(invoice, amount)
    return true
  }

  void(invoice: number): boolean {
    const found = this.invoices[invoice]
    if (!found || found.state === 'void' || found.settled > 0) return false
    found.state = 'void'
    return true
  }

  get receivable(): number {
    return this.invoices.reduce(
      (sum, { gross, settled, state }) => sum + (state === 'void' ? 0 : gross - settled),
      0,
    )
  }

  #canSettle(index: number, amount: number): boolean {
    const invoice = this.invoices[index]
    return (
      invoice !== undefined &&
      invoice.state !== 'void' &&
      amount > 0 &&
      amount <= invoice.gross - invoice.settled
    )
  }

  #settle(index: number, amount: number): void {
    const invoice = this.invoices[index] as ModelInvoice
    invoice.settled += amount
    invoice.state = invoice.settled === invoice.gross ? 'paid' : 'partial'
  }
}
