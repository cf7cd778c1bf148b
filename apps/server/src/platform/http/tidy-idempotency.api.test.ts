import { createClient } from '@portico/contract'
import { afterAll, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { db } from '../database/index.ts'
import { tidyIdempotencyKeys } from './tidy-idempotency.ts'

const app = await testApp()
afterAll(() => app.close())

test('stored answers are forgotten after their day, not before [API-18]', async () => {
  const { id, owner } = await app.fixtures.organization()
  const stored = () =>
    app.fixtures.inOrganization(id, (tx) =>
      tx.all(db.selectFrom('idempotency_keys').select('key').where('organization_id', '=', id)),
    )
  await app.call(createClient, owner, { body: { name: 'Once' }, idempotencyKey: 'once' })
  await tidyIdempotencyKeys.run(app.parts)
  expect(await stored()).toHaveLength(1)
  app.clock.advance(25 * 3_600_000)
  await tidyIdempotencyKeys.run(app.parts)
  expect(await stored()).toEqual([])
})
