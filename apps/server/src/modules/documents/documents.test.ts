import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Keyring } from '../../platform/crypto/keyring.ts'
import { canonicalJson, makeLinkToken, readLinkToken } from './index.ts'

const keyring = new Keyring([Buffer.alloc(32, 1)])
const target = fc.record({
  organizationId: fc.uuid(),
  linkId: fc.uuid(),
  version: fc.integer({ min: 1, max: 65_535 }),
})

describe('private links', () => {
  test('say where they lead, and nothing else can be made of them [INV-33]', () => {
    fc.assert(
      fc.property(target, fc.nat({ max: 67 }), fc.constantFrom(...'ABCabc012_-'), (given, at, letter) => {
        const token = makeLinkToken(keyring, given.organizationId, given.linkId, given.version)
        expect(token).toMatch(/^[\w-]{68}$/)
        expect(readLinkToken(keyring, token)).toEqual(given)
        const forged = token.slice(0, at) + letter + token.slice(at + 1)
        if (forged !== token) expect(readLinkToken(keyring, forged)).toBeNull()
      }),
    )
    const token = makeLinkToken(
      keyring,
      '0193890a-7b1e-7c3d-9f42-5a6b7c8d9e0f',
      '0193890a-7b1e-7c3d-9f42-5a6b7c8d9e0f',
      1,
    )
    for (const wrong of ['', 'x', token.slice(0, -1), `${token}A`, token.slice(0, 46)])
      expect(readLinkToken(keyring, wrong)).toBeNull()
    expect(readLinkToken(new Keyring([Buffer.alloc(32, 2)]), token)).toBeNull()
    expect(readLinkToken(new Keyring([Buffer.alloc(32, 2), Buffer.alloc(32, 1)]), token)).not.toBeNull()
    expect(() =>
      makeLinkToken(
        keyring,
        '0193890a-7b1e-7c3d-9f42-5a6b7c8d9e0f',
        '0193890a-7b1e-7c3d-9f42-5a6b7c8d9e0f',
        0,
      ),
    ).toThrow(RangeError)
  })
})

describe('canonical content', () => {
  test('is the same text for the same content, whatever the order of its keys [INV-25]', () => {
    expect(canonicalJson({ b: [1, { d: null, c: 'ä"' }], a: undefined, ab: true })).toBe(
      '{"ab":true,"b":[1,{"c":"ä\\"","d":null}]}',
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (given) => {
        const shuffled = Object.fromEntries(Object.entries(given).toReversed())
        expect(canonicalJson(shuffled)).toBe(canonicalJson(given))
        expect(JSON.parse(canonicalJson(given))).toEqual(JSON.parse(JSON.stringify(given)))
      }),
    )
  })
})
