import { describe, expect, test } from 'vitest'
import { isRefidPrefix, makeRefid } from './refid.ts'

const random = (size: number) => Uint8Array.from({ length: size }, () => Math.floor(Math.random() * 256))

describe('a refid', () => {
  test('is random, not a count, and unambiguous to read [CLI-13]', () => {
    const made = Array.from({ length: 2000 }, () => makeRefid('CL-', random))
    for (const refid of made) expect(refid).toMatch(/^CL-(?=.*[A-Z])[0-9A-HJKMNP-TV-Z]{8}$/)
    expect(new Set(made).size).toBe(made.length)
    expect([...made].sort()).not.toEqual(made)
  })

  test('carries the prefix an operator chose [CLI-14]', () => {
    expect(makeRefid('ACME', random)).toMatch(/^ACME[0-9A-Z]{8}$/)
    expect(['CL-', 'A', '2X-'].every(isRefidPrefix)).toBe(true)
    expect(['', '-CL', 'cl-', 'CL/', 'A'.repeat(13), 'Ü-'].filter(isRefidPrefix)).toEqual([])
    expect(() => makeRefid('../', random)).toThrow(RangeError)
  })
})
