import * as contract from '@portico/contract'
import { expect } from 'vitest'
import { advanceImport } from '../../src/modules/imports/index.ts'
import { db } from '../../src/platform/database/index.ts'
import { newId } from '../../src/platform/ids.ts'
import type { Caller, TestAnswer, TestApp } from '../app.ts'
import type { BuiltContact, BuiltMember, BuiltOrganization } from '../fixtures.ts'

/** One organization with something of everything, each text holding its canary. Ids are public ids, by the name of the field that takes them. */
export type World = {
  organization: BuiltOrganization
  owner: BuiltMember
  contact: BuiltContact
  ids: Record<string, string>
  canary: string
  linkToken: string
  versions: Record<string, number>
}

/** Built through the API alone, so that it also shows that the main job works from end to end. */
export async function buildWorld(app: TestApp, name: string): Promise<World> {
  const canary = `canary-${name}-${Math.random().toString(36).slice(2, 10)}`
  const organization = await app.fixtures.organization({ name: `${canary} organization`, currency: 'USD' })
  const { owner } = organization
  const ok = async <Body>(answer: Promise<TestAnswer<Body>>): Promise<Body> => {
    const { status, body } = await answer
    expect(status, JSON.stringify(body)).toBeLessThan(300)
    return body
  }
  const call = <O extends Parameters<TestApp['call']>[0]>(
    operation: O,
    given: Parameters<TestApp['call']>[2],
    caller: Caller = owner,
  ) => app.call(operation, caller, given as never)

  const client = (await ok(
    call(contract.createClient, {
      body: {
        name: `${canary} client`,
        email: `${canary}@example.com`,
        primary_contact: { name: `${canary} contact`, email: `contact-${canary}@example.com` },
      },
    }),
  )) as { id: string; version: number }
  await ok(
    call(contract.changeClientStatus, { params: { client_id: client.id }, body: { status: 'active' } }),
  )
  const contacts = (await ok(call(contract.listContacts, { params: { client_id: client.id } }))) as {
    data: { id: string }[]
  }
  const taxRate = (await ok(
    call(contract.createTaxRate, {
      body: {
        key: 'vat',
        name: `${canary} VAT`,
        category: 'standard',
        percent: '18',
        valid_from: '2020-01-01',
      },
    }),
  )) as { id: string }
  const priceItem = (await ok(
    call(contract.createPriceItem, {
      body: {
        code: 'A1',
        name: `${canary} item`,
        prices: [{ currency: 'USD', price: '100' }],
        tax_rate_key: 'vat',
      },
    }),
  )) as { id: string }
  const account = (await ok(
    call(contract.createReceivingAccount, {
      body: {
        kind: 'bank',
        name: `${canary} bank`,
        currency: 'USD',
        details: [{ label: 'Account', value: canary }],
      },
    }),
  )) as { id: string }
  const draftBody = {
    client_id: client.id,
    lines: [{ description: `${canary} line`, quantity: '2', unit_price: '100', tax_rate_key: 'vat' }],
  }
  const draft = (await ok(call(contract.createInvoice, { body: draftBody }))) as { id: string }
  const first = (await ok(call(contract.createInvoice, { body: draftBody }))) as {
    id: string
    version: number
  }
  const issued = (await ok(
    call(contract.issueInvoice, { params: { invoice_id: first.id }, body: {}, version: first.version }),
  )) as { id: string }
  const second = (await ok(call(contract.createInvoice, { body: draftBody }))) as {
    id: string
    version: number
  }
  await ok(
    call(contract.issueInvoice, { params: { invoice_id: second.id }, body: {}, version: second.version }),
  )
  const payment = (await ok(
    call(contract.recordPayment, {
      body: {
        client_id: client.id,
        receiving_account_id: account.id,
        amount: { amount: 10_000, currency: 'USD' },
        received_on: '2026-03-10',
        allocations: [{ invoice_id: second.id, amount: { amount: 5_000, currency: 'USD' } }],
      },
    }),
  )) as { id: string; receipt: { id: string } }
  const links = (await ok(call(contract.listInvoiceLinks, { params: { invoice_id: issued.id } }))) as {
    data: { id: string; url: string }[]
  }
  const linkToken = links.data[0]?.url.split('/i/')[1] as string
  const invitation = (await ok(
    call(contract.createInvitation, {
      body: {
        email: `invited-${canary}@example.com`,
        role_id: app.id('role', organization.roleIds.get('member') as string),
      },
    }),
  )) as { id: string }
  await ok(
    app.call(
      contract.submitLinkedProof,
      {},
      { params: { token: linkToken }, body: { pasted_text: `${canary} paid`, amount: '236.00' } },
    ),
  )
  const proofs = (await ok(call(contract.listProofs, {}))) as { data: { id: string }[] }
  const emails = (await ok(call(contract.listEmails, {}))) as { data: { id: string }[] }
  const audit = (await ok(call(contract.listAuditEntries, {}))) as { data: { id: string }[] }
  const notificationId = newId()
  await app.fixtures.inOrganization(organization.id, (tx) =>
    tx.all(
      db.insertInto('notifications').values({
        organization_id: organization.id,
        id: notificationId,
        membership_id: owner.membershipId,
        type: 'proof_submitted',
        event_id: newId(),
        subject_kind: 'payment_proof',
        subject_id: contract.fromPublicId('paymentProof', proofs.data[0]?.id as string) as string,
        client_id: contract.fromPublicId('client', client.id),
        is_in_app: true,
        created_at: tx.now,
      }),
    ),
  )
  const batch = (await ok(call(contract.createImport, { body: {} }))) as { id: string }
  const importParams = { import_id: batch.id }
  const withFile = (await ok(
    call(contract.addImportFile, {
      params: importParams,
      body: {},
      file: {
        name: `${canary}.csv`,
        content: `name,email\n${canary} imported,imported-${canary}@example.com\n`,
      },
    } as never),
  )) as { files: { id: string }[] }
  await ok(call(contract.analyseImport, { params: importParams }))
  await advanceImport(app.parts, organization.id, contract.fromPublicId('importBatch', batch.id) as string)
  const importRows = (await ok(call(contract.listImportRows, { params: importParams }))) as {
    data: { id: string }[]
  }
  const contact = await app.fixtures.contact(organization, {
    id: contract.fromPublicId('client', client.id) as string,
    publicId: client.id,
  })

  return {
    organization,
    owner,
    contact,
    canary,
    linkToken,
    versions: {},
    ids: {
      client_id: client.id,
      into_client_id: client.id,
      contact_id: contacts.data[0]?.id as string,
      tax_rate_id: taxRate.id,
      price_item_id: priceItem.id,
      receiving_account_id: account.id,
      invoice_id: issued.id,
      draft_id: draft.id,
      payment_id: payment.id,
      receipt_id: payment.receipt.id,
      document_link_id: links.data[0]?.id as string,
      invitation_id: invitation.id,
      payment_proof_id: proofs.data[0]?.id as string,
      notification_id: app.id('notification', notificationId),
      email_id: emails.data[0]?.id as string,
      import_id: batch.id,
      import_file_id: withFile.files[0]?.id as string,
      import_row_id: importRows.data[0]?.id as string,
      audit_entry_id: audit.data[0]?.id as string,
      membership_id: app.id('membership', owner.membershipId),
      role_id: app.id('role', organization.roleIds.get('member') as string),
      owner_id: app.id('reseller', organization.id),
      // What the platform's own operations name.
      organization_id: organization.publicId,
      user_id: app.id('user', owner.userId),
      job_id: '1',
      contact_message_id: app.id('contactMessage', organization.id),
    },
  }
}
