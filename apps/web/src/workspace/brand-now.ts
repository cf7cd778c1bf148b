import { brandStylesheet, styleNonce } from '@portico/ui'

const ID = 'brand-now'

/** Shows a colour at once everywhere on the page; the next page brings it with its first byte. */
export function showBrandNow(hex: string): void {
  const known = document.getElementById(ID)
  const style = known ?? document.createElement('style')
  if (!known) {
    style.id = ID
    const nonce = styleNonce()
    if (nonce) style.setAttribute('nonce', nonce)
    document.head.append(style)
  }
  style.textContent = brandStylesheet(hex)
}
