/** What the server knew when it sent the page, so that the first paint already carries names and logo. */
export interface Boot {
  /** The organization in the address, if there is one and it exists. */
  organization: { id: string; name: string; slug: string; logo_url: string | null } | null
  /** The locale the organization's pages are formatted in; the reader's own where null. */
  locale: string | null
}

let known: Boot | undefined

/** Reads `<script type="application/json" id="boot">` once. */
export function readBoot(): Boot {
  if (known) return known
  const text = document.getElementById('boot')?.textContent
  known = text ? (JSON.parse(text) as Boot) : { organization: null, locale: null }
  return known
}
