import { describe, expect, test } from 'vitest'
import { passwordRequirements, refuseWeakPassword } from './new-password.ts'

const unmet = async (password: string, whose = {}): Promise<string[]> =>
  (await passwordRequirements(password, whose)).filter((one) => !one.is_met).map((one) => one.key)

describe('a new password [AUTH-11]', () => {
  test.each(['seven green kettles', 'Tr0ub4dor&3x', 'ubuntu-mbuyu-mlima', '旅する猫は夜に歌う朝も歌う'])(
    'takes %s',
    async (password) => {
      expect(await unmet(password)).toEqual([])
    },
  )

  test.each([
    ['short', ['length']],
    ['', ['length', 'not_breached', 'not_personal']],
    ['password123', ['not_breached']],
    ['PassWord123', ['not_breached']],
    ['1q2w3e4r5t', ['not_breached']],
    ['aaaaaaaaaaaa', ['not_breached']],
    ['abcdefghijklm', ['not_breached']],
    ['9876543210', ['not_breached']],
  ])('refuses %j for %j', async (password, keys) => {
    expect(await unmet(password)).toEqual(keys)
  })

  test('holds neither address, nor name, nor organization, whatever stands between the letters', async () => {
    const whose = { email: 'amina.hassan@kilimo.example', names: ['Amina Hassan', 'Kilimo Studio'] }
    expect(await unmet('hassan likes mangoes', whose)).toEqual(['not_personal'])
    expect(await unmet('2026-AMINA_hassan!', whose)).toEqual(['not_personal'])
    expect(await unmet('kilimo studio 2026', whose)).toEqual(['not_personal'])
    expect(await unmet('seven green kettles', whose)).toEqual([])
    expect(await unmet('a long dog sentence', { email: 'al@example.com', names: ['Al'] })).toEqual([])
  })

  test('is refused with each unmet requirement beside its field', async () => {
    await expect(refuseWeakPassword('password123', {}, '/new_password')).rejects.toMatchObject({
      code: 'password_too_weak',
      errors: [{ pointer: '/new_password', code: 'not_breached' }],
    })
  })
})
