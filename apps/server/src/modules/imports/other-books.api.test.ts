import {
  commitImport,
  createImport,
  listClients,
  listInvoices,
  listSavedMappings,
  setExchangeRate,
  updateImport,
  updateImportFile,
  createClient,
  createTaxRate,
  getInvoice,
} from '@portico/contract'
import { afterAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { freshbooks, ninja } from './sample-books.ts'
import { Books, cause, expectSound, figure, ok } from '../../../test/import-books.ts'

const app = await testApp()
afterAll(() => app.close())

const organizationOf = (currency = 'USD') => app.fixtures.organization({ currency })
describe('other books', () => {
  test('FreshBooks: two taxes, eight decimals, clients that are in no file, drafts [OPS-32]', async () => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, freshbooks)
    const ready = await books.analyse()
    expect(ready.source).toBe('freshbooks')
    expect(figure(ready, 'invoiced')).toEqual([87800 + 6500, 87800 + 6500, 0])
    expect(figure(ready, 'paid')).toEqual([6500, 6500, 0])
    expect(cause(ready, 'unknown_client')?.count).toBe(1)
    expect(cause(ready, 'taxes_combined')?.count).toBe(1)
    expect(ready.sheet?.to_create).toEqual({ clients: 2, price_items: 0, invoices: 3, payments: 1 })
    await books.commit()
    await expectSound(app, organization)
    const invoices = (await ok(app.call(listInvoices, organization.owner, {}))).data
    expect(invoices.map(({ number, badge }) => `${number} ${badge}`).toSorted()).toEqual([
      '0000001 overdue',
      '0000002 paid',
      'null draft',
    ])
  })

  test('a draft keeps its tax: by a rate that is here, else by one that is added, and the sheet says which [OPS-32]', async () => {
    const organization = await organizationOf()
    const { owner } = organization
    await ok(
      app.call(createTaxRate, owner, {
        body: { key: 'city', name: 'City tax', category: 'standard', percent: '4', valid_from: '2020-01-01' },
      }),
    )
    const books = await Books.of(app, organization, {
      'invoices.csv': `Client Name,Invoice #,Date Issued,Invoice Status,Date Paid,Item Name,Item Description,Rate,Quantity,Discount Percentage,Line Subtotal,Tax 1 Type,Tax 1 Amount,Tax 2 Type,Tax 2 Amount,Line Total,Currency
Avengers,D1,2021-01-28,draft,,Repair,Paint,65.00,10,0,650.00,GST,32.50,,0.00,682.50,USD
Avengers,D1,2021-01-28,draft,,Crane,,100.00,1,0,100.00,City,4.00,,0.00,104.00,USD
Avengers,D1,2021-01-28,draft,,Coffee,,3.00,1,0,3.00,,0.00,,0.00,3.00,USD
`,
    })
    const ready = await books.analyse()
    expect(figure(ready, 'drafted')).toEqual([78950, 78950, 0])
    const told = cause(ready, 'draft_tax')
    expect(told?.count).toBe(1)
    expect(told?.examples[0]?.detail).toContain('4 % by your rate “City tax”')
    expect(told?.examples[0]?.detail).toContain('5 % by a rate “GST”, which is added to your tax rates')
    await books.commit()
    const [draft] = (await ok(app.call(listInvoices, owner, {}))).data
    expect(draft).toMatchObject({ document_state: 'draft', total: { amount: 78950, currency: 'USD' } })
    const whole = await ok(app.call(getInvoice, owner, { params: { invoice_id: draft?.id as string } }))
    expect(whole.lines.map(({ tax_rate_key }) => tax_rate_key)).toEqual(['gst', 'city', null])
    expect(whole.totals.gross).toEqual({ amount: 78950, currency: 'USD' })
    expect((await books.undo()).blocked).toBe(0)
    await expectSound(app, organization)
  })

  test('any CSV by mapping its columns; the mapping is saved and offered again [OPS-32]', async () => {
    const organization = await organizationOf('EUR')
    const { owner } = organization
    const csv =
      'Firma;Beleg;Wann;Wert\r\nMüller GmbH;R-1;3.2.2026;"1.234,50 EUR"\r\nMüller GmbH;R-2;4.2.2026;"10,00-"\r\n\r\nMüller GmbH;R-3;5.2.2026;zwölf\r\n'
    const books = await Books.of(app, organization, { 'export.csv': Buffer.from(csv, 'latin1') })
    const asked = await books.analyse()
    expect(asked.questions.map(({ code }) => code)).toEqual(['kind'])
    expect((await app.call(commitImport, owner, { params: books.params, body: {} })).status).toBe(409)
    const file = asked.files[0]?.id as string
    await ok(
      app.call(updateImportFile, owner, {
        params: { ...books.params, import_file_id: file },
        body: {
          kind: 'invoices',
          mapping: { client_name: 0, number: 1, issue_date: 2, total: 3 },
          save_as: 'Our old books',
        },
      }),
    )
    const ready = await books.work()
    expect(ready.questions).toEqual([])
    expect(figure(ready, 'invoiced')).toEqual([123450 - 1000, 123450, 0])
    expect((await books.rows('rejected')).map(({ line, notes }) => [line, notes[0]?.code])).toEqual([
      [3, 'total_negative'],
      [5, 'not_a_number'],
    ])
    await books.commit()
    await expectSound(app, organization)
    expect((await ok(app.call(listSavedMappings, owner, {}))).data.map(({ name }) => name)).toEqual([
      'Our old books',
    ])
    const next = await Books.of(app, organization, {
      'march.csv': Buffer.from(csv.replaceAll('R-', 'S-'), 'latin1'),
    })
    expect((await next.show()).files[0]).toMatchObject({
      kind: 'invoices',
      mapping_name: 'Our old books',
      encoding: 'windows-1252',
      delimiter: ';',
    })
  })

  test('dates that nobody can decide are asked for, once for the file [OPS-32]', async () => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, {
      'i.csv': 'client,invoice number,invoice date,total\nA,1,2/3/2026,10\nA,2,4/5/2026,10\n',
    })
    const asked = await books.analyse()
    expect(asked.questions.map(({ code, examples }) => [code, examples])).toEqual([
      ['date_order', ['2/3/2026', '4/5/2026']],
    ])
    await ok(
      app.call(updateImportFile, organization.owner, {
        params: { ...books.params, import_file_id: asked.files[0]?.id as string },
        body: { date_order: 'dmy' },
      }),
    )
    const ready = await books.work()
    expect(ready.questions).toEqual([])
    await books.commit()
    expect(
      (await ok(app.call(listInvoices, organization.owner, {}))).data
        .map(({ issue_date }) => issue_date)
        .toSorted(),
    ).toEqual(['2026-03-02', '2026-05-04'])
  })

  test('a currency that does not exist, one without a rate, and one that is asked for [OPS-32]', async () => {
    const organization = await organizationOf('TZS')
    const csv =
      'client,invoice number,invoice date,total,currency\nA,1,2026-01-10,10,XQZ\nA,2,2026-01-10,10,EUR\nA,3,2026-01-10,10,TZS\n'
    const books = await Books.of(app, organization, { 'i.csv': csv })
    const ready = await books.analyse()
    expect((await books.rows('rejected')).map(({ notes }) => notes[0]?.code)).toEqual([
      'unknown_currency',
      'missing_exchange_rate',
    ])
    expect(cause(ready, 'missing_exchange_rate')?.rule).toBe('missing_exchange_rate')
    await ok(
      app.call(setExchangeRate, organization.owner, {
        params: { currency: 'EUR' },
        body: { rate: '2700', rate_date: '2026-01-01' },
      }),
    )
    expect((await books.analyse()).sheet?.to_create.invoices).toBe(2)
    await books.commit()
    await expectSound(app, organization)
    const dollars = await Books.of(app, organization, {
      'd.csv': 'client,invoice number,invoice date,total\nA,9,2026-01-10,$10.00\n',
    })
    expect((await dollars.analyse()).questions.map(({ code }) => code)).toEqual(['currency'])
    await ok(
      app.call(updateImport, organization.owner, { params: dollars.params, body: { currency: 'TZS' } }),
    )
    expect((await dollars.work()).questions).toEqual([])
  })

  test('clients that are here are used and never doubled; likely ones are warned of [CLI-60] [OPS-32]', async () => {
    const organization = await organizationOf()
    const { owner } = organization
    await ok(
      app.call(createClient, owner, {
        body: { name: 'Acme', email: 'billing@acme.example', tax_number: 'TZ-100 200' },
      }),
    )
    await ok(app.call(createClient, owner, { body: { name: 'By Number', tax_number: '900-1' } }))
    const csv =
      'name,email,tax number\nAcme Incorporated,BILLING@acme.example,\nOther Name,,900 1\nacme,,\nZebra Ltd,z@zebra.example,\nZebra Limited,y@zebra.example,\n'
    const books = await Books.of(app, organization, { 'clients.csv': csv })
    const ready = await books.analyse()
    expect((await books.rows('matched')).map(({ label }) => label)).toEqual([
      'Acme Incorporated',
      'Other Name',
      'acme',
    ])
    expect(cause(ready, 'possible_duplicate')?.count).toBe(1)
    expect(ready.sheet?.to_create.clients).toBe(2)
    await books.commit()
    expect((await ok(app.call(listClients, owner, {}))).data).toHaveLength(4)
    await books.undo()
    expect((await ok(app.call(listClients, owner, {}))).data.map(({ name }) => name).toSorted()).toEqual([
      'Acme',
      'By Number',
    ])
  })
})

describe('wrong input', () => {
  test.each([
    ['an empty file', '', 'file_empty'],
    ['a file of empty lines', '\n\n \n', 'unreadable_file'],
    ['a file without a header', '1,2,3\n4,5,6\n', 'unreadable_file'],
    [
      'a picture',
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
      'file_type_not_allowed',
    ],
    ['bytes that are no text', Buffer.from([1, 2, 0, 0, 0, 7, 8, 9, 0, 0, 0, 1]), 'unreadable_file'],
    [
      'quotes, which there are none of',
      'Client,Email,Quote Number,Amount,Quote Date\nA,a@b.example,1,1,2020-01-01\n',
      'unreadable_file',
    ],
  ])('%s is refused in words, and nothing of the others is lost [OPS-32]', async (_what, content, code) => {
    const organization = await organizationOf()
    const books = await Books.of(app, organization, { 'clients.csv': ninja['clients.csv'] })
    const answer = await books.add('wrong.csv', content)
    expect(answer.body).toMatchObject({ code })
    expect((answer.body as unknown as { detail: string }).detail.length).toBeGreaterThan(15)
    expect((await books.show()).files).toHaveLength(1)
  })

  test('the same file twice is refused [OPS-32]', async () => {
    const books = await Books.of(app, await organizationOf(), { 'clients.csv': ninja['clients.csv'] })
    expect((await books.add('copy.csv', ninja['clients.csv'])).body).toMatchObject({ code: 'duplicate_file' })
  })

  test('a limited member and who has no right to it bring nothing in', async () => {
    const organization = await organizationOf()
    const manager = await app.fixtures.member(organization, { role: 'manager' })
    expect((await app.call(createImport, manager, { body: {} })).status).toBe(403)
    const limited = await app.fixtures.member(organization, { role: 'finance', isLimited: true })
    expect((await app.call(createImport, limited, { body: {} })).status).toBe(403)
  })
})
