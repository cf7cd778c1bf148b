import * as contract from '@portico/contract'
import { operations, type Operation } from '@portico/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { unsubscribeToken } from '../src/modules/notifications/unsubscribe.ts'
import { statement } from '../src/platform/database/index.ts'
import { systemPrincipal } from '../src/platform/principal.ts'
import { testApp, type Caller, type TestAnswer } from './app.ts'
import { accountOf, paymentOf, sendProof } from './paying.ts'
import { billingDesk, draft, issued, type Desk } from './billing.ts'
import { pixel } from './isolation/requests.ts'
import { mailsTo, systemMailsTo, tokenOf } from './mailbox.ts'

/**
 * Every operation that changes something leaves an entry in the same transaction: in the audit log of its organization, among the
 * account events, or among the deeds of platform admins. The test does each once, and finds the entry by the request's id. A new
 * operation has to be done here too, or its reason has to stand below.
 */
const withoutEntry: Record<string, string> = {
  'auth.check_password': 'judges a password and stores nothing',
  'auth.resend_verification': 'sends a mail again; it stands in the outbox of the installation',
  'notifications.read': 'the person’s own inbox; no record of the organization changes',
  'notifications.read_all': 'the person’s own inbox; no record of the organization changes',
  'portal_notifications.read': 'the person’s own inbox; no record of the organization changes',
  'portal_notifications.read_all': 'the person’s own inbox; no record of the organization changes',
  'onboarding.update': 'how far a person is with their own first steps',
  'contact.send': 'a message of a visitor is the record itself',
  'platform.load_demo': 'every deed of the demo leaves entries of its own',
  'platform.retry_job': 'starts work again that has recorded its cause; proven with the platform pages',
  'platform.remove_job': 'proven with the platform pages',
  'platform.update_contact_message': 'proven with the platform pages',
}
/**
 * Books are brought in with files and jobs, and a PUT by external id goes through the same deeds as creating and changing; reminders and
 * scheduled sending have tests of their own.
 */
const elsewhere =
  /^imports\.|\.put_by_external_id$|^invoices\.(schedule_send|cancel_scheduled_send|set_reminders)$/

const app = await testApp({ environment: { PORTICO_REGISTRATION: 'open' } })
afterAll(() => app.close())
const done = new Set<string>()
let desk: Desk
let owner: Caller
let admin: Awaited<ReturnType<typeof app.fixtures.platformAdmin>>
beforeAll(async () => {
  // The first visitor owns an empty installation.
  await leavesEntry(
    contract.setUp,
    {},
    {
      body: {
        name: 'Pia',
        email: 'pia@example.com',
        password: 'a calm and long sentence 42',
        organization_name: 'First',
      },
      headers: { host: 'localhost:3000' },
    },
  )
  desk = await billingDesk(app)
  owner = desk.owner
  admin = await app.fixtures.platformAdmin({ name: 'Operator' })
})

async function leavesEntry<O extends Parameters<typeof app.call>[0]>(
  operation: O,
  caller: Caller,
  given: Parameters<typeof app.call>[2] = {},
): Promise<TestAnswer> {
  const answer = (await app.call(operation, caller, given as never)) as TestAnswer
  expect(answer.status, `${operation.id}: ${answer.raw.toString('utf8')}`).toBeLessThan(300)
  const requestId = answer.headers['request-id'] as string
  const organizations = await app.parts.database.global(systemPrincipal('test'), async (tx) =>
    tx.all(statement<{ id: string }>('select id from organizations')()),
  )
  const tenant = await app.parts.database.lookInEach(
    organizations.map(({ id }) => id),
    (id) =>
      statement<{ n: number }>(
        'select 1 as n from audit_entries where organization_id = $1 and request_id = $2',
      )(id, requestId),
  )
  const global = await app.parts.database.look(
    statement<{ n: number }>(
      'select 1 as n from account_events where request_id = $1 union all select 1 from platform_deeds where request_id = $1',
    )(requestId),
  )
  expect(tenant.length + global[0].length, `${operation.id} leaves an entry`).toBeGreaterThan(0)
  done.add(operation.id)
  return answer
}
const idOf = (answer: TestAnswer): string => (answer.body as { id: string }).id
const versionOf = (answer: TestAnswer): number => (answer.body as { version: number }).version

test('accounts [AUD-01] [AUD-05]', async () => {
  const email = 'salma@example.com'
  const password = 'a calm and long sentence 42'
  await leavesEntry(contract.signUp, {}, { body: { name: 'Salma', email, password } })
  const mails = await systemMailsTo(app, email)
  await leavesEntry(contract.verifyEmail, {}, { body: { token: tokenOf(mails.at(-1)) } })
  await leavesEntry(contract.signIn, {}, { body: { email, password } })
  const { body } = await leavesEntry(contract.createToken, {}, { body: { email, password } })
  const person = { token: (body as { token: string }).token }
  await leavesEntry(contract.updateMe, person, { body: { name: 'Salma Juma' } })
  await leavesEntry(contract.changePassword, person, {
    body: { current_password: password, new_password: 'another calm sentence 77' },
  })
  await leavesEntry(contract.createOrganization, person, { body: { name: 'Salma’s studio' } })
  await leavesEntry(contract.signOut, person)
  await leavesEntry(contract.requestPasswordReset, {}, { body: { email } })
  await leavesEntry(
    contract.resetPassword,
    {},
    {
      body: {
        token: tokenOf((await systemMailsTo(app, email)).at(-1)),
        password: 'a third calm sentence 99',
      },
    },
  )
})

test('clients and contacts [AUD-01]', async () => {
  const client = await leavesEntry(contract.createClient, owner, { body: { name: 'Kilimo' } })
  const params = { client_id: idOf(client) }
  const changed = await leavesEntry(contract.updateClient, owner, {
    params,
    version: versionOf(client),
    body: { name: 'Kilimo Ltd' },
  })
  expect(versionOf(changed)).toBeGreaterThan(1)
  await leavesEntry(contract.changeClientStatus, owner, { params, body: { status: 'active' } })
  await leavesEntry(contract.setClientPortal, owner, { params, body: { is_portal_enabled: true } })
  const contact = await leavesEntry(contract.createContact, owner, {
    params,
    body: { name: 'Amani', email: 'amani@example.com' },
  })
  const ofContact = { ...params, contact_id: idOf(contact) }
  await leavesEntry(contract.updateContact, owner, {
    params: ofContact,
    version: versionOf(contact),
    body: { job_title: 'Bursar' },
  })
  await leavesEntry(contract.setPortalAccess, owner, { params: ofContact, body: { portal_access: true } })
  const { slug } = desk.organization
  await leavesEntry(
    contract.requestPortalSignIn,
    {},
    { body: { organization_slug: slug, email: 'amani@example.com' } },
  )
  const link = tokenOf((await systemMailsTo(app, 'amani@example.com')).at(-1))
  await leavesEntry(contract.portalSignIn, {}, { body: { token: link } })
  await leavesEntry(contract.deleteContact, owner, { params: ofContact })
  await leavesEntry(contract.deleteClient, owner, { params })
  const restored = await leavesEntry(contract.restoreClient, owner, { params })
  const twin = await leavesEntry(contract.createClient, owner, { body: { name: 'Kilimo again' } })
  await leavesEntry(contract.mergeClients, owner, {
    params: { client_id: idOf(twin) },
    version: versionOf(twin),
    body: { into_client_id: params.client_id, into_version: versionOf(restored) },
  })
  await leavesEntry(contract.sendStatement, owner, {
    params: { client_id: desk.client.publicId },
    body: { to: ['pwani@example.com'] },
  })
})

test('invoices, payments and proofs [AUD-01]', async () => {
  const body = {
    client_id: desk.client.publicId,
    lines: [{ description: 'Work', quantity: '1', unit_price: '100' }],
  }
  const first = await leavesEntry(contract.createInvoice, owner, { body })
  const params = { invoice_id: idOf(first) }
  const changed = await leavesEntry(contract.updateInvoice, owner, {
    params,
    version: versionOf(first),
    body: { note: 'Thank you' },
  })
  await leavesEntry(contract.duplicateInvoice, owner, { params })
  await leavesEntry(contract.issueInvoice, owner, { params, version: versionOf(changed), body: {} })
  await leavesEntry(contract.sendInvoice, owner, { params, body: { to: ['pwani@example.com'] } })
  const links = (await app.call(contract.listInvoiceLinks, owner, { params })).body.data
  const token = links[0]?.url.split('/i/')[1] as string
  await leavesEntry(contract.noteLinkedInvoiceView, {}, { params: { token } })
  await leavesEntry(contract.submitLinkedProof, {}, { params: { token }, body: { pasted_text: 'Paid' } })
  const proofId = async () =>
    (await app.call(contract.listProofs, owner)).body.data[0] as { id: string; version: number }
  const rejected = await proofId()
  await leavesEntry(contract.rejectProof, owner, {
    params: { payment_proof_id: rejected.id },
    version: rejected.version,
    body: { reason: 'Not ours' },
  })
  await leavesEntry(contract.rotateInvoiceLink, owner, {
    params: { ...params, document_link_id: links[0]?.id as string },
  })
  const contact = await app.fixtures.contact(desk.organization, desk.client)
  await leavesEntry(contract.submitPortalProof, contact, { params, body: { pasted_text: 'Paid again' } })
  const approved = await proofId()
  await leavesEntry(contract.approveProof, owner, {
    params: { payment_proof_id: approved.id },
    version: approved.version,
    body: {
      amount: { amount: 11_800, currency: 'TZS' },
      received_on: '2026-03-10',
      receiving_account_id: accountOf(desk),
    },
  })
  // Paid too much: the rest is credit, which the agency and the client use.
  await leavesEntry(contract.recordPayment, owner, { body: paymentOf(desk, { amount: 50_000 }) })
  const [byOwner, byContact, toVoid] = [
    await issued(app, desk),
    await issued(app, desk),
    await issued(app, desk),
  ]
  const amount = { amount: 1_000, currency: 'TZS' }
  await leavesEntry(contract.applyCredit, owner, { params: { invoice_id: byOwner.id }, body: { amount } })
  await leavesEntry(contract.applyPortalCredit, contact, {
    params: { invoice_id: byContact.id },
    body: { amount },
  })
  await leavesEntry(contract.voidInvoice, owner, {
    params: { invoice_id: toVoid.id },
    version: toVoid.version,
    body: { reason: 'Twice' },
  })
  const unwanted = await draft(app, desk)
  await leavesEntry(contract.deleteInvoice, owner, { params: { invoice_id: unwanted.id } })
  expect((await sendProof(app, contact, byOwner)).status).toBe(201)
})

test('the portal’s profile [AUD-01]', async () => {
  const contact = await app.fixtures.contact(desk.organization, desk.client)
  const profile = (await app.call(contract.getPortalProfile, contact)).body as unknown as {
    contact: { version: number }
    company: { version: number }
  }
  await leavesEntry(contract.updatePortalContact, contact, {
    version: profile.contact.version,
    body: { phone: '+255 712 345 678' },
  })
  await leavesEntry(contract.updatePortalCompany, contact, {
    version: profile.company.version,
    body: { phone: '+255 712 345 679' },
  })
  await leavesEntry(contract.setPortalPassword, contact, {
    body: { new_password: 'a calm sentence of mine 5' },
  })
  await leavesEntry(contract.updatePortalNotificationPreferences, contact, {
    body: { preferences: [{ type: 'receipt_available', email: true }] },
  })
  await leavesEntry(contract.portalSignOut, { token: contact.token })
})

test('the organization, its team and its lists [AUD-01]', async () => {
  await leavesEntry(contract.updateNotificationPreferences, owner, {
    body: { preferences: [{ type: 'payment_recorded', email: true }] },
  })
  const ending = unsubscribeToken(app.parts.keyring, {
    organizationId: desk.organization.id,
    side: 'member',
    id: desk.owner.membershipId,
  })
  await leavesEntry(contract.unsubscribe, {}, { params: { token: ending } })
  const settings = (await app.call(contract.getWorkspace, owner)).body.organization
  await leavesEntry(contract.updateOrganization, owner, {
    version: settings.version,
    body: { phone: '+255 712 000 000' },
  })
  await leavesEntry(contract.uploadLogo, owner, { file: { name: 'logo.png', content: pixel } })
  await leavesEntry(contract.removeLogo, owner)
  const member = await app.fixtures.member(desk.organization, { role: 'member' })
  await leavesEntry(contract.updateMember, owner, {
    params: { membership_id: app.id('membership', member.membershipId) },
    version: 1,
    body: { title: 'Designer' },
  })
  const role_id = app.id('role', desk.organization.roleIds.get('member') as string)
  const invite = (email: string) =>
    leavesEntry(contract.createInvitation, owner, { body: { email, role_id } })
  const revoked = await invite('one@example.com')
  await leavesEntry(contract.resendInvitation, owner, { params: { invitation_id: idOf(revoked) } })
  await leavesEntry(contract.revokeInvitation, owner, { params: { invitation_id: idOf(revoked) } })
  await invite('two@example.com')
  const token = tokenOf((await mailsTo(app, desk.organization.id, 'two@example.com')).at(-1))
  await leavesEntry(
    contract.acceptInvitation,
    {},
    {
      params: { token },
      body: { name: 'Two', password: 'a calm and long sentence 42' },
    },
  )
  const rate = await leavesEntry(contract.createTaxRate, owner, {
    body: { key: 'levy', name: 'Levy', category: 'standard', percent: '5', valid_from: '2020-01-01' },
  })
  await leavesEntry(contract.updateTaxRate, owner, {
    params: { tax_rate_id: idOf(rate) },
    version: 1,
    body: { name: 'Tourism levy' },
  })
  await leavesEntry(contract.setExchangeRate, owner, {
    params: { currency: 'EUR' },
    body: { rate: '1.1', rate_date: '2026-03-01' },
  })
  const account = await leavesEntry(contract.createReceivingAccount, owner, {
    body: { kind: 'cash', name: 'Cash', currency: 'TZS' },
  })
  await leavesEntry(contract.updateReceivingAccount, owner, {
    params: { receiving_account_id: idOf(account) },
    version: versionOf(account),
    body: { name: 'Petty cash' },
  })
  const item = await leavesEntry(contract.createPriceItem, owner, { body: { code: 'C1', name: 'Care' } })
  const params = { price_item_id: idOf(item) }
  await leavesEntry(contract.updatePriceItem, owner, {
    params,
    version: versionOf(item),
    body: { name: 'Website care' },
  })
  await leavesEntry(contract.deletePriceItem, owner, { params })
})

test('the platform’s deeds [AUD-01] [OPS-35]', async () => {
  const other = await app.fixtures.organization()
  const organization = { organization_id: other.publicId }
  await leavesEntry(contract.suspendOrganization, admin, {
    params: organization,
    body: { reason: 'Not paid' },
  })
  await leavesEntry(contract.reactivateOrganization, admin, {
    params: organization,
    body: { reason: 'Paid' },
  })
  const person = { user_id: app.id('user', other.owner.userId) }
  await leavesEntry(contract.endPersonSessions, admin, { params: person })
  await leavesEntry(contract.lockPerson, admin, { params: person, body: { reason: 'Asked for it' } })
  await leavesEntry(contract.unlockPerson, admin, { params: person })
  const { version } = (await app.call(contract.getInstallation, admin)).body as unknown as { version: number }
  await leavesEntry(contract.updateInstallation, admin, {
    version,
    body: { operator_name: 'Kilimo Hosting' },
  })
})

test('no operation that changes something is forgotten here [AUD-01]', () => {
  const changing = operations.filter((operation: Operation) => operation.method !== 'GET').map(({ id }) => id)
  const forgotten = changing.filter((id) => !done.has(id) && !(id in withoutEntry) && !elsewhere.test(id))
  expect(forgotten).toEqual([])
  expect(Object.keys(withoutEntry).filter((id) => !changing.includes(id))).toEqual([])
})
