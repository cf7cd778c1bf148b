import { afterAll, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { systemPrincipal } from '../principal.ts'
import { Database } from './index.ts'

const app = await testApp({ using: [] })
const database = new Database({
  connectionString: app.database.urlFor('portico_app'),
  poolSize: 4,
  clock: app.clock,
  applicationName: 'test turns',
})
afterAll(async () => {
  await database.close()
  await app.close()
})

test('an organization that holds all it may have keeps nobody else from the database [OPS-28]', async () => {
  const system = systemPrincipal('test')
  const [busy, quiet] = [await app.fixtures.organization(), await app.fixtures.organization()]
  const { promise: end, resolve: letGo } = Promise.withResolvers<void>()
  let begun = 0
  const held = Array.from({ length: 6 }, () =>
    database.withOrganization(busy.id, system, async () => {
      begun++
      await end
    }),
  )
  await expect.poll(() => begun).toBe(2)
  await database.withOrganization(quiet.id, system, async () => {})
  expect(begun).toBe(2)
  expect(database.load.waiting).toBe(4)
  // What fails gives its turn back as well.
  await expect(
    database.withOrganization(quiet.id, system, async () => {
      throw new Error('it broke')
    }),
  ).rejects.toThrow('it broke')
  letGo()
  await Promise.all(held)
  expect(begun).toBe(6)
  expect(database.load.waiting).toBe(0)
})
