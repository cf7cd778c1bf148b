import { createHmac, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFileLink, signFileLink } from './file-links.ts'
import type { FileLink } from './file-links.ts'

const key = Buffer.alloc(32, 7)
const now = new Date('2026-03-01T10:00:00Z')
const link: FileLink = {
  organizationId: '0195a1c2-0000-7000-8000-000000000001',
  fileId: '0195a1c2-0000-7000-8000-000000000002',
  expiresAt: new Date('2026-03-01T10:05:00Z'),
  disposition: 'inline',
}

test('reads back what was signed, in a form that an address can carry [DOC-11]', () => {
  const token = signFileLink(key, link)
  expect(token).toMatch(/^[A-Za-z0-9._-]+$/)
  expect(token.length).toBeLessThan(250)
  expect(readFileLink(key, token, now)).toEqual({ ok: true, link })
})

test('ends at its moment [DOC-11]', () => {
  const token = signFileLink(key, link)
  expect(readFileLink(key, token, new Date('2026-03-01T10:04:59.999Z')).ok).toBe(true)
  expect(readFileLink(key, token, new Date('2026-03-01T10:05:00Z'))).toEqual({ ok: false, reason: 'expired' })
})

test('survives a change of key while the old one is still listed [DOC-11]', () => {
  const token = signFileLink(key, link)
  const next = randomBytes(32)
  expect(readFileLink([next, key], token, now).ok).toBe(true)
  expect(readFileLink([next], token, now)).toEqual({ ok: false, reason: 'unknown_key' })
})

test('refuses another key under the same name, another purpose and a changed payload [DOC-11]', () => {
  const [format = '', keyId = '', payload = '', mac = ''] = signFileLink(key, link).split('.')
  const other = Buffer.from(JSON.stringify(['another', link.fileId, 9_999_999_999, 'inline'])).toString(
    'base64url',
  )
  const signedByOther = createHmac('sha256', randomBytes(32))
    .update(`${format}.${keyId}.${payload}`)
    .digest('base64url')
  const withoutPurpose = createHmac('sha256', key).update(`${format}.${keyId}.${payload}`).digest('base64url')
  for (const forged of [
    `${format}.${keyId}.${other}.${mac}`,
    `${format}.${keyId}.${payload}.${signedByOther}`,
    `${format}.${keyId}.${payload}.${withoutPurpose}`,
    `${format}.${keyId}.${payload}.${mac.slice(0, -1)}`,
    `${format}.${keyId}.${payload}.${mac}A`,
    `${format}.${keyId}.${payload}.${mac}=`,
  ]) {
    expect([forged, readFileLink(key, forged, now)]).toEqual([forged, { ok: false, reason: 'forged' }])
  }
})

test('refuses every token that differs in one sign, and never throws at nonsense [DOC-11]', () => {
  const token = signFileLink(key, link)
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(...'AZaz09-_.'), (at, sign) => {
      const changed = token.slice(0, at) + sign + token.slice(at + 1)
      return changed === token || !readFileLink(key, changed, now).ok
    }),
  )
  fc.assert(fc.property(fc.string({ maxLength: 2000 }), (nonsense) => !readFileLink(key, nonsense, now).ok))
})

test('is not signed with a short key or without a moment [DOC-11]', () => {
  expect(() => signFileLink(Buffer.alloc(31), link)).toThrow(RangeError)
  expect(() => signFileLink(key, { ...link, expiresAt: new Date(Number.NaN) })).toThrow(RangeError)
})
