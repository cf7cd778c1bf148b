import { describe, expect, test } from 'vitest'
import { mergeMetadata, sensitiveReason } from './metadata.ts'

describe('metadata', () => {
  test('merges, replaces and removes [CLI-21] [CLI-22]', () => {
    expect(mergeMetadata({ a: '1', b: '2' }, { b: '3', c: '4', a: null, nothing: null })).toEqual({
      b: '3',
      c: '4',
    })
    // A key of the prototype is a key like any other.
    expect(mergeMetadata({}, { constructor: 'x', toString: 'y' })).toEqual({
      constructor: 'x',
      toString: 'y',
    })
  })

  test('counts keys after the merge', () => {
    const full = Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`k${at}`, '']))
    expect(() => mergeMetadata(full, { extra: '' })).toThrow(/At most 50/)
    expect(Object.keys(mergeMetadata(full, { extra: '', k0: null }))).toHaveLength(50)
    // What is there already may stay, whatever a later rule says of it.
    expect(mergeMetadata({ old_password: 'x' }, { a: '1' })).toEqual({ old_password: 'x', a: '1' })
  })

  test.each([
    ['password', 'x'],
    ['db_password', 'x'],
    ['dbPassword', 'x'],
    ['API-KEY', 'x'],
    ['apiKey', 'x'],
    ['client.secret', 'x'],
    ['auth_token', 'x'],
    ['pin', '1234'],
    ['cvv', '123'],
    ['passport_number', 'AB12'],
    ['nida', '1'],
    ['note', '-----BEGIN RSA PRIVATE KEY-----'],
    ['note', '-----BEGIN PRIVATE KEY-----'],
    ['card', '4242424242424242'],
    ['note', 'Visa 4111-1111-1111-1111 exp 12/29'],
    ['note', '5555 5555 5555 4444'],
    ['note', '378282246310005'],
    ['note', '123-45-6789'],
    ['note', '19900101-12345-00001-23'],
    ['note', 'Bearer abcdefghijklmnopqrstuvwxyzabcdef'],
    ['hook', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-DEF_123'],
    ['note', 'sk_live_FAKE0fake1FAKE2fake3FAKE4fake5'],
    ['note', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
  ])('refuses %s: %s [CLI-24]', (key, value) => {
    expect(sensitiveReason(key, value)).toMatch(/./)
  })

  test.each([
    ['segment', 'Enterprise'],
    ['industry', 'Farming'],
    ['po_number', '4500012345'],
    ['phone', '+255 712 345 678'],
    ['vat', 'TZ 123-456-789'],
    ['account_number', '0150412345600'],
    ['iban', 'NO9386011117947'],
    ['keywords', 'tea, coffee'],
    ['website', 'https://example.com/a/very/long/path/With/Capital/Letters/and/1234567890'],
    ['crm_id', '01938c0a-7b1e-7c3d-9f42-5a6b7c8d9e0f'],
    ['note', 'Llanfairpwllgwyngyllgogerychwyrndrobwll'],
    ['note', 'Wants invoices before the 25th of each month'],
    ['tokens_used', '12'],
    ['passenger_count', '4'],
    ['pin_code', '411001'],
    ['date', '2026-03-10'],
    ['ean', '4006381333931'],
  ])('keeps %s: %s', (key, value) => {
    expect(sensitiveReason(key, value)).toBeNull()
  })
})
