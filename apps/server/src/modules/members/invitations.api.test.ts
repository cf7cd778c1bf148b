import {
  acceptInvitation,
  createInvitation,
  getMe,
  getWorkspace,
  listInvitations,
  listMembers,
  readInvitation,
  resendInvitation,
  revokeInvitation,
  signIn,
} from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { Browser } from '../../../test/browser.ts'
import type { BuiltOrganization } from '../../../test/fixtures.ts'
import { mailsTo, tokenOf } from '../../../test/mailbox.ts'
import { statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { createUser } from '../identity/index.ts'

const app = await testApp()
afterAll(() => app.close())

const password = 'seven green kettles'
const visit = () => new Browser(app)
let count = 0
const address = (): string => `Invited.${++count}@Example.com`
const role = (organization: BuiltOrganization, key: string): string =>
  app.id('role', organization.roleIds.get(key) as string)
const invite = (
  organization: BuiltOrganization,
  email: string,
  key = 'member',
  caller: Parameters<typeof app.call>[1] = organization.owner,
) => app.call(createInvitation, caller, { body: { email, role_id: role(organization, key) } })
const linkOf = async (organization: BuiltOrganization, email: string): Promise<string> =>
  tokenOf((await mailsTo(app, organization.id, email)).at(-1))
const accept = (
  browser: Browser,
  token: string,
  body: { name: string; password: string } | { password: string } | Record<string, never>,
) => browser.call(acceptInvitation, { params: { token }, body })

describe('an invitation', () => {
  test('goes out by mail and is stored, valid for seven days [ORG-29] [ORG-40] [EML-03]', async () => {
    const organization = await app.fixtures.organization({ name: 'Kilimo Studio' })
    const email = address()
    const answer = await invite(organization, email, 'project_manager')
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      email,
      role: { key: 'project_manager' },
      status: 'pending',
      invited_by: organization.owner.name,
      expires_at: '2026-03-17T09:00:00.000Z',
    })
    const [mail] = await mailsTo(app, organization.id, email)
    expect(mail).toMatchObject({
      template: 'invitation',
      props: {
        inviter: organization.owner.name,
        organization: 'Kilimo Studio',
        role: 'Project manager',
        expiresOn: '2026-03-17',
      },
    })
    expect(mail?.props.url).toMatch(/^http:\/\/localhost:3000\/invitations\/[\w-]{64}$/)
    expect((await app.call(listInvitations, organization.owner)).body.data).toEqual([answer.body])
    const [row] = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        statement<{ hash: number }>(
          'select length(token_hash) as hash from invitations where organization_id = $1',
        )(organization.id),
      ),
    )
    expect(row).toEqual({ hash: 32 })
  })

  test('is accepted by a new person, who gets a verified account and is signed in [ORG-30] [ORG-07]', async () => {
    const organization = await app.fixtures.organization({ name: 'Kilimo Studio' })
    const email = address()
    await invite(organization, email, 'manager')
    const token = await linkOf(organization, email)
    const browser = visit()
    expect((await browser.call(readInvitation, { params: { token } })).body).toEqual({
      organization_name: 'Kilimo Studio',
      logo_url: null,
      brand_color: '#0f766e',
      email,
      role_name: 'Manager',
      has_account: false,
      expires_at: '2026-03-17T09:00:00.000Z',
    })
    expect((await accept(browser, token, {})).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/name', code: 'required' }],
    })
    expect((await accept(browser, token, { name: 'Juma', password: 'password123' })).body).toMatchObject({
      code: 'password_too_weak',
    })
    const joined = await accept(browser, token, { name: 'Juma Bakari', password })
    expect(joined.body).toMatchObject({ id: organization.publicId, role: { key: 'manager' } })
    expect((await browser.call(getMe)).body).toMatchObject({
      name: 'Juma Bakari',
      email,
      email_verified: true,
      organizations: [{ id: organization.publicId }],
    })
    expect(
      (await browser.call(getWorkspace, { organizationId: organization.publicId })).body.membership.role.key,
    ).toBe('manager')
    expect((await visit().call(signIn, { body: { email, password } })).status).toBe(200)
    expect((await app.call(listInvitations, organization.owner)).body.data).toMatchObject([
      { status: 'accepted' },
    ])
    expect((await accept(visit(), token, { password })).body).toMatchObject({
      code: 'token_invalid',
      status: 410,
    })
  })

  test('is accepted by a known person with the password, or with the session they have [ORG-30] [ORG-06]', async () => {
    const [one, two] = [await app.fixtures.organization(), await app.fixtures.organization()]
    const email = address()
    await createUser(app.parts, { name: 'Known', email, password })
    await invite(one, email)
    await invite(two, email)
    const [first, second] = [await linkOf(one, email), await linkOf(two, email)]
    const browser = visit()
    expect((await browser.call(readInvitation, { params: { token: first } })).body).toMatchObject({
      has_account: true,
    })
    expect((await accept(browser, first, {})).body).toMatchObject({
      errors: [{ pointer: '/password', code: 'required' }],
    })
    expect((await accept(browser, first, { password: 'not this one at all' })).body).toMatchObject({
      code: 'wrong_credentials',
    })
    expect(
      (await accept(browser, first, { name: 'Mallory', password: 'nine purple lanterns' })).body,
    ).toMatchObject({ code: 'wrong_credentials' })
    expect((await accept(browser, first, { password })).status).toBe(200)
    expect((await accept(browser, second, {})).status).toBe(200)
    expect((await browser.call(getMe)).body).toMatchObject({
      name: 'Known',
      organizations: [{ id: expect.any(String) }, { id: expect.any(String) }],
    })
  })

  test('is for the invited address: somebody else who is signed in cannot take it [ORG-30]', async () => {
    const organization = await app.fixtures.organization()
    const email = address()
    const other = address()
    await createUser(app.parts, { name: 'Other', email: other, password })
    await invite(organization, email)
    const browser = visit()
    await browser.call(signIn, { body: { email: other, password } })
    expect((await accept(browser, await linkOf(organization, email), {})).body).toMatchObject({
      code: 'invitation_for_another',
      status: 403,
    })
  })

  test('wrong passwords on it count and lock like at the sign-in [AUTH-30] [ORG-30]', async () => {
    const organization = await app.fixtures.organization()
    const email = address()
    await createUser(app.parts, { name: 'Known', email, password })
    await invite(organization, email)
    const token = await linkOf(organization, email)
    for (let at = 0; at < 5; at++) await accept(visit(), token, { password: 'not this one at all' })
    expect((await accept(visit(), token, { password })).body).toMatchObject({ code: 'account_locked' })
  })

  test('expires after seven days, and can be sent again with a new link [ORG-31] [ORG-29]', async () => {
    const organization = await app.fixtures.organization()
    const email = address()
    const { body } = await invite(organization, email)
    const old = await linkOf(organization, email)
    app.clock.advance(7 * 86_400_000)
    expect((await visit().call(readInvitation, { params: { token: old } })).body).toMatchObject({
      code: 'token_invalid',
      status: 410,
    })
    expect((await accept(visit(), old, { name: 'Late', password })).body).toMatchObject({
      code: 'token_invalid',
    })
    expect((await app.call(listInvitations, organization.owner)).body.data).toMatchObject([
      { status: 'expired' },
    ])
    const sent = await app.call(resendInvitation, organization.owner, { params: { invitation_id: body.id } })
    expect(sent.body).toMatchObject({ id: body.id, status: 'pending' })
    expect(Date.parse(sent.body.expires_at) - app.clock.now().getTime()).toBe(7 * 86_400_000)
    const fresh = await linkOf(organization, email)
    expect((await visit().call(readInvitation, { params: { token: old } })).status).toBe(410)
    expect((await accept(visit(), fresh, { name: 'In time', password })).status).toBe(200)
    expect(
      (await app.call(resendInvitation, organization.owner, { params: { invitation_id: body.id } })).body,
    ).toMatchObject({ code: 'status_transition_denied' })
  })

  test('is revoked, which ends its link at once [ORG-32]', async () => {
    const organization = await app.fixtures.organization()
    const email = address()
    const { body } = await invite(organization, email)
    const token = await linkOf(organization, email)
    expect(
      (await app.call(revokeInvitation, organization.owner, { params: { invitation_id: body.id } })).body,
    ).toMatchObject({ status: 'revoked' })
    expect((await accept(visit(), token, { name: 'Late', password })).body).toMatchObject({
      code: 'token_invalid',
    })
    expect(
      (await app.call(revokeInvitation, organization.owner, { params: { invitation_id: body.id } })).body,
    ).toMatchObject({ code: 'status_transition_denied', status: 409 })
    expect((await invite(organization, email)).body).toMatchObject({ status: 'pending' })
  })

  test('for an address that waits already takes the place of the one before, also from two hands at once [ORG-29]', async () => {
    const organization = await app.fixtures.organization()
    const email = address()
    await invite(organization, email, 'member')
    const old = await linkOf(organization, email)
    expect((await invite(organization, email.toUpperCase(), 'support')).body).toMatchObject({
      role: { key: 'support' },
    })
    expect((await visit().call(readInvitation, { params: { token: old } })).status).toBe(410)
    const answers = await Promise.all([1, 2, 3].map(() => invite(organization, email)))
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201])
    expect((await app.call(listInvitations, organization.owner)).body.data).toHaveLength(1)
  })

  test('is not for who is a member already; who was removed may come back [ORG-29] [ORG-30]', async () => {
    const organization = await app.fixtures.organization()
    const member = await app.fixtures.member(organization, { role: 'admin' })
    expect((await invite(organization, member.email.toUpperCase())).body).toMatchObject({
      code: 'already_member',
      status: 409,
    })
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.change(
        statement(`update memberships set status = 'removed' where organization_id = $1 and id = $2`)(
          organization.id,
          member.membershipId,
        ),
      ),
    )
    expect((await invite(organization, member.email, 'support')).status).toBe(201)
    expect(
      (await accept(visit(), await linkOf(organization, member.email), { name: 'Back again', password }))
        .body,
    ).toMatchObject({ role: { key: 'support' } })
    const team = (await app.call(listMembers, organization.owner)).body.data
    expect(team.find((one) => one.id === app.id('membership', member.membershipId))).toMatchObject({
      status: 'active',
      role: { key: 'support' },
    })
  })

  test('hands out no more than its sender may do, and never the role of the portal [RBAC-14] [RBAC-09]', async () => {
    const organization = await app.fixtures.organization()
    const admin = await app.fixtures.member(organization, { role: 'admin' })
    expect((await invite(organization, address(), 'owner', admin)).body).toMatchObject({
      code: 'permission_denied',
    })
    expect((await invite(organization, address(), 'admin', admin)).status).toBe(201)
    expect((await invite(organization, address(), 'client')).body).toMatchObject({
      errors: [{ pointer: '/role_id' }],
    })
    const ownerInvitation = (await invite(organization, address(), 'owner')).body
    expect(
      (await app.call(resendInvitation, admin, { params: { invitation_id: ownerInvitation.id } })).body,
    ).toMatchObject({ code: 'permission_denied' })
  })

  test('of another organization, or none, cannot be touched; nor by those without the right [ORG-04] [RBAC-13] [ORG-32]', async () => {
    const [mine, theirs] = [await app.fixtures.organization(), await app.fixtures.organization()]
    const { body } = await invite(theirs, address())
    for (const operation of [resendInvitation, revokeInvitation]) {
      expect((await app.call(operation, mine.owner, { params: { invitation_id: body.id } })).status).toBe(404)
      expect(
        (await app.call(operation, mine.owner, { params: { invitation_id: app.id('invitation', newId()) } }))
          .status,
      ).toBe(404)
      expect(
        (
          await app.call(
            operation,
            { organizationId: theirs.publicId },
            { params: { invitation_id: body.id } },
          )
        ).status,
      ).toBe(401)
      expect(
        (
          await app.call(operation, await app.fixtures.member(theirs, { role: 'manager' }), {
            params: { invitation_id: body.id },
          })
        ).status,
      ).toBe(403)
    }
    expect(
      (
        await app.call(createInvitation, mine.owner, {
          body: { email: address(), role_id: role(theirs, 'member') },
        })
      ).body,
    ).toMatchObject({ errors: [{ pointer: '/role_id', code: 'unknown_id' }] })
    expect(
      (await invite(mine, address(), 'member', await app.fixtures.member(mine, { role: 'manager' }))).status,
    ).toBe(403)
    expect(
      (await app.call(listInvitations, await app.fixtures.member(mine, { role: 'member' }))).status,
    ).toBe(403)
    expect((await app.call(listInvitations, mine.owner)).body.data).toEqual([])
    expect((await invite(mine, 'no address')).body).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/email' }],
    })
  })

  test.each(['x', '../../etc', 'A'.repeat(64), 'B'.repeat(300)])(
    'with the token %j leads nowhere [ORG-30]',
    async (token) => {
      expect((await visit().call(readInvitation, { params: { token } })).body).toMatchObject({
        code: 'token_invalid',
      })
      expect((await accept(visit(), token, { name: 'X', password })).body).toMatchObject({
        code: 'token_invalid',
      })
    },
  )

  test('is accepted once, however often it is pressed [ORG-30]', async () => {
    const organization = await app.fixtures.organization()
    const email = address()
    await invite(organization, email)
    const token = await linkOf(organization, email)
    const answers = await Promise.all(
      [1, 2, 3].map(() => accept(visit(), token, { name: 'Eager', password })),
    )
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 410, 410])
    expect((await app.call(listMembers, organization.owner)).body.data).toHaveLength(2)
  })

  test('lists page by page, newest first [ORG-40]', async () => {
    const organization = await app.fixtures.organization()
    const emails = [address(), address(), address()]
    for (const email of emails) {
      await invite(organization, email)
      app.clock.advance(1000)
    }
    const first = await app.call(listInvitations, organization.owner, { query: { limit: 2 } })
    expect(first.body.data.map((one) => one.email)).toEqual([emails[2], emails[1]])
    const second = await app.call(listInvitations, organization.owner, {
      query: { limit: 2, after: first.body.next_cursor as string },
    })
    expect(second.body.data.map((one) => one.email)).toEqual([emails[0]])
    expect(
      (
        await app.call(listInvitations, organization.owner, {
          query: { limit: 2, before: second.body.previous_cursor as string },
        })
      ).body.data,
    ).toEqual(first.body.data)
  })
})
