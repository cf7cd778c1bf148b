export interface Payable {
  id: string
  /** Minor units that are still due. */
  due: number
}

export interface Share {
  id: string
  amount: number
  left: number
}

/**
 * Gives an amount (minor units) to invoices one after the other, each at most what is due on it. What is over belongs to none of
 * them: it becomes credit.
 */
export function shareOut(amount: number, invoices: readonly Payable[]): { shares: Share[]; over: number } {
  let rest = Math.max(0, amount)
  const shares = invoices.map(({ id, due }) => {
    const given = Math.min(rest, due)
    rest -= given
    return { id, amount: given, left: due - given }
  })
  return { shares, over: rest }
}
