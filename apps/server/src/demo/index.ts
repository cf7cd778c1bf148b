import { randomBytes } from 'node:crypto'
import { consultancy } from './consultancy.ts'
import { ApiCaller } from './api-caller.ts'
import { takesBooksOver } from './books-of-before.ts'
import { DemoYear } from './build-demo.ts'
import type { Story } from './story.ts'
import { studio } from './studio.ts'
import { fromPublicId } from '@portico/contract'
import type { AppParts } from '../app-parts.ts'
import { buildEdge } from '../app.ts'
import { createUser, hashPassword, makePlatformAdmin, prepareSetUp } from '../modules/identity/index.ts'
import { seedOrganization } from '../modules/organizations/index.ts'
import { MovableClock } from '../platform/clock.ts'
import { newToken, sha256 } from '../platform/crypto/tokens.ts'
import { db, type Database } from '../platform/database/index.ts'
import { newId } from '../platform/ids.ts'
import { systemPrincipal } from '../platform/principal.ts'

export type DemoResult = {
  password: string
  /** Made where nobody ran the installation yet. */
  operator: string | null
  organizations: {
    name: string
    slug: string
    invoices: number
    people: { name: string; email: string; role: string }[]
    /** Somebody at a client, with an account in the portal. */
    contact: { name: string; email: string } | null
  }[]
}

const system = systemPrincipal('demo')
const operatorEmail = 'operator@portico.example'

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
  options: { today?: Date; tell?: (line: string) => void; ownerId?: string; withOperator?: boolean } = {},
): Promise<DemoResult> {
  const today = options.today ?? new Date()
  const clock = new MovableClock(new Date(today.getTime() - 365 * 86_400_000))
  const database = openDatabase(clock)
  const password = randomBytes(9).toString('base64url')
  const passwordHash = await hashPassword(password)
  const result: DemoResult = { password, operator: null, organizations: [] }
  try {
    if (await isDemoHere(database))
      throw new Error(`The demo is here already (${studio.name}, ${consultancy.name}).`)
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
      const opened = await openOrganization(demoParts, story, passwordHash, options.ownerId)
      const api = new ApiCaller(edge, opened)
      let contact: { name: string; email: string } | undefined
      const invoices = await new DemoYear(edge, api, story, clock, today, 20_261_120 + at, (visitor) => {
        contact ??= visitor
        return enterPortal(demoParts, opened.organizationId, visitor, passwordHash)
      }).live()
      if (story === studio) await takesBooksOver(demoParts, api, opened.organizationId, story)
      result.organizations.push({
        name: story.name,
        slug: story.slug,
        invoices,
        people: story.people,
        contact: contact ?? null,
      })
    }
    if (options.withOperator && (await prepareSetUp(demoParts))) {
      await createUser(demoParts, { name: 'Olivia Operator', email: operatorEmail, passwordHash })
      await makePlatformAdmin(demoParts, operatorEmail)
      result.operator = operatorEmail
    }
    // The sessions of the story end with it.
    await database.global(system, (tx) =>
      tx.change(db.updateTable('sessions').set({ revoked_at: tx.now }).where('user_agent', '=', 'demo')),
    )
    await edge.close()
    return result
  } finally {
    await database.close()
  }
}

export { scaleDemo } from './scale.ts'

/** The demo's studio, which is made larger on demand. @throws Error where it is not there */
export async function demoStudio(database: Database): Promise<{ id: string; name: string }> {
  const found = await database.global(system, (tx) =>
    tx.first(db.selectFrom('organizations').select(['id', 'name']).where('slug', '=', studio.slug)),
  )
  if (!found) throw new Error(`${studio.name} is not there.`)
  return found
}

/** Whether this installation has the demo, or organizations at its addresses. */
export async function isDemoHere(database: Database): Promise<boolean> {
  const found = await database.global(system, (tx) =>
    tx.all(db.selectFrom('organizations').select('id').where('slug', 'in', [studio.slug, consultancy.slug])),
  )
  return found.length > 0
}

/** The organization and its people; the owner is signed in for the length of the story. */
async function openOrganization(
  parts: AppParts,
  story: Story,
  passwordHash: string,
  ownerId: string | undefined,
): Promise<{ token: string; organizationId: string }> {
  const users: { userId: string; role: string }[] = []
  for (const person of story.people)
    users.push({
      userId: (await createUser(parts, { name: person.name, email: person.email, passwordHash })).userId,
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
    tx.later(openSession(tx.now, owner.userId, 'staff', token))
    return seeded.organizationId
  })
  return { token, organizationId }
}

/** A contact's account in the portal, with a session that lasts for the story. */
async function enterPortal(
  parts: AppParts,
  organizationId: string,
  contact: { id: string; name: string; email: string },
  passwordHash: string,
): Promise<string> {
  const { userId } = await createUser(parts, { name: contact.name, email: contact.email, passwordHash })
  const token = newToken()
  await parts.database.withOrganization(organizationId, system, async (tx) => {
    await tx.batch([
      db
        .updateTable('contacts')
        .set({ user_id: userId })
        .where('organization_id', '=', organizationId)
        .where('id', '=', fromPublicId('contact', contact.id) as string),
      db.insertInto('directory').values({
        user_id: userId,
        organization_id: organizationId,
        kind: 'contact',
        created_at: tx.now,
      }),
      openSession(tx.now, userId, 'portal', token),
    ])
  })
  return token
}

function openSession(now: string, userId: string, realm: 'staff' | 'portal', token: string) {
  return db.insertInto('sessions').values({
    id: newId(),
    token_hash: sha256(token),
    user_id: userId,
    realm,
    created_at: now,
    last_seen_at: now,
    expires_at: new Date(Date.parse(now) + 366 * 86_400_000).toISOString(),
    user_agent: 'demo',
  })
}
