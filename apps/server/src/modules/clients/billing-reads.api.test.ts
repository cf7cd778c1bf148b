import { createContact, updateClient } from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { clientForBilling, documentRecipients, lockClient } from './index.ts'

const app = await testApp()
afterAll(() => app.close())

describe('what billing asks', () => {
  test('brings the client as documents need it, locked or not, and only in its organization [CLI-64]', async () => {
    const organization = await app.fixtures.organization()
    const elsewhere = await app.fixtures.organization()
    const client = await app.fixtures.client(organization, {
      name: 'Billed Ltd',
      currency: 'TZS',
      requiresPurchaseOrder: true,
    })
    const inside = await app.fixtures.inOrganization(organization.id, (tx) =>
      tx.batch([clientForBilling(organization.id, client.id), lockClient(organization.id, client.id)]),
    )
    for (const rows of inside)
      expect(rows).toMatchObject([
        {
          id: client.id,
          name: 'Billed Ltd',
          currency: 'TZS',
          requires_purchase_order: true,
          payment_terms_days: null,
          payment_terms_kind: 'net',
          status: 'active',
          version: 1,
        },
      ])
    expect(
      await app.fixtures.inOrganization(elsewhere.id, (tx) =>
        tx.batch([clientForBilling(elsewhere.id, client.id), clientForBilling(organization.id, client.id)]),
      ),
    ).toEqual([[], []])
  })

  test('names who gets documents: contacts that say so, else the client, else the primary contact [CLI-64]', async () => {
    const organization = await app.fixtures.organization()
    const recipients = async (clientId: string) =>
      (
        await app.fixtures.inOrganization(organization.id, (tx) =>
          tx.all(documentRecipients(organization.id, clientId)),
        )
      )
        .map(({ delivery, email }) => `${delivery} ${email}`)
        .toSorted()
    const client = await app.fixtures.client(organization)
    const add = (body: Record<string, unknown>) =>
      app.call(createContact, organization.owner, {
        params: { client_id: client.publicId },
        body: { name: 'Somebody', ...body },
      })
    expect(await recipients(client.id)).toEqual([])
    await add({ email: 'primary@docs.example' })
    expect(await recipients(client.id)).toEqual(['to primary@docs.example'])
    await app.call(updateClient, organization.owner, {
      params: { client_id: client.publicId },
      version: 1,
      body: { email: 'office@docs.example' },
    })
    expect(await recipients(client.id)).toEqual(['to office@docs.example'])
    await add({ email: 'copy@docs.example', document_delivery: 'cc' })
    expect(await recipients(client.id)).toEqual(['cc copy@docs.example', 'to office@docs.example'])
    await add({ email: 'Books@docs.example', document_delivery: 'to' })
    expect(await recipients(client.id)).toEqual(['cc copy@docs.example', 'to Books@docs.example'])
  })
})
