import { rightsPresets, toPublicId, type PortalRight } from '@portico/contract'
import { seedOrganization } from '../src/modules/organizations/seed-organization.ts'
import { newToken, sha256 } from '../src/platform/crypto/tokens.ts'
import { db, type Tx } from '../src/platform/database/index.ts'
import { newId } from '../src/platform/ids.ts'
import { systemPrincipal } from '../src/platform/principal.ts'
import type { Caller, TestApp } from './app.ts'

export type BuiltOrganization = {
  id: string
  publicId: string
  slug: string
  roleIds: ReadonlyMap<string, string>
  owner: BuiltMember
}
export type BuiltMember = Caller & {
  token: string
  organizationId: string
  userId: string
  membershipId: string
  email: string
  name: string
}
export type BuiltClient = { id: string; publicId: string; name: string }
export type BuiltContact = Caller & {
  token: string
  organizationId: string
  clientId: string
  contactId: string
  userId: string
  email: string
}

const system = systemPrincipal('fixtures')
let count = 0

/** Builders that make their own parents and take only what matters. Ids are bare uuids; `publicId` and callers carry public ones. */
export class Fixtures {
  readonly #app: TestApp

  constructor(app: TestApp) {
    this.#app = app
  }

  /** An organization with settings, roles and an owner who is signed in. */
  async organization(
    given: { name?: string; currency?: string; country?: string; timezone?: string } = {},
  ): Promise<BuiltOrganization> {
    const number = ++count
    const slug = `org-${number}-${newId().slice(-6)}`
    const seeded = await this.#app.parts.database.global(system, (tx) =>
      seedOrganization(tx, {
        name: given.name ?? `Organization ${number}`,
        slug,
        currency: given.currency ?? 'USD',
        country: given.country ?? 'TZ',
        timezone: given.timezone ?? 'Africa/Dar_es_Salaam',
      }),
    )
    const built = {
      id: seeded.organizationId,
      publicId: toPublicId('organization', seeded.organizationId),
      slug,
      roleIds: seeded.roleIds,
    }
    return { ...built, owner: await this.member(built, { role: 'owner' }) }
  }

  async user(
    given: { name?: string; email?: string } = {},
  ): Promise<{ userId: string; email: string; name: string }> {
    const number = ++count
    const userId = newId()
    const email = given.email ?? `person-${number}-${userId.slice(-6)}@example.com`
    const name = given.name ?? `Person ${number}`
    await this.#global((tx) =>
      tx.all(
        db.insertInto('users').values({
          id: userId,
          email,
          email_key: email.toLowerCase(),
          name,
          email_verified_at: tx.now,
          created_at: tx.now,
          updated_at: tx.now,
        }),
      ),
    )
    return { userId, email, name }
  }

  /** Somebody who runs the installation, signed in; a member of no organization. */
  async platformAdmin(
    given: { name?: string; email?: string } = {},
  ): Promise<Caller & { userId: string; email: string }> {
    const user = await this.user(given)
    await this.#global((tx) =>
      tx.change(db.updateTable('users').set({ is_platform_admin: true }).where('id', '=', user.userId)),
    )
    return { ...user, token: await this.session(user.userId, 'staff') }
  }

  async session(userId: string, realm: 'staff' | 'portal'): Promise<string> {
    const token = newToken()
    await this.#global((tx) =>
      tx.all(
        db.insertInto('sessions').values({
          id: newId(),
          token_hash: sha256(token),
          user_id: userId,
          realm,
          created_at: tx.now,
          last_seen_at: tx.now,
          expires_at: new Date(Date.parse(tx.now) + 400 * 86_400_000).toISOString(),
        }),
      ),
    )
    return token
  }

  /** A member with a role of the seed table (`owner`, `admin`, `manager`, `member`, `finance`, `project_manager`, `support`), signed in. */
  async member(
    organization: Pick<BuiltOrganization, 'id' | 'publicId' | 'roleIds'>,
    given: { role: string; isLimited?: boolean; assignedTo?: string[] },
  ): Promise<BuiltMember> {
    const user = await this.user()
    const membershipId = newId()
    await this.inOrganization(organization.id, async (tx) => {
      await tx.all(
        db.insertInto('memberships').values({
          organization_id: organization.id,
          id: membershipId,
          user_id: user.userId,
          role_id: organization.roleIds.get(given.role) as string,
          is_limited_to_assigned_clients: given.isLimited ?? false,
          created_at: tx.now,
          updated_at: tx.now,
        }),
      )
      await tx.all(
        db.insertInto('directory').values({
          user_id: user.userId,
          organization_id: organization.id,
          kind: 'member',
          created_at: tx.now,
        }),
      )
      for (const client of given.assignedTo ?? [])
        await tx.all(
          db.insertInto('client_assignments').values({
            organization_id: organization.id,
            client_id: client,
            membership_id: membershipId,
            created_at: tx.now,
          }),
        )
    })
    return {
      ...user,
      membershipId,
      organizationId: organization.publicId,
      token: await this.session(user.userId, 'staff'),
    }
  }

  async client(
    organization: { id: string },
    given: {
      name?: string
      status?: 'pending' | 'active' | 'suspended' | 'inactive'
      currency?: string
      email?: string
      requiresPurchaseOrder?: boolean
    } = {},
  ): Promise<BuiltClient> {
    const number = ++count
    const id = newId()
    const name = given.name ?? `Client ${number}`
    await this.inOrganization(organization.id, (tx) =>
      tx.all(
        db.insertInto('clients').values({
          organization_id: organization.id,
          id,
          refid: `CL-T${number}${id.slice(-5).toUpperCase()}`,
          name,
          status: given.status ?? 'active',
          currency: given.currency ?? null,
          email: given.email ?? null,
          email_key: given.email?.toLowerCase() ?? null,
          requires_purchase_order: given.requiresPurchaseOrder ?? false,
          is_portal_enabled: true,
          search_text: name.toLowerCase(),
          created_at: tx.now,
          updated_at: tx.now,
        }),
      ),
    )
    return { id, publicId: toPublicId('client', id), name }
  }

  /** A contact with portal access, signed in to the portal. */
  async contact(
    organization: { id: string; publicId: string },
    client: { id: string; publicId: string },
    given: { rights?: readonly PortalRight[]; email?: string; user?: { userId: string; email: string } } = {},
  ): Promise<BuiltContact> {
    const user = given.user ?? (await this.user(given.email ? { email: given.email } : {}))
    const contactId = newId()
    await this.inOrganization(organization.id, async (tx) => {
      await tx.all(
        db.insertInto('contacts').values({
          organization_id: organization.id,
          id: contactId,
          client_id: client.id,
          user_id: user.userId,
          name: 'Contact',
          email: user.email,
          email_key: user.email.toLowerCase(),
          portal_access: true,
          rights_preset: 'custom',
          rights: [...(given.rights ?? rightsPresets.owner)],
          document_delivery: 'to',
          created_at: tx.now,
          updated_at: tx.now,
        }),
      )
      await tx.all(
        db
          .insertInto('directory')
          .values({
            user_id: user.userId,
            organization_id: organization.id,
            kind: 'contact',
            created_at: tx.now,
          })
          .onConflict((conflict) => conflict.doNothing()),
      )
    })
    return {
      userId: user.userId,
      email: user.email,
      contactId,
      organizationId: organization.publicId,
      clientId: client.publicId,
      token: await this.session(user.userId, 'portal'),
    }
  }

  inOrganization<Answer>(organizationId: string, work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    return this.#app.parts.database.withOrganization(organizationId, system, work)
  }

  #global<Answer>(work: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    return this.#app.parts.database.global(system, work)
  }
}
