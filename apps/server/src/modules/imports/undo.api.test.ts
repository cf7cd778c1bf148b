import {
  applyCredit,
  createReceivingAccount,
  discardImport,
  listClients,
  listImportRecords,
  listInvoices,
  previewImportUndo,
  recordPayment,
  sendInvoice,
  updateClient,
  voidInvoice,
} from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { Books, expectSound, ok } from '../../../test/import-books.ts'
import { ninja } from './sample-books.ts'

const app = await testApp()
afterAll(() => app.close())

const organizationOf = (currency = 'USD') => app.fixtures.organization({ currency })

/** What was said before is what was done: the same went, the same stayed, for the same reasons. */
async function expectForeseen(preview: Awaited<ReturnType<Books['foreseen']>>, books: Books): Promise<void> {
  const undone = await books.show()
  expect(undone.withdrawn).toEqual(preview.withdrawn)
  const { data } = await ok(
    app.call(listImportRecords, books.organization.owner, {
      params: books.params,
      query: { state: 'blocked' },
    }),
  )
  expect(data.map(({ id, reason }) => [id, reason])).toEqual(
    preview.blocked_records.map(({ id, reason }) => [id, reason]),
  )
}

describe('an undo', () => {
  test('is told before: what was touched in one way or another, and what stands on it [OPS-32]', async () => {
    const organization = await organizationOf()
    const { owner } = organization
    const books = await Books.of(app, organization, ninja)
    await books.analyse()
    await books.commit()
    const invoices = (await ok(app.call(listInvoices, owner, {}))).data
    const of = (wanted: string) => invoices.find(({ number }) => number === wanted)
    await ok(
      app.call(sendInvoice, owner, { params: { invoice_id: of('6')?.id as string }, body: {} } as never),
    )
    await ok(
      app.call(voidInvoice, owner, {
        params: { invoice_id: of('4')?.id as string },
        version: 1,
        body: { reason: 'It stands there twice.' },
      }),
    )
    const client = (await ok(app.call(listClients, owner, {}))).data.find(({ name }) => name === 'Kilimo Ltd')
    await ok(
      app.call(updateClient, owner, {
        params: { client_id: client?.id as string },
        version: 1,
        body: { website: 'https://kilimo.example' },
      }),
    )
    const preview = await books.foreseen()
    expect(preview.blocked_records.map(({ label, reason }) => [label, reason])).toEqual(
      expect.arrayContaining([
        ['6', 'It was sent since.'],
        ['4', 'It was voided since.'],
        ['Baraka Stores', 'It has invoices that stay.'],
        ['Kilimo Ltd', 'It was changed since.'],
      ]),
    )
    await books.undo()
    await expectForeseen(preview, books)
    await expectSound(app, organization)
    // Nothing is left to be withdrawn but what stays.
    expect((await books.foreseen()).withdrawn).toEqual({
      clients: 0,
      price_items: 0,
      invoices: 0,
      payments: 0,
    })
    const stranger = await app.fixtures.organization({ currency: 'USD' })
    expect((await app.call(previewImportUndo, stranger.owner, { params: books.params })).status).toBe(404)
  })

  test('leaves what was touched since, record by record, and says why [OPS-32]', async () => {
    const organization = await organizationOf()
    const { owner } = organization
    const books = await Books.of(app, organization, ninja)
    await books.analyse()
    await books.commit()
    const invoices = (await ok(app.call(listInvoices, owner, {}))).data
    const fourth = invoices.find(({ number }) => number === '4')
    const account = await ok(
      app.call(createReceivingAccount, owner, { body: { kind: 'cash', name: 'Till', currency: 'USD' } }),
    )
    await ok(
      app.call(recordPayment, owner, {
        body: {
          client_id: fourth?.client.id as string,
          receiving_account_id: account.id,
          amount: { amount: 500, currency: 'USD' },
          received_on: '2026-03-09',
          allocations: [{ invoice_id: fourth?.id as string, amount: { amount: 500, currency: 'USD' } }],
        },
      }),
    )
    const preview = await books.foreseen()
    const undone = await books.undo()
    expect(undone.state).toBe('undone')
    await expectForeseen(preview, books)
    await expectSound(app, organization)
    const blocked = await ok(
      app.call(listImportRecords, owner, { params: books.params, query: { state: 'blocked' } }),
    )
    expect(blocked.data.map(({ kind, label, reason }) => [kind, label, reason])).toEqual([
      ['clients', 'Nordlys AS', 'It has invoices that stay.'],
      ['invoices', '4', 'Something was paid on it since.'],
    ])
    expect((await ok(app.call(listInvoices, owner, {}))).data.map(({ number }) => number)).toEqual(['4'])
    expect((await app.call(discardImport, owner, { params: books.params })).status).toBe(200)
  })

  test('is refused where credit that came with it was used', async () => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, ninja)
    await books.analyse()
    await books.commit()
    const invoices = (await ok(app.call(listInvoices, organization.owner, {}))).data
    const fourth = invoices.find(({ number }) => number === '4')
    await ok(
      app.call(applyCredit, organization.owner, {
        params: { invoice_id: fourth?.id as string },
        body: { amount: { amount: 1001, currency: 'USD' } },
      }),
    )
    const preview = await books.foreseen()
    const undone = await books.undo()
    await expectForeseen(preview, books)
    const blocked = await ok(
      app.call(listImportRecords, organization.owner, { params: books.params, query: { state: 'blocked' } }),
    )
    expect(blocked.data.map(({ label, reason }) => [label, reason])).toEqual(
      expect.arrayContaining([
        ['3', 'The credit that its payment left was used since.'],
        ['4', 'Something was paid on it since.'],
      ]),
    )
    expect(undone.blocked).toBe(4)
    await expectSound(app, organization)
  })
})
