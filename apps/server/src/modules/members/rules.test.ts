import { roleSeeds, type Permission } from '@portico/contract'
import { describe, expect, test } from 'vitest'
import { invitationStatus, refuseGrant } from './rules.ts'

const rights = (key: string) =>
  new Set(roleSeeds.find((role) => role.key === key)?.permissions as Permission[])
const role = (key: string) => ({ id: key, key, name: key, permissions: [...rights(key)] })
const grantable = (key: string): string[] =>
  roleSeeds
    .map((seed) => seed.key)
    .filter((other) => {
      try {
        refuseGrant(rights(key), role(other))
        return true
      } catch {
        return false
      }
    })

describe('handing out roles [RBAC-14]', () => {
  test('goes as far as the own rights reach, and never to the role of the portal', () => {
    expect(grantable('owner')).toEqual([
      'owner',
      'admin',
      'manager',
      'member',
      'finance',
      'project_manager',
      'support',
    ])
    expect(grantable('admin')).toEqual([
      'admin',
      'manager',
      'member',
      'finance',
      'project_manager',
      'support',
    ])
    expect(grantable('support')).toEqual(['support'])
    expect(() => refuseGrant(rights('owner'), role('client'))).toThrow(/portal/)
  })
})

test('an invitation has expired from its last instant on, unless it was decided before [ORG-31]', () => {
  const expires_at = '2026-03-17T09:00:00.000Z'
  expect(invitationStatus({ status: 'pending', expires_at }, '2026-03-17T08:59:59.999Z')).toBe('pending')
  expect(invitationStatus({ status: 'pending', expires_at }, expires_at)).toBe('expired')
  expect(invitationStatus({ status: 'accepted', expires_at }, '2027-01-01T00:00:00.000Z')).toBe('accepted')
  expect(invitationStatus({ status: 'revoked', expires_at }, '2027-01-01T00:00:00.000Z')).toBe('revoked')
})
