import { randomBytes } from 'node:crypto'
import { consultancy } from './consultancy.ts'
import { ApiCaller } from './api-caller.ts'
import { DemoYear } from './build-demo.ts'
import type { Story } from './story.ts'
import { studio } from './studio.ts'
import type { AppParts } from '../app-parts.ts'
import { buildEdge } from '../app.ts'
import { createUser } from '../modules/identity/index.ts'
import { seedOrganization } from '../modules/organizations/index.ts'
import { MovableClock } from '../platform/clock.ts'
import { newToken, sha256 } from '../platform/crypto/tokens.ts'
import { db, type Database } from '../platform/database/index.ts'
import { newId } from '../platform/ids.ts'
import { systemPrincipal } from '../platform/principal.ts'

export type DemoResult = {
  password: string
  organizations: {
    name: string
    slug: string
    invoices: number
    people: { name: string; email: string; role: string }[]
  }[]
}

const system = systemPrincipal('demo')

/**
 * Two organizations with a year of work that ends today (LOOK.md, “The demo”). Passwords are random per installation. Mail to
 * `.example` addresses is never sent, so the demo writes to nobody.
 * @param openDatabase makes a database door that works by the demo's clock
 * @param options.ownerId somebody who is there already and becomes an owner of both
 * @throws Error where the demo is there already
 */
export async function buildDemo(
  parts: Omit<AppParts, 'database' | 'clock'>,
  openDatabase: (clock: MovableClock) => Database,
  options: { today?: Date; tell?: (line: string) => void; ownerId?: string } = {},
): Promise<DemoResult> {
  const today = options.today ?? new Date()
  const clock = new MovableClock(new Date(today.getTime() - 365 * 86_400_000))
  const database = openDatabase(clock)
  const password = randomBytes(9).toString('base64url')
  const result: DemoResult = { password, organizations: [] }
  try {
    const found = await database.global(system, (tx) =>
      tx.all(
        db.selectFrom('organizations').select('name').where('slug', 'in', [studio.slug, consultancy.slug]),
      ),
    )
    if (found.length > 0)
      throw new Error(`The demo is here already (${found.map((row) => row.name).join(', ')}).`)
    const demoParts: AppParts = {
      ...parts,
      config: { ...parts.config, rateLimit: 0, logLevel: 'silent' },
      database,
      clock,
    }
    const edge = await buildEdge(demoParts)
    await edge.server.ready()
    for (const [at, story] of [studio, consultancy].entries()) {
      options.tell?.(`living through a year of ${story.name} …`)
      clock.advance(today.getTime() - 365 * 86_400_000 - clock.now().getTime())
      const api = new ApiCaller(edge, await openOrganization(demoParts, story, password, options.ownerId))
      const invoices = await new DemoYear(edge, api, story, clock, today, 20_261_120 + at).live()
      result.organizations.push({ name: story.name, slug: story.slug, invoices, people: story.people })
    }
    await edge.server.close()
    return result
  } finally {
    await database.close()
  }
}

/** The organization and its people; the owner is signed in for the length of the story. */
async function openOrganization(
  parts: AppParts,
  story: Story,
  password: string,
  ownerId: string | undefined,
): Promise<{ token: string; organizationId: string }> {
  const users: { userId: string; role: string }[] = []
  for (const person of story.people)
    users.push({
      userId: (await createUser(parts, { name: person.name, email: person.email, password })).userId,
      role: person.role,
    })
  const owner = users[0] as { userId: string }
  if (ownerId) users.push({ userId: ownerId, role: 'owner' })
  const token = newToken()
  const organizationId = await parts.database.global(system, async (tx) => {
    const seeded = await seedOrganization(tx, {
      name: story.name,
      slug: story.slug,
      country: story.country,
      currency: story.currency,
      timezone: story.timezone,
    })
    for (const { userId, role } of users) {
      tx.later(
        db.insertInto('memberships').values({
          organization_id: seeded.organizationId,
          id: newId(),
          user_id: userId,
          role_id: seeded.roleIds.get(role) as string,
          created_at: tx.now,
          updated_at: tx.now,
        }),
      )
      tx.later(
        db.insertInto('directory').values({
          user_id: userId,
          organization_id: seeded.organizationId,
          kind: 'member',
          created_at: tx.now,
        }),
      )
    }
    tx.later(
      db.insertInto('sessions').values({
        id: newId(),
        token_hash: sha256(token),
        user_id: owner.userId,
        realm: 'staff',
        created_at: tx.now,
        last_seen_at: tx.now,
        expires_at: new Date(Date.parse(tx.now) + 366 * 86_400_000).toISOString(),
        user_agent: 'demo',
      }),
    )
    return seeded.organizationId
  })
  return { token, organizationId }
}
