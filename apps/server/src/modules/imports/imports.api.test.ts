import {
  commitImport,
  correctImportRow,
  fromPublicId,
  downloadImportRejects,
  listClients,
  listEmails,
  listImportClients,
  listImportRecords,
  listInvoices,
  listPayments,
  sendInvoice,
  updateImport,
  wakeImport,
} from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import type { BuiltOrganization } from '../../../test/fixtures.ts'
import { statement } from '../../platform/database/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { advanceImport } from './index.ts'
import { ninja } from './sample-books.ts'
import { Books, cause, expectSound, figure, ok } from '../../../test/import-books.ts'

const app = await testApp()
afterAll(() => app.close())

const organizationOf = (currency = 'USD') => app.fixtures.organization({ currency })
const outward = async (organization: BuiltOrganization): Promise<number[]> =>
  app.parts.database.withOrganization(organization.id, systemPrincipal('test'), async (tx) => {
    const rows = await tx.all(countOutward(organization.id))
    return [rows[0]?.emails ?? -1, rows[0]?.events ?? -1]
  })
const countOutward = statement<{ emails: number; events: number }>(
  `select (select count(*) from emails where organization_id = $1) as emails,
     (select count(*) from domain_events where organization_id = $1 and type not like 'import.%' and type not like 'organization.%' and type not like 'member.%') as events`,
)

describe('books of Invoice Ninja', () => {
  test('come in with every difference explained to the cent, are withdrawn, and come in again [OPS-32]', async () => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, ninja)
    const ready = await books.analyse()
    expect(ready).toMatchObject({ state: 'ready', source: 'invoice_ninja', questions: [], progress: null })
    expect(ready.files.map(({ kind, header_line }) => [kind, header_line])).toEqual([
      ['clients', 4],
      ['invoices', 4],
      ['payments', 4],
      ['price_items', 4],
    ])
    expect(ready.sheet?.verdict).toMatchObject({ invoices: 7, is_explained: true })
    // 13.50 + 26.67 + 100.00 + 10.01 + 99.00 + 7.00; the seventh names no amount.
    expect(figure(ready, 'invoiced')).toEqual([25618, 15718, 0])
    expect(figure(ready, 'paid')).toEqual([3168, 14017, 0])
    expect(figure(ready, 'received')).toEqual([2667 * 2 + 1350 + 12000 - 40000 + 500, 16017, 0])
    expect(figure(ready, 'credit')).toEqual([0, 2000, 0])
    expect(figure(ready, 'clients')).toEqual([3, 3, 0])
    expect(cause(ready, 'payments_differ_from_paid')).toMatchObject({
      rule: 'paid',
      chosen: 'payments_file',
      alternatives: ['paid_column'],
    })
    expect(cause(ready, 'rounding')?.count).toBe(1)
    expect(cause(ready, 'total_differs')).toMatchObject({ count: 1, rule: 'total_differs' })
    expect(cause(ready, 'repeated_payment')?.count).toBe(1)
    expect(cause(ready, 'repeated_row')?.count).toBe(2)
    expect(cause(ready, 'orphan_payment')?.count).toBe(2)
    expect(cause(ready, 'unknown_client')?.count).toBe(1)
    expect(cause(ready, 'due_before_issue')?.count).toBe(1)
    expect(cause(ready, 'payments_exceed_invoice')?.effects).toEqual([
      { measure: 'credit', currency: 'USD', difference: 2000 },
    ])
    expect((await books.rows('rejected')).map(({ line, label }) => [line, label])).toEqual([
      [10, '5'],
      [12, '7'],
    ])
    expect((await books.rows('review')).map(({ line }) => line)).toEqual([9, 10])
    expect((await books.rows('repaired')).map(({ notes }) => notes[0]?.detail)).toEqual([
      'Phone: “1-995-790-2394 x58884” was read as 1-995-790-2394 / 58884.',
      'Price: 9.779999999999999 was read as 9.78.',
    ])

    const done = await books.commit()
    expect(done).toMatchObject({
      state: 'committed',
      brought_in: { clients: 3, price_items: 2, invoices: 5, payments: 3 },
    })
    await expectSound(app, organization)
    const invoices = await ok(app.call(listInvoices, organization.owner, {}))
    expect(
      invoices.data
        .map(({ number, issue_date, due_date, badge, due }) =>
          [number, issue_date, due_date, badge, due.amount].join(' '),
        )
        .toSorted(),
    ).toEqual([
      '1 2019-11-25 2019-10-20 paid 0',
      '2 2020-02-19 2020-02-29 paid 0',
      '3 2020-03-01 2020-03-15 paid 0',
      '4 2020-03-02 2020-03-16 overdue 1001',
      '6 2020-03-02 2020-03-16 overdue 700',
    ])
    // By their own dates, the newest first, among what was issued here.
    expect(invoices.data.map(({ issue_date }) => issue_date)).toEqual(
      invoices.data
        .map(({ issue_date }) => issue_date)
        .toSorted()
        .toReversed(),
    )

    // The same files again change nothing.
    const again = await Books.of(app, organization, ninja)
    const second = await again.analyse()
    expect(second.sheet?.to_create).toEqual({ clients: 0, price_items: 0, invoices: 0, payments: 0 })
    expect(second.sheet?.verdict.is_explained).toBe(true)
    expect(second.files[0]?.brought_in_before).not.toBeNull()
    expect(
      (await app.call(commitImport, organization.owner, { params: again.params, body: {} })).body,
    ).toMatchObject({ code: 'import_not_ready' })

    expect(await books.foreseen()).toEqual({
      withdrawn: { clients: 3, price_items: 2, invoices: 5, payments: 3 },
      sums: [{ invoiced: { amount: 15718, currency: 'USD' }, received: { amount: 16017, currency: 'USD' } }],
      blocked: { clients: 0, price_items: 0, invoices: 0, payments: 0 },
      blocked_records: [],
    })
    const undone = await books.undo()
    expect(undone).toMatchObject({
      state: 'undone',
      blocked: 0,
      withdrawn: { clients: 3, price_items: 2, invoices: 5, payments: 3 },
    })
    await expectSound(app, organization)
    expect((await ok(app.call(listInvoices, organization.owner, {}))).data).toEqual([])
    expect((await ok(app.call(listPayments, organization.owner, {}))).data).toEqual([])
    expect((await ok(app.call(listClients, organization.owner, {}))).data).toEqual([])

    expect((await again.analyse()).sheet?.to_create).toEqual({
      clients: 3,
      price_items: 2,
      invoices: 5,
      payments: 3,
    })
    expect((await again.commit()).state).toBe('committed')
    await expectSound(app, organization)
  }, 60_000)

  test('nothing of it is sent or announced until a person starts that [OPS-39]', async () => {
    const organization = await organizationOf()
    const before = await outward(organization)
    const books = await Books.of(app, organization, ninja)
    await books.analyse()
    const done = await books.commit()
    expect(await outward(organization)).toEqual(before)
    expect((await ok(app.call(listEmails, organization.owner, {}))).data).toEqual([])
    expect(done.quiet).toBe(2)
    const quiet = await ok(
      app.call(listImportRecords, organization.owner, {
        params: books.params,
        query: { is_quiet: 'true', kind: 'invoices' },
      }),
    )
    // Paid ones have nothing to be woken for. What is shown is what a person decides by.
    expect(
      quiet.data.map(({ label, invoice }) => [
        label,
        invoice?.client.name,
        invoice?.amount.amount,
        invoice?.due.amount,
        invoice?.due_date,
      ]),
    ).toEqual([
      ['4', 'Nordlys AS', 1001, 1001, '2020-03-16'],
      ['6', 'Baraka Stores', 700, 700, '2020-03-16'],
    ])
    const others = await ok(
      app.call(listImportRecords, organization.owner, {
        params: books.params,
        query: { is_quiet: 'false', kind: 'invoices' },
      }),
    )
    expect(others.data.map(({ label, is_quiet, invoice }) => [label, is_quiet, invoice?.due.amount])).toEqual(
      [
        ['1', false, 0],
        ['2', false, 0],
        ['3', false, 0],
      ],
    )
    const one = quiet.data[0]?.entity.invoice_id as string
    const woken = await ok(
      app.call(wakeImport, organization.owner, { params: books.params, body: { invoice_ids: [one] } }),
    )
    expect(woken.quiet).toBeLessThanOrEqual(2)
    expect(
      (await ok(app.call(wakeImport, organization.owner, { params: books.params, body: {} }))).quiet,
    ).toBe(0)
  })

  test('a rule that is chosen changes the sheet before anything is brought in [OPS-32]', async () => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, ninja)
    await books.analyse()
    await ok(
      app.call(updateImport, organization.owner, {
        params: books.params,
        body: {
          rules: {
            paid: 'paid_column',
            total_differs: 'adjust',
            unknown_client: 'reject',
            orphan_payments: 'client_credit',
          },
        },
      }),
    )
    const ready = await books.work()
    expect(ready.rules).toMatchObject({ paid: 'paid_column', total_differs: 'adjust' })
    expect(figure(ready, 'paid')).toEqual([3168, 3168, 0])
    // Of what the files say only the invoice without a client is missing, and the credit of an orphan is new.
    expect(figure(ready, 'invoiced')).toEqual([25618, 24918, 0])
    expect(figure(ready, 'credit')).toEqual([0, 500, 0])
    expect(ready.sheet?.verdict.is_explained).toBe(true)
    await books.commit()
    await expectSound(app, organization)
  })

  test('rejected rows are corrected in place and run again alone, or downloaded [OPS-32]', async () => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, ninja)
    await books.analyse()
    await books.commit()
    const csv = await app.call(downloadImportRejects, organization.owner, { params: books.params, query: {} })
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.raw.toString('utf8')).toContain('“twelve” is not a number')
    const rejected = await books.rows('rejected')
    const seventh = rejected.find(({ label }) => label === '7')
    await ok(
      app.call(correctImportRow, organization.owner, {
        params: { ...books.params, import_row_id: seventh?.id as string },
        body: { values: { total: '10.00' } },
      }),
    )
    const ready = await books.work()
    expect(ready.sheet?.to_create).toEqual({ clients: 0, price_items: 0, invoices: 1, payments: 0 })
    expect(ready.sheet?.verdict.is_explained).toBe(true)
    const done = await books.commit()
    expect(done.brought_in.invoices).toBe(6)
    await expectSound(app, organization)
    expect((await books.undo()).blocked).toBe(0)
    await expectSound(app, organization)
  })

  test('per client, both sides stand beside each other [OPS-32]', async () => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, ninja)
    await books.analyse()
    const clients = await ok(
      app.call(listImportClients, organization.owner, { params: books.params, query: {} }),
    )
    expect(clients.data.find(({ name }) => name === 'Nordlys AS')).toMatchObject({
      currency: 'USD',
      invoices: { source: 3, portico: 2 },
      invoiced: { source: 20901, portico: 11001 },
      paid: { source: 0, portico: 10000 },
      stated_open: 10000,
      agrees: false,
    })
  })
})

describe('the work on a batch', () => {
  test('is done once, whoever is asked to do it, and how often [OPS-32] [OPS-06]', async () => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, ninja)
    await books.analyse()
    await ok(app.call(commitImport, organization.owner, { params: books.params, body: {} }))
    const done = await Promise.all([books.work(), books.work(), books.work()])
    expect((await books.work()).state).toBe('committed')
    expect(done.some(({ state }) => state === 'committed')).toBe(true)
    expect((await books.show()).brought_in).toEqual({ clients: 3, price_items: 2, invoices: 5, payments: 3 })
    expect((await ok(app.call(listInvoices, organization.owner, {}))).data).toHaveLength(5)
    await expectSound(app, organization)
  })

  test('that is cut off goes on where it was: nothing is lost, nothing comes twice [OPS-32]', async () => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, ninja)
    await books.analyse()
    await ok(app.call(commitImport, organization.owner, { params: books.params, body: {} }))
    let chunks = 0
    const dying = Object.create(app.parts.database) as typeof app.parts.database
    dying.withOrganization = (...given) => {
      // The process is gone after clients and items: whatever it tries afterwards fails too.
      if (chunks++ >= 4) throw new Error('killed')
      return app.parts.database.withOrganization(...given)
    }
    const id = fromPublicId('importBatch', books.params.import_id) as string
    await expect(advanceImport({ ...app.parts, database: dying }, organization.id, id)).rejects.toThrow(
      'killed',
    )
    expect((await books.show()).state).toBe('committing')
    expect((await books.show()).brought_in.clients).toBe(3)
    app.clock.advance(120_000)
    expect((await books.work()).brought_in).toEqual({ clients: 3, price_items: 2, invoices: 5, payments: 3 })
    await expectSound(app, organization)
  })
})

test('a person sends an imported invoice: that is somebody starting it [OPS-39]', async () => {
  const organization = await organizationOf()
  const books = await Books.of(app, organization, ninja)
  await books.analyse()
  await books.commit()
  const third = (await ok(app.call(listInvoices, organization.owner, {}))).data.find(
    ({ number }) => number === '4',
  )
  const sent = await app.call(sendInvoice, organization.owner, {
    params: { invoice_id: third?.id as string },
    body: {},
  } as never)
  expect(sent.status, sent.raw.toString()).toBeLessThan(300)
  expect((await ok(app.call(listEmails, organization.owner, {}))).data).toHaveLength(1)
})
