import { describe, expect, test } from 'vitest'
import { changeOf, emptyClient, formFieldOf, newClientOf, valuesOf } from './client-form-values.ts'
import type { Client } from './clients-data.ts'

const client = {
  kind: 'company',
  name: 'Bahari Logistics',
  legal_name: null,
  email: 'accounts@bahari.example',
  phone: null,
  website: null,
  address: { city: 'Dar es Salaam' },
  country: 'TZ',
  tax_number: null,
  registration_number: null,
  currency: null,
  locale: null,
  payment_terms_days: 30,
  payment_terms_kind: 'net',
  requires_purchase_order: false,
  metadata: { segment: 'Enterprise', fleet: '14' },
  assigned_members: [],
} as unknown as Client

describe('a new client', () => {
  test('sends only what was typed [CLI-01]', () => {
    expect(newClientOf({ ...emptyClient(' Bahari '), website: 'bahari.example', city: ' Tanga ' })).toEqual({
      kind: 'company',
      name: 'Bahari',
      website: 'https://bahari.example',
      address: { city: 'Tanga' },
      payment_terms_kind: 'net',
      requires_purchase_order: false,
    })
  })

  test('keeps the segment among the metadata, and leaves out half-filled rows [CLI-21] [CLI-23]', () => {
    const values = {
      ...emptyClient('A'),
      segment: 'Retail',
      metadata: [
        { row: 0, key: ' vat ', value: ' yes ' },
        { row: 1, key: 'empty', value: ' ' },
      ],
    }
    expect(newClientOf(values).metadata).toEqual({ segment: 'Retail', vat: 'yes' })
  })

  test('brings its main contact where one is named, and none for a person', () => {
    const values = { ...emptyClient('A'), contact_name: 'Salma', contact_email: 's@a.example' }
    expect(newClientOf(values).primary_contact).toEqual({ name: 'Salma', email: 's@a.example', phone: null })
    expect(newClientOf({ ...values, kind: 'person' }).primary_contact).toBeUndefined()
  })
})

describe('a change', () => {
  const before = valuesOf(client)

  test('says nothing where nothing was changed [CLI-02]', () => {
    expect(changeOf(before, before)).toEqual({})
  })

  test('holds only the changed fields, and null where a text was emptied', () => {
    expect(changeOf({ ...before, email: '', payment_terms_days: '0' }, before)).toEqual({
      email: null,
      payment_terms_days: 0,
    })
  })

  test('merges metadata: new and changed keys, null for removed ones [CLI-22]', () => {
    const metadata = [{ row: 5, key: 'boats', value: '3' }]
    expect(changeOf({ ...before, segment: '', metadata }, before)).toEqual({
      metadata: { segment: null, fleet: null, boats: '3' },
    })
  })
})

test('field errors of the server find their fields in the form [UX-23]', () => {
  const fieldOf = formFieldOf({ ...emptyClient(), metadata: [{ row: 3, key: 'card.number', value: 'x' }] })
  expect(fieldOf('address.city')).toBe('city')
  expect(fieldOf('primary_contact.email')).toBe('contact_email')
  expect(fieldOf('metadata.card.number')).toBe('metadata.0.value')
  expect(fieldOf('metadata.segment')).toBe('segment')
  expect(fieldOf('email')).toBe('email')
})
