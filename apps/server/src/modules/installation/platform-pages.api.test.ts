import {
  endPersonSessions,
  getHealth,
  getInstallation,
  getMe,
  getWorkspace,
  listJobs,
  listPeople,
  listPlatformDeeds,
  listPlatformOrganizations,
  loadDemo,
  lockPerson,
  reactivateOrganization,
  removeJob,
  retryJob,
  suspendOrganization,
  unlockPerson,
  updateInstallation,
} from '@portico/contract'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { db } from '../../platform/database/index.ts'
import { countSizes } from './jobs.ts'

const app = await testApp()
afterAll(() => app.close())
let admin: Awaited<ReturnType<typeof app.fixtures.platformAdmin>>
beforeAll(async () => {
  admin = await app.fixtures.platformAdmin({ name: 'Pia Operator' })
})
const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code

describe('organizations of the installation', () => {
  test('are listed with their size, found by name and address, page by page [OPS-35]', async () => {
    const kilimo = await app.fixtures.organization({ name: 'Kilimo Platform Test' })
    await app.fixtures.client(kilimo)
    await app.fixtures.client(kilimo)
    await countSizes.run(app.parts)
    const found = await app.call(listPlatformOrganizations, admin, { query: { search: 'kilimo PLAT' } })
    expect(found.body.data).toMatchObject([
      {
        slug: kilimo.slug,
        status: 'active',
        size: { members: 1, clients: 2, invoices: 0, file_bytes: 0 },
      },
    ])
    const bySlug = await app.call(listPlatformOrganizations, admin, { query: { search: kilimo.slug } })
    expect(bySlug.body.data).toHaveLength(1)
    // A sign of the pattern is a sign to be found, not a joker.
    expect((await app.call(listPlatformOrganizations, admin, { query: { search: '%' } })).body.data).toEqual(
      [],
    )

    await app.fixtures.organization()
    const first = await app.call(listPlatformOrganizations, admin, { query: { limit: '1' } as never })
    expect(first.body.has_more).toBe(true)
    const next = await app.call(listPlatformOrganizations, admin, {
      query: { limit: '1', after: first.body.next_cursor as string } as never,
    })
    expect(next.body.data[0]?.id).not.toBe(first.body.data[0]?.id)
  })

  test('a suspended one is closed at once for members and pages; they read why; it opens again [OPS-35]', async () => {
    const organization = await app.fixtures.organization({ name: 'Late payer' })
    const at = { params: { organization_id: organization.publicId } }
    const suspended = await app.call(suspendOrganization, admin, {
      ...at,
      body: { reason: 'Unpaid since March' },
    })
    expect(suspended.body).toMatchObject({ status: 'suspended', status_reason: 'Unpaid since March' })
    expect(code(await app.call(getWorkspace, organization.owner))).toBe('not_found')
    const me = await app.call(getMe, organization.owner)
    expect(me.body.organizations).toMatchObject([{ name: 'Late payer', status: 'suspended' }])
    expect(code(await app.call(suspendOrganization, admin, { ...at, body: { reason: 'Again' } }))).toBe(
      'status_transition_denied',
    )

    await app.call(reactivateOrganization, admin, { ...at, body: { reason: 'Paid' } })
    expect((await app.call(getWorkspace, organization.owner)).status).toBe(200)
    // Its own log says what was done to it, by whom and why.
    const entries = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        db
          .selectFrom('audit_entries as e')
          .innerJoin('audit_payloads as p', (join) =>
            join.onRef('p.organization_id', '=', 'e.organization_id').onRef('p.entry_id', '=', 'e.id'),
          )
          .select(['e.action', 'e.actor_kind', 'p.actor_name', 'p.after'])
          .where('e.organization_id', '=', organization.id)
          .where('e.actor_kind', '=', 'platform')
          .orderBy('e.id'),
      ),
    )
    expect(entries).toMatchObject([
      {
        action: 'organizations.suspended',
        actor_name: 'Pia Operator',
        after: { reason: 'Unpaid since March' },
      },
      { action: 'organizations.reactivated', after: { reason: 'Paid' } },
    ])
  })

  test('a reason is needed; an organization that is none is not found [OPS-35]', async () => {
    const organization = await app.fixtures.organization()
    const at = { params: { organization_id: organization.publicId } }
    expect(code(await app.call(suspendOrganization, admin, { ...at, body: { reason: ' ' } }))).toBe(
      'validation_failed',
    )
    const nobody = app.id('organization', '01938c0a-7b1e-7c3d-9f42-5a6b7c8d9e0f')
    const answer = await app.call(suspendOrganization, admin, {
      params: { organization_id: nobody },
      body: { reason: 'Not there' },
    })
    expect(code(answer)).toBe('not_found')
  })
})

describe('people of the installation', () => {
  test('a locked account is signed out and stays out until it is unlocked [OPS-35]', async () => {
    const { owner } = await app.fixtures.organization()
    const at = { params: { user_id: app.id('user', owner.userId) } }
    const locked = await app.call(lockPerson, admin, { ...at, body: { reason: 'Stolen laptop' } })
    expect(locked.body).toMatchObject({ is_locked: true, open_sessions: 0, organizations: 1 })
    expect((await app.call(getMe, owner)).status).toBe(401)
    expect((await app.call(listPeople, admin, { query: { only: 'locked' } })).body.data).toHaveLength(1)
    const unlocked = await app.call(unlockPerson, admin, at)
    expect(unlocked.body).toMatchObject({ is_locked: false, paused_until: null })
    // The old session ended for good; a new one opens.
    expect((await app.call(getMe, owner)).status).toBe(401)
    const again = await app.fixtures.session(owner.userId, 'staff')
    expect((await app.call(getMe, { token: again })).status).toBe(200)
    await app.call(endPersonSessions, admin, at)
    expect((await app.call(getMe, { token: again })).status).toBe(401)
  })

  test('nobody locks the own account; an account that is none is not found [OPS-35]', async () => {
    const own = { params: { user_id: app.id('user', admin.userId) }, body: { reason: 'By mistake' } }
    expect(code(await app.call(lockPerson, admin, own))).toBe('not_yourself')
    expect((await app.call(getMe, admin)).status).toBe(200)
    const nobody = app.id('user', '01938c0a-7b1e-7c3d-9f42-5a6b7c8d9e0f')
    expect(code(await app.call(unlockPerson, admin, { params: { user_id: nobody } }))).toBe('not_found')
  })
})

describe('background jobs', () => {
  test('a failed one shows its error, can be tried again and removed, and both are written down [OPS-35]', async () => {
    const organization = await app.fixtures.organization({ name: 'Job owner' })
    const client = new pg.Client({ connectionString: app.database.urlFor('portico_jobs') })
    await client.connect()
    const added = await client.query(
      `select id from graphile_worker.add_job('emails.send', json_build_object('organizationId', $1::text, 'payload', json_build_object()), max_attempts => 3)`,
      [organization.id],
    )
    const id = String(added.rows[0].id)
    await client.query(
      `select graphile_worker.permanently_fail_jobs(array[$1::bigint], 'the server said no')`,
      [id],
    )
    await client.end()

    const failed = await app.call(listJobs, admin, { query: { state: 'failed' } })
    expect(failed.body.data).toMatchObject([
      {
        id,
        task: 'emails.send',
        state: 'failed',
        last_error: 'the server said no',
        organization: { name: 'Job owner' },
      },
    ])
    const retried = await app.call(retryJob, admin, { params: { job_id: id } })
    expect(retried.body).toMatchObject({ state: 'queued', attempts: 0 })
    expect((await app.call(listJobs, admin, { query: { state: 'failed' } })).body.data).toEqual([])
    expect((await app.call(removeJob, admin, { params: { job_id: id } })).body).toEqual({ done: true })
    expect(code(await app.call(retryJob, admin, { params: { job_id: id } }))).toBe('not_found')
    const deeds = await app.call(listPlatformDeeds, admin, { query: { limit: '2' } as never })
    expect(deeds.body.data).toMatchObject([
      { action: 'job.removed', by: 'Pia Operator', subject: 'emails.send' },
      { action: 'job.retried' },
    ])
  })
})

describe('the installation', () => {
  test('its health says what is well and what to do about the rest [OPS-35]', async () => {
    const { body } = await app.call(getHealth, admin)
    expect(body.checks.find(({ key }) => key === 'database')?.state).toBe('good')
    expect(body.checks.find(({ key }) => key === 'locks')).toMatchObject({ state: 'good' })
    expect(body.checks.find(({ key }) => key === 'mail')).toMatchObject({
      state: 'warning',
      fix: expect.stringContaining('SMTP_URL'),
    })
    expect(body.checks.find(({ key }) => key === 'backup')?.state).toBe('unknown')
    expect(body.versions.schema).toMatch(/^\d{8}T\d+_/)
    expect(body.figures.people).toBeGreaterThan(0)
  })

  test('who operates it and its texts are changed from the version that was read [UX-17]', async () => {
    const before = (await app.call(getInstallation, admin)).body
    const changed = await app.call(updateInstallation, admin, {
      version: before.version,
      body: { operator_name: 'Pwani Hosting', terms: '', is_site_on: false },
    })
    expect(changed.body).toMatchObject({
      operator_name: 'Pwani Hosting',
      terms: null,
      is_site_on: false,
      version: before.version + 1,
    })
    expect(
      code(await app.call(updateInstallation, admin, { version: before.version, body: { imprint: 'x' } })),
    ).toBe('version_mismatch')
  })

  test('the demo is loaded once, and says how it went [OPS-31]', async () => {
    let finish: (detail: string) => void = () => {}
    app.parts.loadDemo = (ownerId) => {
      expect(ownerId).toBe(admin.userId)
      return new Promise((resolve) => (finish = resolve))
    }
    const begun = await app.call(loadDemo, admin)
    expect(begun).toMatchObject({ status: 202, body: { demo: { state: 'loading' } } })
    expect(code(await app.call(loadDemo, admin))).toBe('demo_is_here')
    await expect
      .poll(async () => {
        finish('Kilimo Studio: 60 invoices')
        return (await app.call(getInstallation, admin)).body.demo
      })
      .toEqual({ state: 'loaded', detail: 'Kilimo Studio: 60 invoices' })
  })
})
