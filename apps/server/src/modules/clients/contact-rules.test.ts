import { portalRightKeys, rightsPresets } from '@portico/contract'
import { expect, test } from 'vitest'
import { chooseRights } from './contact-rules.ts'

const viewer = { rights_preset: 'viewer', rights: [...rightsPresets.viewer] } as const

test('a preset brings its rights, deny by default [RBAC-19]', () => {
  expect(chooseRights(viewer, { rights_preset: 'technical' })).toEqual({
    preset: 'technical',
    rights: portalRightKeys.filter((right) => (rightsPresets.technical as readonly string[]).includes(right)),
  })
  expect(chooseRights(viewer, { rights_preset: 'owner' }).rights).toEqual(portalRightKeys)
})

test('single rights are the preset that has exactly them, or custom [RBAC-19]', () => {
  expect(chooseRights(viewer, { rights: ['company.edit', 'invoices.pay', 'invoices.read'] })).toEqual({
    preset: 'payer',
    rights: ['invoices.read', 'invoices.pay', 'company.edit'],
  })
  expect(chooseRights(viewer, { rights: ['invoices.pay'] })).toEqual({
    preset: 'custom',
    rights: ['invoices.pay'],
  })
  expect(chooseRights(viewer, { rights: [] })).toEqual({ preset: 'custom', rights: [] })
  expect(chooseRights(viewer, { rights_preset: 'custom', rights: [...rightsPresets.payer] }).preset).toBe(
    'custom',
  )
})

test('nothing said leaves what there is', () => {
  expect(chooseRights(viewer, {})).toEqual({
    preset: 'viewer',
    rights: portalRightKeys.filter((right) => (rightsPresets.viewer as readonly string[]).includes(right)),
  })
  expect(chooseRights({ rights_preset: 'custom', rights: ['tickets.all'] }, {})).toEqual({
    preset: 'custom',
    rights: ['tickets.all'],
  })
})

test('a preset with other rights is no choice', () => {
  expect(() => chooseRights(viewer, { rights_preset: 'payer', rights: ['gateway.keys'] })).toThrow(/custom/)
})
