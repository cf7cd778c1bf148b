const MOST = 20

/** The page where these invoices are paid: its own for one, one after the other for several. */
export function payHref(base: string, invoices: readonly { id: string }[]): string {
  const ids = invoices.slice(0, MOST).map(({ id }) => id)
  return ids.length === 1 ? `${base}/invoices/${ids[0]}` : `${base}/pay?invoices=${ids.join(',')}`
}

/** The ids in the address; whatever is no id of ours is left out. */
export function idsIn(value: string | undefined): string[] {
  return [...new Set((value ?? '').split(',').filter((id) => /^inv_[0-9a-z]{26}$/.test(id)))].slice(0, MOST)
}
