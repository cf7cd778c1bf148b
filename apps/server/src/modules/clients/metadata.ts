import { fieldRefusal } from '../../platform/errors.ts'

const mostKeys = 50

/**
 * Metadata after a write: given keys replace, null removes, the rest stays.
 * @throws a field refusal where there would be too many keys, or a value is a secret or a raw card number (`sensitiveReason`)
 */
export function mergeMetadata(
  current: Readonly<Record<string, string>>,
  patch: Readonly<Record<string, string | null>>,
): Record<string, string> {
  const merged = new Map(Object.entries(current))
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) {
      merged.delete(key)
      continue
    }
    const reason = sensitiveReason(key, value)
    if (reason) throw fieldRefusal(`/metadata/${key}`, 'sensitive_value', reason)
    merged.set(key, value)
  }
  if (merged.size > mostKeys) throw fieldRefusal('/metadata', 'too_many_keys', `At most ${mostKeys} keys.`)
  return Object.fromEntries(merged)
}

const secretKey =
  /(^|[_.-])(pass(word|wd|phrase|code)?|pwd|secret|api[_.-]?key|private[_.-]?key|access[_.-]?(key|token)|refresh[_.-]?token|auth[_.-]?token|bearer|token|credentials?|pin|otp|cvv2?|cvc2?|ssn|nida([_.-]?number)?|passport([_.-]?(no|number))?|national[_.-]?id([_.-]?number)?|card[_.-]?number|pan)$/
/** A United States social security number, or a Tanzanian national identification number (birthday and three groups). */
const identityNumber = /(?<![\d-])(\d{3}-\d{2}-\d{4}|(19|20)\d{6}-\d{5}-\d{5}-\d{2})(?![\d-])/
const bearerToken = /^(bearer\s+)?[A-Za-z0-9_\-+/=.~]{32,}$/i

/**
 * Why a value may not be kept in metadata, which is plain text that everybody who sees the client sees; null where it may. Secrets
 * belong into a vault, card numbers nowhere (PCI DSS 4.0, requirement 3.4).
 */
export function sensitiveReason(key: string, value: string): string | null {
  const words = key.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase()
  if (secretKey.test(words))
    return `“${key}” looks like a credential or an identity document. Metadata is no place for those.`
  if (/-----BEGIN [A-Z ]*(PRIVATE KEY|CERTIFICATE)/.test(value))
    return 'This is a key or a certificate. Metadata is no place for those.'
  if (identityNumber.test(value))
    return 'This is the number of an identity document. Metadata is no place for those.'
  if (holdsCardNumber(value)) return 'This is the number of a payment card. It must not be stored.'
  if (/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]*$/.test(value.trim()) || isLongToken(value.trim()))
    return 'This looks like an access token. Metadata is no place for those.'
  return null
}

/** 32 and more random-looking characters. Addresses of pages, plain words and uuids are not random enough to be meant. */
function isLongToken(text: string): boolean {
  if (!bearerToken.test(text) || /^https?:/i.test(text)) return false
  const bare = text.replace(/^bearer\s+/i, '')
  if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(bare)) return false
  const kinds = [/[a-z]/, /[A-Z]/, /\d/].filter((kind) => kind.test(bare)).length
  return kinds === 3 || (kinds === 2 && /^[0-9a-f]{32,}$/i.test(bare)) || /^bearer\s/i.test(text)
}

/** 13 to 19 digits, alone or in groups, that begin as a card scheme's do and satisfy Luhn's check (ISO/IEC 7812-1). */
function holdsCardNumber(text: string): boolean {
  for (const match of text.matchAll(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g)) {
    const digits = match[0].replaceAll(/\D/g, '')
    if (/^(4|5[1-5]|2[2-7]|3[4-7]|6(011|5|4[4-9])|62|50|5[6-8]|506)/.test(digits) && satisfiesLuhn(digits))
      return true
  }
  return false
}

function satisfiesLuhn(digits: string): boolean {
  let sum = 0
  for (const [fromRight, digit] of [...digits].toReversed().entries()) {
    const value = Number(digit) * (fromRight % 2 === 1 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return sum % 10 === 0
}
