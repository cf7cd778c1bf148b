import type { Disposition } from './file-links.ts'

const shownInline = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf'])
/** Types that are told truthfully; all others leave as bytes without a name. */
const named =
  /^(?:application\/vnd\.(?:openxmlformats-officedocument|oasis\.opendocument)\.[a-z.]+|text\/csv|text\/plain)$/

const nothingRuns = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
/**
 * Chrome and Safari draw a PDF with a page of their own, which `sandbox` and `default-src 'none'` leave blank
 * (https://crbug.com/271452). With its type fixed and sniffing off, a PDF is never a page of ours.
 */
const pdfIsShown = "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** Percent-encodes as RFC 8187 wants it for `filename*`. */
function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

/** The same name for readers that know ASCII only, fit for a quoted string. */
function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
}

/**
 * Headers under which foreign content can be served from our own address without ever running there (RFC 6266, Fetch's
 * nosniff, CSP 3 sandbox). Only PNG, JPEG, WebP, GIF and PDF may be shown; all else is saved, whatever was asked for.
 */
export function safeContentHeaders(
  mediaType: string,
  name: string,
  disposition: Disposition,
): Record<string, string> {
  const inline = disposition === 'inline' && shownInline.has(mediaType)
  const truthful = shownInline.has(mediaType) || named.test(mediaType)
  const type = truthful ? mediaType : 'application/octet-stream'
  return {
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${asciiName(name)}"; filename*=UTF-8''${encodeName(name)}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': inline && mediaType === 'application/pdf' ? pdfIsShown : nothingRuns,
    // For readers that do not know frame-ancestors.
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  }
}
