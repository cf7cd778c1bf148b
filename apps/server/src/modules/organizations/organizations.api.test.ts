import { createOrganization, getMe, getWorkspace, roleSeeds, updateOrganization } from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { db, statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

const app = await testApp({ environment: { PORTICO_REGISTRATION: 'open' } })
const closed = await testApp()
afterAll(async () => {
  await app.close()
  await closed.close()
})

describe('an organization', () => {
  test('is made with slug, plan, billing status, settings and roles; who made it owns it [ORG-02] [ORG-37] [ORG-38] [RBAC-16]', async () => {
    const { owner } = await app.fixtures.organization()
    const made = await app.call(
      createOrganization,
      { token: owner.token },
      { body: { name: 'Pamoja Works', country: 'US', currency: 'USD', timezone: 'America/New_York' } },
    )
    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      slug: 'pamoja-works',
      name: 'Pamoja Works',
      mode: 'live',
      role: { key: 'owner', name: 'Owner' },
      logo_url: null,
    })
    const workspace = await app.call(getWorkspace, { token: owner.token, organizationId: made.body.id })
    expect(workspace.body).toMatchObject({
      organization: {
        slug: 'pamoja-works',
        plan: { key: 'self_hosted', name: 'Self-hosted' },
        billing_status: 'active',
        base_currency: 'USD',
        timezone: 'America/New_York',
        paper: 'Letter',
        version: 1,
      },
      membership: { role: { key: 'owner', name: 'Owner' }, is_limited_to_assigned_clients: false },
      today: '2026-03-10',
    })
    expect(workspace.body.permissions.toSorted()).toEqual(
      [...(roleSeeds.find((role) => role.key === 'owner')?.permissions ?? [])].toSorted(),
    )
  })

  test('gets a slug of its own by name, or the one asked for; a taken one is refused [ORG-02]', async () => {
    const { owner } = await app.fixtures.organization()
    const make = (body: { name: string; slug?: string }) =>
      app.call(createOrganization, { token: owner.token }, { body })
    expect((await make({ name: 'Twin Rivers' })).body).toMatchObject({ slug: 'twin-rivers' })
    expect((await make({ name: 'Twin  Rivers!' })).body).toMatchObject({ slug: 'twin-rivers-2' })
    expect((await make({ name: 'Other', slug: 'my-own' })).body).toMatchObject({ slug: 'my-own' })
    expect((await make({ name: 'Other', slug: 'my-own' })).body).toMatchObject({
      code: 'slug_taken',
      status: 409,
    })
    expect((await make({ name: 'Other', slug: 'admin' })).body).toMatchObject({ code: 'slug_taken' })
    expect((await make({ name: 'Admin' })).body).toMatchObject({ slug: 'admin-2' })
    expect((await make({ name: 'Other', slug: 'Not A Slug' })).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/slug' }],
    })
    const racing = await Promise.all([1, 2, 3].map(() => make({ name: 'Race', slug: 'race' })))
    expect(racing.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
  })

  test('is made once, however often the same request is sent [ORG-01]', async () => {
    const { owner } = await app.fixtures.organization()
    const send = (name: string, idempotencyKey: string) =>
      app.call(createOrganization, { token: owner.token }, { body: { name }, idempotencyKey })
    const first = await send('Once Only', 'my-key')
    const again = await send('Once Only', 'my-key')
    expect(again.body).toEqual(first.body)
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect((await send('Something Else', 'my-key')).body).toMatchObject({ code: 'idempotency_key_reused' })
    const twins = await Promise.all([1, 2, 3].map(() => send('Twins', 'twin-key')))
    expect(new Set(twins.map((answer) => answer.body.id)).size).toBe(1)
    const other = await app.fixtures.organization()
    const theirs = await app.call(
      createOrganization,
      { token: other.owner.token },
      { body: { name: 'Once Only' }, idempotencyKey: 'my-key' },
    )
    expect(theirs.body).toMatchObject({ slug: 'once-only-2' })
  })

  test('is made by anybody where registration is open, else by a platform admin; signed out by nobody [ORG-01]', async () => {
    expect((await app.call(createOrganization, {}, { body: { name: 'X' } })).status).toBe(401)
    const { owner } = await closed.fixtures.organization()
    expect(
      (await closed.call(createOrganization, { token: owner.token }, { body: { name: 'X' } })).body,
    ).toMatchObject({ code: 'registration_closed', status: 403 })
  })

  test('is one of several for a person, with a role of its own in each; the switcher lists them [ORG-01] [ORG-06] [ORG-07] [ORG-08] [ORG-39]', async () => {
    const [one, two] = [
      await app.fixtures.organization({ name: 'Zebra' }),
      await app.fixtures.organization({ name: 'Antelope' }),
    ]
    const support = await app.fixtures.member(two, { role: 'support' })
    await app.fixtures.inOrganization(one.id, async (tx) => {
      await tx.all(
        db.insertInto('memberships').values({
          organization_id: one.id,
          id: newId(),
          user_id: support.userId,
          role_id: one.roleIds.get('admin') as string,
          created_at: tx.now,
          updated_at: tx.now,
        }),
      )
      await tx.all(
        db
          .insertInto('directory')
          .values({ user_id: support.userId, organization_id: one.id, kind: 'member', created_at: tx.now }),
      )
    })
    const me = await app.call(getMe, { token: support.token })
    expect(me.body.organizations.map(({ name, role }) => [name, role.key])).toEqual([
      ['Antelope', 'support'],
      ['Zebra', 'admin'],
    ])
    const rights = async (organizationId: string) =>
      (await app.call(getWorkspace, { token: support.token, organizationId })).body.permissions
    expect(await rights(one.publicId)).toContain('organizations.settings.edit')
    expect(await rights(two.publicId)).not.toContain('organizations.settings.edit')
  })

  test('is seen by its own members alone; another answers like one that does not exist [ORG-04] [RBAC-03] [RBAC-04]', async () => {
    const [mine, theirs] = [await app.fixtures.organization(), await app.fixtures.organization()]
    for (const role of ['owner', 'admin', 'manager', 'member']) {
      const person = await app.fixtures.member(mine, { role })
      expect((await app.call(getWorkspace, person)).body).toMatchObject({
        organization: { id: mine.publicId },
      })
      const other = await app.call(getWorkspace, { token: person.token, organizationId: theirs.publicId })
      const none = await app.call(getWorkspace, {
        token: person.token,
        organizationId: app.id('organization', newId()),
      })
      expect([
        other.status,
        (other.body as { code?: string }).code,
        (other.body as { detail?: string }).detail,
      ]).toEqual([
        none.status,
        (none.body as { code?: string }).code,
        (none.body as { detail?: string }).detail,
      ])
      expect(other.status).toBe(404)
    }
  })

  test('lets a suspended member in no more, from the next request on [ORG-04] [AUTH-42]', async () => {
    const organization = await app.fixtures.organization()
    const member = await app.fixtures.member(organization, { role: 'member' })
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.change(
        statement(`update memberships set status = 'suspended' where organization_id = $1 and id = $2`)(
          organization.id,
          member.membershipId,
        ),
      ),
    )
    expect((await app.call(getWorkspace, member)).status).toBe(404)
    expect((await app.call(getMe, { token: member.token })).body).toMatchObject({ organizations: [] })
  })
})

describe('its settings', () => {
  test('take a new name, colour, time zone, currency and tax identity [ORG-11] [ORG-13] [ORG-14] [ORG-15] [ORG-16] [ORG-38]', async () => {
    const organization = await app.fixtures.organization()
    const body = {
      name: 'New name',
      legal_name: 'New name Ltd',
      brand_color: '#b45309',
      timezone: 'Asia/Kathmandu',
      base_currency: 'NPR',
      tin: '123-456-789',
      vrn: '40-012345-A',
      prices_include_tax: true,
      tax_rounding: 'line' as const,
      address: { line1: '1 Durbar Marg', city: 'Kathmandu' },
      invoice_number_pattern: 'F/{YY}/{NNNN}',
      payment_terms_days: 30,
      locale: 'sw' as const,
    }
    const answer = await app.call(updateOrganization, organization.owner, { body, version: 1 })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ ...body, version: 2 })
    const workspace = await app.call(getWorkspace, organization.owner)
    expect(workspace.body.organization).toEqual(answer.body)
    expect((await app.call(getMe, organization.owner)).body.organizations).toMatchObject([
      { name: 'New name', brand_color: '#b45309' },
    ])
  })

  test('are changed from the version that was seen; a lost race is told [ORG-11]', async () => {
    const { owner } = await app.fixtures.organization()
    expect((await app.call(updateOrganization, owner, { body: { name: 'A' } })).body).toMatchObject({
      code: 'version_required',
      status: 428,
    })
    expect((await app.call(updateOrganization, owner, { body: { name: 'A' }, version: 1 })).status).toBe(200)
    expect(
      (await app.call(updateOrganization, owner, { body: { name: 'B' }, version: 1 })).body,
    ).toMatchObject({ code: 'version_mismatch', status: 412, current_version: 2 })
    const racing = await Promise.all(
      ['C', 'D', 'E'].map((name) => app.call(updateOrganization, owner, { body: { name }, version: 2 })),
    )
    expect(racing.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 412, 412])
    expect((await app.call(updateOrganization, owner, { body: {}, version: 3 })).body).toMatchObject({
      version: 3,
    })
  })

  test.each([
    [{ timezone: 'Africa/Atlantis' }, '/timezone'],
    [{ base_currency: 'XQX' }, '/base_currency'],
    [{ brand_color: 'teal' }, '/brand_color'],
    [{ invoice_number_pattern: 'INV-{YYYY}' }, '/invoice_number_pattern'],
    [{ invoice_number_pattern: 'INV-{NNN}' }, '/invoice_number_pattern'],
    [{ receipt_number_pattern: 'RCP-{YYYY}-{NNN}<b>' }, '/receipt_number_pattern'],
    [{ default_tax_rate_key: 'no-such-rate' }, '/default_tax_rate_key'],
    [{ payment_terms_days: 400 }, '/payment_terms_days'],
    [{ plan: 'enterprise' }, '/plan'],
  ])('refuse %j beside the field [ORG-14] [ORG-15] [ORG-16]', async (body, pointer) => {
    const { owner } = await app.fixtures.organization()
    const answer = await app.call(updateOrganization, owner, { body: body as never, version: 1 })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({ code: 'validation_failed', errors: [{ pointer }] })
  })

  test('name a default tax rate that exists [ORG-16]', async () => {
    const organization = await app.fixtures.organization()
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        db.insertInto('tax_rates').values({
          organization_id: organization.id,
          id: newId(),
          key: 'vat',
          name: 'VAT',
          category: 'standard',
          percent: '18',
          valid_from: '2020-01-01',
          created_at: tx.now,
        }),
      ),
    )
    expect(
      (
        await app.call(updateOrganization, organization.owner, {
          body: { default_tax_rate_key: 'vat' },
          version: 1,
        })
      ).body,
    ).toMatchObject({ default_tax_rate_key: 'vat' })
    expect(
      (
        await app.call(updateOrganization, organization.owner, {
          body: { default_tax_rate_key: null },
          version: 2,
        })
      ).body,
    ).toMatchObject({ default_tax_rate_key: null })
  })

  test('keep the base currency once money was booked in it [ORG-15]', async () => {
    const organization = await app.fixtures.organization({ currency: 'TZS' })
    const client = await app.fixtures.client(organization)
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        statement(
          `insert into journal_entries (organization_id, id, kind, source_kind, source_id, client_id, occurred_on, created_at) values ($1, $2, 'payment_received', 'payment', $2, $3, '2026-03-01', $4)`,
        )(organization.id, newId(), client.id, tx.now),
      ),
    )
    expect(
      (await app.call(updateOrganization, organization.owner, { body: { base_currency: 'USD' }, version: 1 }))
        .body,
    ).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/base_currency', code: 'base_currency_in_use' }],
    })
    expect(
      (
        await app.call(updateOrganization, organization.owner, {
          body: { base_currency: 'TZS', name: 'Same currency' },
          version: 1,
        })
      ).status,
    ).toBe(200)
  })

  test('are changed by owner and admin, by nobody else [RBAC-05] [RBAC-06] [RBAC-13]', async () => {
    const organization = await app.fixtures.organization()
    let version = 1
    for (const role of ['owner', 'admin'])
      expect(
        (
          await app.call(updateOrganization, await app.fixtures.member(organization, { role }), {
            body: { name: role },
            version: version++,
          })
        ).status,
      ).toBe(200)
    for (const role of ['manager', 'member', 'finance', 'project_manager', 'support']) {
      expect(
        (
          await app.call(updateOrganization, await app.fixtures.member(organization, { role }), {
            body: { name: role },
            version,
          })
        ).body,
      ).toMatchObject({ code: 'permission_denied', status: 403 })
    }
    const contact = await app.fixtures.contact(organization, await app.fixtures.client(organization))
    expect(
      (
        await app.call(
          updateOrganization,
          { token: contact.token, organizationId: organization.publicId },
          { body: { name: 'x' }, version },
        )
      ).status,
    ).toBe(401)
    const stranger = await app.fixtures.organization()
    expect(
      (
        await app.call(
          updateOrganization,
          { token: stranger.owner.token, organizationId: organization.publicId },
          { body: { name: 'x' }, version },
        )
      ).status,
    ).toBe(404)
    expect(
      (
        await app.call(
          updateOrganization,
          { organizationId: organization.publicId },
          { body: { name: 'x' }, version },
        )
      ).status,
    ).toBe(401)
  })

  test('leave what changed in the audit log, and an event [ORG-38]', async () => {
    const organization = await app.fixtures.organization({ name: 'Before' })
    await app.call(updateOrganization, organization.owner, {
      body: { name: 'After', timezone: 'UTC' },
      version: 1,
    })
    const rows = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.batch([
        statement<{ actor_kind: string; before: unknown; after: unknown }>(
          `select e.actor_kind, p.before, p.after from audit_entries e join audit_payloads p on p.organization_id = e.organization_id and p.entry_id = e.id where e.organization_id = $1 and e.action = 'organizations.settings_changed'`,
        )(organization.id),
        statement<{ n: number }>(
          `select count(*) as n from domain_events where organization_id = $1 and type = 'organization.updated'`,
        )(organization.id),
      ]),
    )
    expect(rows[0]).toEqual([
      {
        actor_kind: 'member',
        before: { name: 'Before', timezone: 'Africa/Dar_es_Salaam' },
        after: { name: 'After', timezone: 'UTC' },
      },
    ])
    expect(rows[1]).toEqual([{ n: 1 }])
  })
})
