import { Refusal } from '../../platform/errors.ts'
import { isBreached } from './breached-passwords.ts'

/** What a password must not contain: whose it is. */
export type Whose = { email?: string | undefined; names?: readonly (string | null | undefined)[] }
export type PasswordRequirement = { key: 'length' | 'not_breached' | 'not_personal'; is_met: boolean }

const shortestPassword = 10
/** Shorter names, and shorter words of them, stand in many good passwords by accident. */
const shortestName = 4
const shortestWord = 5

/** The requirements of a new password, each met or not (NIST SP 800-63B: length, breached ones, context; no rules of composition). */
export async function passwordRequirements(password: string, whose: Whose): Promise<PasswordRequirement[]> {
  return [
    { key: 'length', is_met: [...password].length >= shortestPassword },
    { key: 'not_breached', is_met: password !== '' && !(await isBreached(password)) },
    { key: 'not_personal', is_met: password !== '' && !isPersonal(password, whose) },
  ]
}

const reasons = {
  length: 'A password has at least 10 characters.',
  not_breached:
    'This password is among those that leaks have made known. Choose another; a few words that do not belong together are good.',
  not_personal: 'A password must not contain your name, your address or the organization’s name.',
} as const

/** @throws Refusal password_too_weak, with each unmet requirement beside the field */
export async function refuseWeakPassword(
  password: string,
  whose: Whose,
  pointer = '/password',
): Promise<void> {
  const unmet = (await passwordRequirements(password, whose)).filter((requirement) => !requirement.is_met)
  const [first] = unmet
  if (!first) return
  throw new Refusal('password_too_weak', reasons[first.key], {
    errors: unmet.map(({ key }) => ({ pointer, code: key, detail: reasons[key] })),
  })
}

function isPersonal(password: string, { email = '', names = [] }: Whose): boolean {
  const letters = plain(password)
  const local = email.split('@')[0] ?? ''
  const wholes = [local, ...names]
    .map((name) => plain(name ?? ''))
    .filter((name) => name.length >= shortestName)
  const words = [local, ...names]
    .flatMap((name) => (name ?? '').split(/[^\p{L}\p{N}]+/u).map(plain))
    .filter((word) => word.length >= shortestWord)
  return [...wholes, ...words].some((part) => letters.includes(part))
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
