import { afterAll, beforeAll, expect, test } from 'vitest'
import { Database, openOrganization, statement } from '../src/platform/database/index.ts'
import { systemPrincipal } from '../src/platform/principal.ts'
import { testApp } from '../test/app.ts'
import { randomFrom } from '../test/nasty-values.ts'
import { patience, sizesOf, tell } from './proofs.ts'

/**
 * Few connections, many organizations, and work that is broken off in every way: what one organization's work left on a connection must
 * never be there for the next.
 */
const size = sizesOf('isolation')
const app = await testApp({ using: [] })
const pooled = new Database({
  connectionString: app.database.urlFor('portico_app'),
  poolSize: 3,
  clock: app.clock,
  applicationName: 'prove pool',
})
const system = systemPrincipal('prove')
let organizations: { id: string; canary: string }[]
beforeAll(async () => {
  organizations = await Promise.all(
    Array.from({ length: 50 }, async (_, at) => {
      const { id } = await app.fixtures.organization()
      const canary = `canary-${at}-`
      await app.fixtures.client({ id }, { name: `${canary}client` })
      return { id, canary }
    }),
  )
}, 120_000)
afterAll(async () => {
  await pooled.close()
  await app.close()
})

// Names no organization: only the lock stands between the rows.
const allNames = statement<{ name: string }>('select name from clients')
const setting = statement<{ organization: string | null; clients: number }>(
  `select nullif(current_setting('app.organization_id', true), '') as organization, (select count(*)::int from clients) as clients`,
)
const hurry = statement(`set local statement_timeout = '3ms'`)
const sleep = statement('select pg_sleep(1)')
const broken = statement('select 1 / 0')

test(
  'no connection carries an organization on to the next, however the work before ended [SEC-04] [SEC-09]',
  { timeout: patience },
  async () => {
    const random = randomFrom(size.seed)
    const counted = { read: 0, written: 0, 'broken off': 0, cancelled: 0, 'looked at between': 0 }
    const foreign: string[] = []
    const judge = (names: readonly string[], canary: string): void => {
      for (const name of names) if (!name.startsWith(canary)) foreign.push(`${name} seen by ${canary}`)
      if (names.length === 0) foreign.push(`nothing seen by ${canary}`)
    }
    let left = size.requests
    const lane = async (): Promise<void> => {
      while (left-- > 0) {
        const { id, canary } = random.oneOf(organizations)
        const kind = random.below(100)
        if (kind < 45) {
          const { rows } = await pooled.read(openOrganization(id, system), [allNames()])
          judge(
            (rows[0] as { name: string }[]).map(({ name }) => name),
            canary,
          )
          counted.read++
        } else if (kind < 70) {
          const rows = await pooled.withOrganization(id, system, (tx) => tx.all(allNames()))
          judge(
            rows.map(({ name }) => name),
            canary,
          )
          counted.written++
        } else if (kind < 80) {
          await expect(
            pooled.withOrganization(id, system, async (tx) => {
              judge(
                (await tx.all(allNames())).map(({ name }) => name),
                canary,
              )
              if (random.below(2) === 0) await tx.all(broken())
              throw new Error('broken off')
            }),
          ).rejects.toThrow(/broken off|division by zero/)
          counted['broken off']++
        } else if (kind < 85) {
          await expect(
            pooled.withOrganization(id, system, async (tx) => {
              await tx.all(hurry())
              await tx.all(sleep())
            }),
          ).rejects.toThrow(/statement timeout/)
          counted.cancelled++
        } else {
          const [rows] = await pooled.look(setting())
          if (rows[0]?.organization !== null || rows[0].clients !== 0)
            foreign.push(`left on a connection: ${JSON.stringify(rows[0])}`)
          counted['looked at between']++
        }
      }
    }
    await Promise.all(Array.from({ length: 12 }, lane))
    tell('pieces of work on 3 connections', size.requests)
    tell(
      'of 50 organizations',
      Object.entries(counted)
        .map(([kind, times]) => `${times} ${kind}`)
        .join(', '),
    )
    tell('rows of another seen', foreign.length)
    expect(foreign.slice(0, 5)).toEqual([])
  },
)
