import {
  getMe,
  getPortalMe,
  getPortalSite,
  getWorkspace,
  portalSignIn,
  portalSignOut,
  requestPortalSignIn,
  setPortalPassword,
  signIn,
  signUp,
} from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { Browser } from '../../../test/browser.ts'
import type { BuiltClient, BuiltOrganization } from '../../../test/fixtures.ts'
import { systemMailsTo, tokenOf, type QueuedMail } from '../../../test/mailbox.ts'
import { db, statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'

const app = await testApp({ environment: { PORTICO_REGISTRATION: 'open' } })
afterAll(() => app.close())

const visit = () => new Browser(app)
const minute = 60_000
let count = 0

/** A contact who has never signed in: a row with an address, tied to nobody. */
async function newContact(
  organization: BuiltOrganization,
  client: BuiltClient,
  given: { email?: string; portalAccess?: boolean } = {},
): Promise<string> {
  const email = given.email ?? `Contact.${++count}@Client.example`
  await app.fixtures.inOrganization(organization.id, (tx) =>
    tx.all(
      db.insertInto('contacts').values({
        organization_id: organization.id,
        id: newId(),
        client_id: client.id,
        name: 'Zawadi Otieno',
        email,
        email_key: email.toLowerCase(),
        portal_access: given.portalAccess ?? true,
        rights_preset: 'payer',
        rights: ['invoices.read', 'invoices.pay'],
        created_at: tx.now,
        updated_at: tx.now,
      }),
    ),
  )
  return email
}
async function ask(organization: BuiltOrganization, email: string): Promise<QueuedMail | undefined> {
  expect(
    (await visit().call(requestPortalSignIn, { body: { organization_slug: organization.slug, email } })).body,
  ).toEqual({ done: true })
  return (await systemMailsTo(app, email)).at(-1)
}
const setClientLocale = statement('update clients set locale = $3 where organization_id = $1 and id = $2')
const codeOf = (mail: QueuedMail | undefined): string => mail?.props.code ?? ''
const anotherCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

describe('a contact', () => {
  test('asks for a link with the address in the client record; unknown addresses get the same answer and no mail [AUTH-35] [AUTH-53]', async () => {
    const organization = await app.fixtures.organization()
    const client = await app.fixtures.client(organization)
    const email = await newContact(organization, client)
    const mail = await ask(organization, email)
    expect(mail).toMatchObject({
      template: 'portal-sign-in',
      organizationId: organization.id,
      props: { expiresInMinutes: 20 },
    })
    expect(mail?.props.url).toMatch(
      new RegExp(`^http://localhost:3000/client-portal/${organization.slug}/sign-in\\?token=[\\w-]{43}$`),
    )
    expect(codeOf(mail)).toMatch(/^\d{6}$/)
    expect(await ask(organization, 'stranger@client.example')).toBeUndefined()
    const elsewhere = await app.fixtures.organization()
    await visit().call(requestPortalSignIn, { body: { organization_slug: elsewhere.slug, email } })
    await visit().call(requestPortalSignIn, { body: { organization_slug: 'no-such-organization', email } })
    expect(await systemMailsTo(app, email)).toHaveLength(1)
  })

  test('signs in with the link, once, and lands among its clients [AUTH-35] [AUTH-40] [AUTH-53]', async () => {
    const organization = await app.fixtures.organization({ name: 'Kilimo Studio' })
    const client = await app.fixtures.client(organization, { name: 'Zawadi Traders' })
    const email = await newContact(organization, client)
    const mail = await ask(organization, email)
    const browser = visit()
    const answer = await browser.call(portalSignIn, { body: { token: tokenOf(mail) } })
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({
      name: 'Zawadi Otieno',
      email,
      has_password: false,
      places: [
        {
          organization: { id: organization.publicId, slug: organization.slug, name: 'Kilimo Studio' },
          client: { id: client.publicId, name: 'Zawadi Traders', status: 'active' },
          rights: ['invoices.read', 'invoices.pay'],
        },
      ],
    })
    expect((await browser.call(getPortalMe)).body).toMatchObject({ email })
    expect((await visit().call(portalSignIn, { body: { token: tokenOf(mail) } })).body).toMatchObject({
      code: 'token_invalid',
      status: 410,
    })
  })

  test('is let in by the POST alone: looking at the page as often as one likes spends nothing [AUTH-53]', async () => {
    const organization = await app.fixtures.organization()
    const email = await newContact(organization, await app.fixtures.client(organization))
    const mail = await ask(organization, email)
    const url = new URL(mail?.props.url ?? '')
    for (let at = 0; at < 3; at++)
      await app.edge.server.inject({ method: 'GET', url: url.pathname + url.search })
    expect((await visit().call(portalSignIn, { body: { token: tokenOf(mail) } })).status).toBe(200)
  })

  test('has 20 minutes; two uses at the same moment let one in [AUTH-53]', async () => {
    const organization = await app.fixtures.organization()
    const email = await newContact(organization, await app.fixtures.client(organization))
    const late = await ask(organization, email)
    app.clock.advance(20 * minute)
    expect((await visit().call(portalSignIn, { body: { token: tokenOf(late) } })).body).toMatchObject({
      code: 'token_invalid',
    })
    const mail = await ask(organization, email)
    const answers = await Promise.all(
      [1, 2, 3].map(() => visit().call(portalSignIn, { body: { token: tokenOf(mail) } })),
    )
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 410, 410])
  })

  test('signs in with the code instead; five wrong ones end it, the link goes on working [AUTH-53] [AUTH-30]', async () => {
    const organization = await app.fixtures.organization()
    const email = await newContact(organization, await app.fixtures.client(organization))
    const body = (code: string) => ({
      body: { organization_slug: organization.slug, email: email.toLowerCase(), code },
    })
    const first = await ask(organization, email)
    expect((await visit().call(portalSignIn, body(anotherCode(codeOf(first))))).body).toMatchObject({
      code: 'code_invalid',
    })
    expect((await visit().call(portalSignIn, body(codeOf(first)))).status).toBe(200)
    expect((await visit().call(portalSignIn, body(codeOf(first)))).body).toMatchObject({
      code: 'code_invalid',
    })

    app.clock.advance(61 * minute)
    const second = await ask(organization, email)
    for (let at = 0; at < 4; at++) await visit().call(portalSignIn, body(anotherCode(codeOf(second))))
    expect((await visit().call(portalSignIn, body(anotherCode(codeOf(second))))).body).toMatchObject({
      code: 'account_locked',
    })
    expect((await visit().call(portalSignIn, body(codeOf(second)))).body).toMatchObject({
      code: 'account_locked',
    })
    expect((await visit().call(portalSignIn, { body: { token: tokenOf(second) } })).status).toBe(200)
    expect(
      (
        await visit().call(portalSignIn, {
          body: { organization_slug: organization.slug, email: 'stranger@client.example', code: '123456' },
        })
      ).body,
    ).toMatchObject({ code: 'code_invalid' })
  })

  test('uses the code of the newest mail; a code of another organization opens nothing [AUTH-53]', async () => {
    const [organization, other] = [await app.fixtures.organization(), await app.fixtures.organization()]
    const email = await newContact(organization, await app.fixtures.client(organization))
    await newContact(other, await app.fixtures.client(other), { email })
    const older = await ask(organization, email)
    app.clock.advance(1000)
    const newer = await ask(organization, email)
    if (codeOf(older) !== codeOf(newer))
      expect(
        (
          await visit().call(portalSignIn, {
            body: { organization_slug: organization.slug, email, code: codeOf(older) },
          })
        ).body,
      ).toMatchObject({ code: 'code_invalid' })
    expect(
      (
        await visit().call(portalSignIn, {
          body: { organization_slug: other.slug, email, code: codeOf(newer) },
        })
      ).body,
    ).toMatchObject({ code: 'code_invalid' })
    expect(
      (
        await visit().call(portalSignIn, {
          body: { organization_slug: organization.slug, email, code: codeOf(newer) },
        })
      ).status,
    ).toBe(200)
  })

  test('known to several clients and organizations finds all of them [AUTH-35] [AUTH-40]', async () => {
    const [one, two] = [
      await app.fixtures.organization({ name: 'One' }),
      await app.fixtures.organization({ name: 'Two' }),
    ]
    const email = await newContact(one, await app.fixtures.client(one, { name: 'Alpha' }))
    await newContact(one, await app.fixtures.client(one, { name: 'Beta' }), { email })
    await newContact(two, await app.fixtures.client(two, { name: 'Gamma', status: 'suspended' }), { email })
    await newContact(two, await app.fixtures.client(two, { name: 'Closed', status: 'inactive' }), { email })
    await newContact(two, await app.fixtures.client(two, { name: 'Without access' }), {
      email,
      portalAccess: false,
    })
    const browser = visit()
    await browser.call(portalSignIn, { body: { token: tokenOf(await ask(one, email)) } })
    const names = async () => (await browser.call(getPortalMe)).body.places.map((place) => place.client.name)
    expect(await names()).toEqual(['Alpha', 'Beta'])
    await browser.call(portalSignIn, { body: { token: tokenOf(await ask(two, email)) } })
    expect((await names()).toSorted()).toEqual(['Alpha', 'Beta', 'Gamma'])
  })

  test('gets in no more once the portal is closed for them, also with a link that is out already [AUTH-42]', async () => {
    const organization = await app.fixtures.organization()
    const client = await app.fixtures.client(organization)
    const email = await newContact(organization, client)
    const mail = await ask(organization, email)
    await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.change(
        statement('update contacts set portal_access = false where organization_id = $1 and email = $2')(
          organization.id,
          email,
        ),
      ),
    )
    expect((await visit().call(portalSignIn, { body: { token: tokenOf(mail) } })).body).toMatchObject({
      code: 'token_invalid',
    })
  })

  test('sets a password and signs in with it; it opens this portal and no workspace [AUTH-35] [AUTH-42] [SEC-02]', async () => {
    const organization = await app.fixtures.organization()
    const email = await newContact(organization, await app.fixtures.client(organization))
    const browser = visit()
    await browser.call(portalSignIn, { body: { token: tokenOf(await ask(organization, email)) } })
    const password = 'seven green kettles'
    expect(
      (await browser.call(setPortalPassword, { body: { new_password: 'password123' } })).body,
    ).toMatchObject({ code: 'password_too_weak' })
    expect((await browser.call(setPortalPassword, { body: { new_password: password } })).status).toBe(200)
    expect(
      (await browser.call(setPortalPassword, { body: { new_password: 'nine purple lanterns' } })).body,
    ).toMatchObject({
      code: 'validation_failed',
      errors: [{ pointer: '/current_password', code: 'required' }],
    })

    const second = visit()
    expect(
      (
        await second.call(portalSignIn, {
          body: { organization_slug: organization.slug, email, password: 'not this one at all' },
        })
      ).body,
    ).toMatchObject({ code: 'wrong_credentials' })
    expect(
      (await second.call(portalSignIn, { body: { organization_slug: organization.slug, email, password } }))
        .body,
    ).toMatchObject({ has_password: true })
    const other = await app.fixtures.organization()
    expect(
      (await visit().call(portalSignIn, { body: { organization_slug: other.slug, email, password } })).body,
    ).toMatchObject({ code: 'wrong_credentials' })
    expect(
      (
        await browser.call(setPortalPassword, {
          body: { current_password: password, new_password: 'nine purple lanterns' },
        })
      ).status,
    ).toBe(200)
    expect((await second.call(getPortalMe)).status).toBe(401)
    expect((await browser.call(getPortalMe)).status).toBe(200)

    const token = browser.cookies.get('portico_portal') as string
    expect((await app.call(getMe, { token })).status).toBe(401)
    expect((await app.call(getWorkspace, { token, organizationId: organization.publicId })).status).toBe(401)
  })

  test('is not impersonated by a stranger who signed up with the address before [AUTH-35] [AUTH-53]', async () => {
    const organization = await app.fixtures.organization()
    const email = await newContact(organization, await app.fixtures.client(organization))
    const password = 'seven green kettles'
    await visit().call(signUp, { body: { name: 'Mallory', email, password } })
    expect(
      (await visit().call(portalSignIn, { body: { organization_slug: organization.slug, email, password } }))
        .body,
    ).toMatchObject({ code: 'wrong_credentials' })
    await visit().call(portalSignIn, { body: { token: tokenOf(await ask(organization, email)) } })
    expect((await visit().call(signIn, { body: { email, password } })).body).toMatchObject({
      code: 'wrong_credentials',
    })
    expect(
      (await visit().call(portalSignIn, { body: { organization_slug: organization.slug, email, password } }))
        .body,
    ).toMatchObject({ code: 'wrong_credentials' })
  })

  test('signs out at once, apart from the staff session in the same browser [AUTH-02]', async () => {
    const organization = await app.fixtures.organization()
    const email = await newContact(organization, await app.fixtures.client(organization))
    const browser = visit()
    await browser.call(portalSignIn, { body: { token: tokenOf(await ask(organization, email)) } })
    browser.cookies.set('portico_session', organization.owner.token)
    const token = browser.cookies.get('portico_portal') as string
    await browser.call(portalSignOut)
    expect((await app.call(getPortalMe, { token })).status).toBe(401)
    expect((await browser.call(getMe)).status).toBe(200)
  })

  test('leaves a trace in the record of the client [AUTH-35]', async () => {
    const organization = await app.fixtures.organization()
    const client = await app.fixtures.client(organization)
    const email = await newContact(organization, client)
    await visit().call(portalSignIn, { body: { token: tokenOf(await ask(organization, email)) } })
    const [entry] = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        statement<{ action: string; client_id: string; actor_kind: string }>(
          'select action, client_id, actor_kind from audit_entries where organization_id = $1 and client_id = $2',
        )(organization.id, client.id),
      ),
    )
    expect(entry).toEqual({ action: 'contacts.signed_in', client_id: client.id, actor_kind: 'contact' })
    const [contact] = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.all(
        statement<{ last_portal_visit_at: string }>(
          'select last_portal_visit_at from contacts where organization_id = $1 and client_id = $2',
        )(organization.id, client.id),
      ),
    )
    expect(contact?.last_portal_visit_at).toBe(app.clock.now().toISOString())
  })
})

test('a language chosen on the page is the mail’s and becomes the person’s; before, the client’s and the organization’s count [AUTH-40] [UX-26]', async () => {
  const organization = await app.fixtures.organization()
  const client = await app.fixtures.client(organization)
  const email = await newContact(organization, client)
  expect((await ask(organization, email))?.locale).toBe('en')
  await app.fixtures.inOrganization(organization.id, (tx) =>
    tx.all(setClientLocale(organization.id, client.id, 'sw')),
  )
  expect((await ask(organization, email))?.locale).toBe('sw')
  const body = { organization_slug: organization.slug, email }
  await visit().call(requestPortalSignIn, { body: { ...body, locale: 'en' } })
  const mail = (await systemMailsTo(app, email)).at(-1)
  expect(mail?.locale).toBe('en')

  // Without a choice a new person reads what the client reads.
  const first = await visit().call(portalSignIn, { body: { ...body, code: codeOf(mail) } })
  expect(first.body).toMatchObject({ locale: 'sw' })
  const chosen = await visit().call(portalSignIn, {
    body: { token: tokenOf(await ask(organization, email)), locale: 'en-GB' },
  })
  expect(chosen.body).toMatchObject({ locale: 'en-GB' })
  expect((await ask(organization, email))?.locale).toBe('en-GB')
  const again = await visit().call(portalSignIn, { body: { token: tokenOf(await ask(organization, email)) } })
  expect(again.body).toMatchObject({ locale: 'en-GB' })
})

test('the public face of a portal is its name, colour and language [ORG-25] [AUTH-40]', async () => {
  const organization = await app.fixtures.organization({ name: 'Kilimo Studio' })
  expect((await visit().call(getPortalSite, { params: { slug: organization.slug } })).body).toEqual({
    organization: {
      id: organization.publicId,
      slug: organization.slug,
      name: 'Kilimo Studio',
      logo_url: null,
      brand_color: '#0f766e',
      locale: 'en',
    },
    is_mail_configured: false,
  })
  expect((await visit().call(getPortalSite, { params: { slug: 'no-such-one' } })).status).toBe(404)
})
