import { isCurrency } from '@portico/money'
import { emailKey } from '../../../platform/email-key.ts'
import type { Row } from './rows.ts'

export type ClientPayload = {
  name: string
  kind: 'company' | 'person'
  email: string | null
  phone: string | null
  website: string | null
  address: Record<string, string>
  country: string | null
  tax_number: string | null
  registration_number: string | null
  currency: string | null
  note: string | null
  contact: { name: string; email: string | null; phone: string | null } | null
}

const countries = new Map<string, string>()
const names = new Intl.DisplayNames(['en'], { type: 'region' })
for (let first = 65; first <= 90; first++)
  for (let second = 65; second <= 90; second++) {
    const code = String.fromCharCode(first, second)
    const name = names.of(code)
    if (name && name !== code && !/^(Unknown|European|Eurozone|United Nations|Pseudo)/.test(name))
      countries.set(name.toLowerCase(), code)
  }
for (const [name, code] of [
  ['usa', 'US'],
  ['u.s.a.', 'US'],
  ['united states of america', 'US'],
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['deutschland', 'DE'],
  ['österreich', 'AT'],
  ['schweiz', 'CH'],
  ['the bahamas', 'BS'],
  ['holland', 'NL'],
  ['the netherlands', 'NL'],
  ['norge', 'NO'],
  ['sverige', 'SE'],
  ['danmark', 'DK'],
  ['turkey', 'TR'],
  ['czech republic', 'CZ'],
  ['ivory coast', 'CI'],
] as const)
  countries.set(name, code)

export function countryCode(text: string): string | null {
  const plain = text.trim()
  if (/^[A-Za-z]{2}$/.test(plain) && [...countries.values()].includes(plain.toUpperCase()))
    return plain.toUpperCase()
  return countries.get(plain.toLowerCase()) ?? null
}

/** A client as a row describes it; what is unusable is left out and named, and the row comes in all the same. */
export function clientPayload(row: Row): ClientPayload {
  const name =
    row.text('name') ||
    row.text('contact_name') ||
    [row.text('contact_first_name'), row.text('contact_last_name')].filter(Boolean).join(' ')
  row.label = name
  if (name === '') row.reject('name_missing', 'name', 'The row names no client.')
  const email = emailOf(row, 'email')
  const contactEmail = emailOf(row, 'contact_email') ?? email
  const contactName =
    row.text('contact_name') ||
    [row.text('contact_first_name'), row.text('contact_last_name')].filter(Boolean).join(' ')
  const phone = phoneOf(row, 'phone')
  const contactPhone = phoneOf(row, 'contact_phone')
  const address: Record<string, string> = {}
  for (const [field, key, most] of [
    ['address_line1', 'line1', 200],
    ['address_line2', 'line2', 200],
    ['city', 'city', 120],
    ['region', 'region', 120],
    ['postal_code', 'postal_code', 20],
  ] as const) {
    const text = row.text(field, most)
    if (text !== '') address[key] = text
  }
  const country = countryOf(row, address)
  const currency = currencyOf(row)
  return {
    name,
    kind: contactName !== '' && contactName === name ? 'person' : 'company',
    email,
    phone: phone ?? contactPhone,
    website: websiteOf(row),
    address,
    country,
    tax_number: row.text('tax_number', 60) || null,
    registration_number: row.text('registration_number', 60) || null,
    currency,
    note: row.paragraph('note', 500) || null,
    contact:
      contactName !== '' && contactName !== name
        ? { name: contactName, email: contactEmail, phone: contactPhone }
        : null,
  }
}

const simpleEmail = /^[^\s@<>,;"']+@[^\s@<>,;"'.]+(\.[^\s@<>,;"'.]+)+$/

function emailOf(row: Row, field: string): string | null {
  const text = row.text(field, 254)
  if (text === '') return null
  if (simpleEmail.test(text)) return text
  const inside =
    /<([^<>\s]+@[^<>\s]+)>/.exec(text)?.[1] ?? text.split(/[,;\s]+/).find((part) => simpleEmail.test(part))
  if (inside && simpleEmail.test(inside)) {
    row.repair('email_taken_out', field, `${row.nameOf(field)}: “${text}” was read as ${inside}.`)
    return inside
  }
  row.repair('email_left_out', field, `${row.nameOf(field)}: “${text}” is no address and was left out.`)
  return null
}

function phoneOf(row: Row, field: string): string | null {
  const text = row.text(field, 60)
  if (text === '') return null
  if (/^\+?[0-9 ().\-/]{5,32}$/.test(text)) return text
  const mended = text
    .replace(/\s*(?:ext\.?|x)\s*(\d+)$/i, ' / $1')
    .replaceAll(/[^0-9 +().\-/]/g, '')
    .replaceAll(/(?!^)\+/g, '')
    .trim()
  if (/^\+?[0-9 ().\-/]{5,32}$/.test(mended)) {
    row.repair('phone_mended', field, `${row.nameOf(field)}: “${text}” was read as ${mended}.`)
    return mended
  }
  row.repair('phone_left_out', field, `${row.nameOf(field)}: “${text}” is no number and was left out.`)
  return null
}

function websiteOf(row: Row): string | null {
  const text = row.text('website', 300)
  if (text === '') return null
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `https://${text}`)
  if (url && url.hostname.includes('.')) return /^https?:\/\//i.test(text) ? text : `https://${text}`
  row.repair('website_left_out', 'website', `Website: “${text}” is no address and was left out.`)
  return null
}

function countryOf(row: Row, address: Record<string, string>): string | null {
  const text = row.text('country', 80)
  if (text === '') return null
  const code = countryCode(text)
  if (code) return code
  address['region'] = [address['region'], text].filter(Boolean).join(', ').slice(0, 120)
  row.repair('country_unknown', 'country', `Country: “${text}” is not known and was kept with the address.`)
  return null
}

function currencyOf(row: Row): string | null {
  const text = row.text('currency', 20).toUpperCase()
  if (text === '') return null
  if (isCurrency(text)) return text
  row.reject('unknown_currency', 'currency', `There is no currency “${text}”.`)
  return null
}

/** A name as it is compared: what lists sort by. */
export const nameKey = (name: string): string => name.toLowerCase()
/** Under which id a client of a source without ids is known. */
export const clientExternalId = (given: { externalId: string; name: string; email: string | null }): string =>
  given.externalId !== ''
    ? given.externalId
    : [nameKey(given.name), given.email ? emailKey(given.email) : ''].filter(Boolean).join('|')

/** A name without what companies call themselves by and signs: likely the same where it is equal. */
export const looseName = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(
      /\b(the|ltd|limited|inc|incorporated|llc|llp|gmbh|ag|as|asa|ab|bv|sa|srl|plc|co|company|corp|corporation|group)\b\.?/g,
      '',
    )
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
