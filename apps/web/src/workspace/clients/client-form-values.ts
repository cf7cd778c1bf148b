import type { Client, ClientChange, NewClient } from './clients-data.ts'
import { websiteOf } from '../../shared/validation.ts'
import type { ApiLocale } from '../../shared/locale-select.tsx'

export interface MetadataRow {
  /** Steady while the row is typed in. */
  row: number
  key: string
  value: string
}

/** The form as it is typed: empty text stands for nothing. */
export interface ClientValues {
  kind: 'company' | 'person'
  name: string
  legal_name: string
  email: string
  phone: string
  website: string
  segment: string
  line1: string
  line2: string
  city: string
  region: string
  postal_code: string
  country: string | null
  tax_number: string
  registration_number: string
  currency: string | null
  locale: string | null
  payment_terms_days: string
  payment_terms_kind: 'net' | 'end_of_month'
  requires_purchase_order: boolean
  metadata: MetadataRow[]
  assigned_member_ids: string[]
  contact_name: string
  contact_email: string
  contact_phone: string
}

const SEGMENT = 'segment'
const ADDRESS = ['line1', 'line2', 'city', 'region', 'postal_code'] as const

export function emptyClient(name = ''): ClientValues {
  return {
    kind: 'company',
    name,
    legal_name: '',
    email: '',
    phone: '',
    website: '',
    segment: '',
    line1: '',
    line2: '',
    city: '',
    region: '',
    postal_code: '',
    country: null,
    tax_number: '',
    registration_number: '',
    currency: null,
    locale: null,
    payment_terms_days: '',
    payment_terms_kind: 'net',
    requires_purchase_order: false,
    metadata: [],
    assigned_member_ids: [],
    contact_name: '',
    contact_email: '',
    contact_phone: '',
  }
}

export function valuesOf(client: Client): ClientValues {
  const { [SEGMENT]: segment = '', ...others } = client.metadata
  const address = Object.fromEntries(ADDRESS.map((part) => [part, client.address[part] ?? '']))
  return {
    ...emptyClient(client.name),
    ...(address as Record<(typeof ADDRESS)[number], string>),
    kind: client.kind,
    legal_name: client.legal_name ?? '',
    email: client.email ?? '',
    phone: client.phone ?? '',
    website: client.website ?? '',
    segment,
    country: client.country,
    tax_number: client.tax_number ?? '',
    registration_number: client.registration_number ?? '',
    currency: client.currency,
    locale: client.locale,
    payment_terms_days: client.payment_terms_days === null ? '' : String(client.payment_terms_days),
    payment_terms_kind: client.payment_terms_kind,
    requires_purchase_order: client.requires_purchase_order,
    metadata: Object.entries(others).map(([key, value], row) => ({ row, key, value })),
    assigned_member_ids: client.assigned_members.map(({ id }) => id),
  }
}

const textOrNull = (text: string): string | null => text.trim() || null

function metadataOf(values: ClientValues): Record<string, string> {
  const rows = values.metadata.filter(({ key, value }) => key.trim() && value.trim())
  const all = rows.map(({ key, value }) => [key.trim(), value.trim()] as const)
  return Object.fromEntries(values.segment.trim() ? [[SEGMENT, values.segment.trim()], ...all] : all)
}

/** Every field of the request, so that two forms can be compared. */
function fieldsOf(values: ClientValues) {
  const address = ADDRESS.map((part) => [part, values[part].trim()] as const).filter(([, text]) => text)
  return {
    kind: values.kind,
    name: values.name.trim(),
    legal_name: textOrNull(values.legal_name),
    email: textOrNull(values.email),
    phone: textOrNull(values.phone),
    website: websiteOf(values.website),
    address: Object.fromEntries(address),
    country: values.country,
    tax_number: textOrNull(values.tax_number),
    registration_number: textOrNull(values.registration_number),
    currency: values.currency,
    locale: values.locale as ApiLocale | null,
    payment_terms_days: values.payment_terms_days === '' ? null : Number(values.payment_terms_days),
    payment_terms_kind: values.payment_terms_kind,
    requires_purchase_order: values.requires_purchase_order,
  }
}

export function newClientOf(values: ClientValues): NewClient {
  const given = Object.entries(fieldsOf(values)).filter(([, value]) => value !== null)
  const metadata = metadataOf(values)
  const hasContact = values.kind === 'company' && values.contact_name.trim() !== ''
  return {
    ...(Object.fromEntries(given) as Omit<NewClient, 'metadata'>),
    ...(Object.keys(metadata).length > 0 && { metadata }),
    ...(hasContact && {
      primary_contact: {
        name: values.contact_name.trim(),
        email: textOrNull(values.contact_email),
        phone: textOrNull(values.contact_phone),
      },
    }),
  }
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Only what was changed since `before`, so that somebody else's change of another field is not undone. */
export function changeOf(values: ClientValues, before: ClientValues): ClientChange {
  const then = fieldsOf(before)
  const changed = Object.entries(fieldsOf(values)).filter(
    ([field, value]) => !isSame(value, then[field as keyof typeof then]),
  )
  const metadata = metadataChange(metadataOf(values), metadataOf(before))
  const members = [values, before].map(({ assigned_member_ids }) => [...assigned_member_ids].sort())
  return {
    ...(Object.fromEntries(changed) as ClientChange),
    ...(Object.keys(metadata).length > 0 && { metadata }),
    ...(!isSame(members[0], members[1]) && { assigned_member_ids: values.assigned_member_ids }),
  }
}

/** A later write merges, and null removes. */
function metadataChange(
  now: Record<string, string>,
  then: Record<string, string>,
): Record<string, string | null> {
  const gone = Object.keys(then).filter((key) => !(key in now))
  const written = Object.entries(now).filter(([key, value]) => then[key] !== value)
  return Object.fromEntries([...gone.map((key) => [key, null] as const), ...written])
}

/** Which of the form's fields a field of the request is: `/metadata/vat` is the value of the row named so. */
export function formFieldOf(values: ClientValues): (field: string) => string {
  return (field) => {
    const [head = '', key = ''] = field.split('.')
    if (head === 'address') return key
    if (head === 'primary_contact') return `contact_${key || 'name'}`
    if (head !== 'metadata') return head
    if (key === SEGMENT) return SEGMENT
    const at = values.metadata.findIndex((row) => row.key.trim() === field.slice('metadata.'.length))
    return at >= 0 ? `metadata.${at}.value` : 'metadata'
  }
}
