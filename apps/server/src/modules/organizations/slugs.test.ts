import { OrganizationSlug } from '@portico/contract'
import { describe, expect, test } from 'vitest'
import { slugOf } from './slugs.ts'

describe('a slug [ORG-02]', () => {
  test.each([
    ['Kilimo Studio', 'kilimo-studio'],
    ['Kilimo & Söhne Ltd.', 'kilimo-sohne-ltd'],
    ['  --A--  ', 'team-a'],
    ['旅する猫', 'team'],
    ['Ødegård & Çelik', 'degard-celik'],
    ['x'.repeat(120), 'x'.repeat(44)],
  ])('of %j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
    expect(OrganizationSlug.safeParse(slug).success).toBe(true)
  })
})
