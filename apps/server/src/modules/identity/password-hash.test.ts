import { describe, expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password-hash.ts'

describe('password hashes', () => {
  test('are argon2id in PHC form with 19 MiB, two passes and a salt of their own [SEC-02]', async () => {
    const [one, two] = await Promise.all([
      hashPassword('seven green kettles'),
      hashPassword('seven green kettles'),
    ])
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(one).not.toBe(two)
    expect(one).not.toContain('kettles')
  })

  test('say yes to the password alone, however its letters were typed [SEC-02]', async () => {
    const hash = await hashPassword('café au lait à midi')
    expect(await verifyPassword(hash, 'café au lait à midi'.normalize('NFD'))).toBe(true)
    expect(await verifyPassword(hash, 'cafe au lait a midi')).toBe(false)
    expect(await verifyPassword(null, 'café au lait à midi')).toBe(false)
    expect(await verifyPassword('not a hash', 'not a hash')).toBe(false)
  })

  test('cost the same time where nobody has the address [AUTH-31]', async () => {
    const hash = await hashPassword('seven green kettles')
    const timed = async (stored: string | null): Promise<number> => {
      const started = performance.now()
      for (let at = 0; at < 5; at++) await verifyPassword(stored, 'wrong password here')
      return performance.now() - started
    }
    await timed(hash)
    const [known, unknown] = [await timed(hash), await timed(null)]
    expect(unknown).toBeGreaterThan(known / 3)
    expect(known).toBeGreaterThan(unknown / 3)
  })

  test('leave the event loop free while many are made [SEC-02]', async () => {
    let turns = 0
    const timer = setInterval(() => turns++, 1)
    await Promise.all(Array.from({ length: 12 }, () => hashPassword('seven green kettles')))
    clearInterval(timer)
    expect(turns).toBeGreaterThan(10)
  })
})
