import { countryName, readerLocale, textsOf } from '@portico/ui'
import { languageName } from '../../shared/language-name.ts'
import type { Difference } from '../changed-meanwhile.tsx'
import type { ClientValues } from './client-form-values.ts'
import { clientTexts } from './texts.ts'

const labels = {
  kind: 'kind',
  name: 'name',
  legal_name: 'legalName',
  email: 'email',
  phone: 'phone',
  website: 'website',
  segment: 'segment',
  line1: 'line1',
  line2: 'line2',
  city: 'city',
  region: 'region',
  postal_code: 'postalCode',
  country: 'country',
  tax_number: 'taxNumber',
  registration_number: 'registrationNumber',
  currency: 'currency',
  locale: 'language',
  payment_terms_days: 'terms',
  payment_terms_kind: 'termsKind',
  requires_purchase_order: 'requiresPo',
  metadata: 'metadata',
  assigned_member_ids: 'assigned',
} as const

/** Fields that this person changed since `start` and that stand otherwise in `theirs`. */
export function differencesOf(mine: ClientValues, start: ClientValues, theirs: ClientValues): Difference[] {
  const t = textsOf(clientTexts)
  const fields = Object.keys(labels) as (keyof typeof labels)[]
  const wordsOf = (values: ClientValues, field: keyof typeof labels) =>
    fieldInWords(values, field) || t('nothing')
  return fields
    .filter((field) => {
      const [a, b, c] = [mine, start, theirs].map((values) => wordsOf(values, field))
      return a !== b && a !== c
    })
    .map((field) => ({ label: t(labels[field]), theirs: wordsOf(theirs, field), mine: wordsOf(mine, field) }))
}

function fieldInWords(values: ClientValues, field: keyof typeof labels): string {
  const t = textsOf(clientTexts)
  switch (field) {
    case 'kind':
      return t(values.kind)
    case 'country':
      return values.country ? countryName(values.country, readerLocale()) : ''
    case 'locale':
      return values.locale ? languageName(values.locale) : ''
    case 'payment_terms_kind':
      return t(values.payment_terms_kind === 'net' ? 'termsNet' : 'termsEndOfMonth')
    case 'requires_purchase_order':
      return t(values.requires_purchase_order ? 'yes' : 'no')
    case 'metadata':
      return values.metadata.map(({ key, value }) => `${key}: ${value}`).join(', ')
    case 'assigned_member_ids':
      return String(values.assigned_member_ids.length)
    default:
      return values[field] ?? ''
  }
}
