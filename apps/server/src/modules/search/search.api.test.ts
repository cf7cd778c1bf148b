import {
  createClient,
  createContact,
  createPriceItem,
  recordPayment,
  search,
  type SearchKind,
} from '@portico/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp, type Caller } from '../../../test/app.ts'
import { billingDesk, draft, issued, workLine, type ApiInvoice, type Desk } from '../../../test/billing.ts'
import { definerFunctions } from '../../platform/database/lint.ts'
import { statement } from '../../platform/database/index.ts'

const app = await testApp()
afterAll(() => app.close())

let desk: Desk
let stranger: Desk
let invoice: ApiInvoice & { number: string }
let sisterId: string
let receipt: string

const ask = async (q: string, caller: Caller = desk.owner, limit?: number) => {
  const answer = await app.call(search, caller, { query: { q, ...(limit && { limit }) } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.groups
}
const titles = async (q: string, kind: SearchKind, caller: Caller = desk.owner) =>
  (await ask(q, caller)).find((group) => group.kind === kind)?.data.map(({ title }) => title) ?? []

async function client(of: Desk, name: string, email?: string) {
  const { body } = await app.call(createClient, of.owner, { body: { name, ...(email && { email }) } })
  return body.id
}

beforeAll(async () => {
  desk = await billingDesk(app)
  stranger = await billingDesk(app)
  sisterId = await client(desk, 'Grønn Fjord Consulting AS', 'post@gronn.example')
  await client(desk, 'Kilimanjaro Coffee Roasters')
  await client(stranger, 'Kilimanjaro Canary Ltd')
  await app.call(createContact, desk.owner, {
    params: { client_id: sisterId },
    body: {
      name: 'Ingrid Håkonsen',
      email: 'ingrid@gronn.example',
      job_title: 'Head of finance',
      phone: '+47 912 34 567',
    },
  })
  await app.call(createPriceItem, desk.owner, {
    body: { code: 'HOST-1', name: 'Managed hosting', prices: [{ currency: 'USD', price: '20' }] } as never,
  })
  invoice = await issued(app, desk, {
    purchase_order: 'PO-77-ALPHA',
    lines: [workLine({ unit_price: '1234.5', tax_rate_key: 'zero' })],
  })
  const paid = await app.call(recordPayment, desk.owner, {
    body: {
      client_id: desk.client.publicId,
      receiving_account_id: app.id('receivingAccount', desk.accounts['TZS'] as string),
      amount: { amount: 54_321, currency: 'TZS' },
      received_on: '2026-03-09',
      payer: 'Juma Hassani',
      external_reference: 'MPESA QWE-123',
      allocations: [{ invoice_id: invoice.id, amount: { amount: 54_321, currency: 'TZS' } }],
    },
  })
  expect(paid.status, JSON.stringify(paid.body)).toBe(201)
  receipt = paid.body.receipt?.number ?? ''
})

describe('search', () => {
  test('groups what it finds by kind, the likeliest kind first [SRCH-02] [SRCH-04]', async () => {
    const groups = await ask('gronn')
    expect(groups.map(({ kind }) => kind)).toEqual(['client', 'contact'])
    expect(groups[0]?.data[0]).toMatchObject({ title: 'Grønn Fjord Consulting AS', status: 'pending' })
    expect(groups[1]?.data[0]).toMatchObject({
      title: 'Ingrid Håkonsen',
      detail: 'Head of finance · ingrid@gronn.example',
      client: { id: sisterId, name: 'Grønn Fjord Consulting AS' },
    })
    expect((await ask(invoice.number))[0]).toMatchObject({
      kind: 'invoice',
      data: [
        {
          id: invoice.id,
          title: invoice.number,
          status: 'partial',
          amount: { amount: 123_450, currency: 'TZS' },
        },
      ],
    })
    expect(await ask('')).toEqual([])
    expect(await ask('   ')).toEqual([])
  })

  test.each([
    ['kilimanjaro', 'the word'],
    ['coffee kili', 'words in another order, unfinished'],
    ['kilimanjro', 'a letter missing'],
    ['kilimannjaro', 'a letter too many'],
    ['kilinamjaro', 'letters exchanged'],
    ['coffe roastrs', 'several words with typos'],
    ['KILIMANJARÓ', 'capitals and accents'],
    ['ki', 'two letters, the beginning of the name'],
  ])('finds a client by %s: %s [SRCH-05]', async (q) => {
    expect(await titles(q, 'client')).toEqual(['Kilimanjaro Coffee Roasters'])
  })

  test('finds people, items, members and what was paid, with typos too [SRCH-05]', async () => {
    expect(await titles('hakonsen', 'contact')).toEqual(['Ingrid Håkonsen'])
    expect(await titles('hakonsn', 'contact')).toEqual(['Ingrid Håkonsen'])
    expect(await titles('+4791234567', 'contact')).toEqual(['Ingrid Håkonsen'])
    expect(await titles('managd hosting', 'price_item')).toEqual(['Managed hosting'])
    expect(await titles('host-1', 'price_item')).toEqual(['Managed hosting'])
    expect(await titles(desk.owner.name, 'member')).toContain(desk.owner.name)
    expect(await titles('juma hassani', 'payment')).toEqual(['Juma Hassani · MPESA QWE-123'])
    expect(await titles('qwe123', 'payment')).toEqual(['Juma Hassani · MPESA QWE-123'])
    expect(await titles(receipt.toLowerCase(), 'receipt')).toEqual([receipt])
  })

  test('finds an invoice by number, order, client and amount as it is written [SRCH-05]', async () => {
    for (const q of [
      invoice.number.toLowerCase(),
      'po-77-alpha',
      '77-alp',
      '1,234.50',
      '1 234.5',
      'TZS 1234.50',
    ])
      expect([q, await titles(q, 'invoice')]).toEqual([q, [invoice.number]])
    expect(await titles('USD 1234.50', 'invoice')).toEqual([])
    expect(await titles(desk.client.name, 'invoice')).toContain(invoice.number)
    expect(await titles('543.21', 'payment')).toEqual(['Juma Hassani · MPESA QWE-123'])
  })

  test('forgives how a payment reference is typed, whole or in part [SRCH-05]', async () => {
    const value = invoice.payment_reference?.value ?? ''
    const body = value.replace(/^PAY-/, '')
    const typed = [
      value,
      value.toLowerCase(),
      body.replaceAll('-', ' '),
      value.replaceAll('0', 'O').replaceAll('1', 'l'),
      body.slice(0, 4),
      body.slice(-5),
    ]
    for (const q of typed) {
      const group = (await ask(q)).find(({ kind }) => kind === 'payment_reference')
      expect([q, group?.data[0]]).toMatchObject([
        q,
        { title: value, invoice: { id: invoice.id, number: invoice.number } },
      ])
    }
  })

  test('shows at most so many of a kind, and that there are more [SRCH-04]', async () => {
    for (let at = 0; at < 4; at++) await draft(app, desk)
    const [group] = (await ask(desk.client.name, desk.owner, 2)).filter(({ kind }) => kind === 'invoice')
    expect(group).toMatchObject({ has_more: true })
    expect(group?.data).toHaveLength(2)
    expect((await app.call(search, desk.owner, { query: { q: 'x', limit: 100 } })).status).toBe(422)
  })

  test('finds nothing of another organization, and only what the caller may see [SRCH-05] [SEC-04]', async () => {
    expect(await titles('kilimanjaro', 'client', stranger.owner)).toEqual(['Kilimanjaro Canary Ltd'])
    expect(await titles(invoice.number, 'invoice', stranger.owner)).not.toContain(invoice.id)
    expect(JSON.stringify(await ask('po-77-alpha', stranger.owner))).toBe('[]')
    const support = await app.fixtures.member(desk.organization, { role: 'support' })
    const kinds = (await ask(desk.client.name, support)).map(({ kind }) => kind)
    expect(kinds).toContain('client')
    expect(kinds).not.toContain('invoice')
    expect(await ask('1,234.50', support)).toEqual([])
  })

  test('a limited member finds only assigned clients and what is theirs [SRCH-05] [RBAC-21]', async () => {
    const limited = await app.fixtures.member(desk.organization, {
      role: 'finance',
      isLimited: true,
      assignedTo: [desk.client.id],
    })
    expect(await titles('gronn', 'client', limited)).toEqual([])
    expect(await titles('gr', 'client', limited)).toEqual([])
    expect(await titles('hakonsen', 'contact', limited)).toEqual([])
    expect(await titles(invoice.number, 'invoice', limited)).toEqual([invoice.number])
    const elsewhere = await app.fixtures.member(desk.organization, { role: 'finance', isLimited: true })
    const value = invoice.payment_reference?.value ?? ''
    for (const q of [
      invoice.number,
      '1,234.50',
      '543.21',
      value,
      value.slice(-5),
      receipt,
      'juma hassani',
      desk.client.name,
    ])
      expect([q, await ask(q, elsewhere)]).toEqual([q, []])
  })

  test('hostile words are just words [SEC-19]', async () => {
    for (const q of [
      '%',
      '%%%',
      '___',
      "'; drop table clients; --",
      '\\',
      '\\\\%',
      '((((',
      '\u202e\u0000'.slice(0, 1),
      '💥💥💥',
      'a'.repeat(120),
    ])
      expect([q, (await app.call(search, desk.owner, { query: { q } })).status]).toEqual([q, 200])
    expect((await app.call(search, desk.owner, { query: { q: 'a'.repeat(121) } })).status).toBe(422)
  })
})

describe('functions that read past row-level security', () => {
  const functions = definerFunctions.filter((name) => name.startsWith('app.search_'))

  test.each(functions)(
    '%s finds nothing without an organization, and nothing of another one [SEC-04]',
    async (name) => {
      const found = (term: string) => statement<{ id: string }>(`select s.id from ${name}($1, 50) s`)(term)
      const terms = [
        'kilimanjaro',
        invoice.number.toLowerCase(),
        'hakonsen',
        'juma',
        'hosting',
        receipt.toLowerCase(),
        (invoice.payment_reference?.value ?? '').slice(-4),
      ]
      const count = async (organizationId: string | null) => {
        let all = 0
        for (const term of terms) {
          const rows = organizationId
            ? await app.fixtures.inOrganization(organizationId, (tx) => tx.all(found(term)))
            : await app.parts.database.global({ kind: 'system', name: 'test' } as never, (tx) =>
                tx.all(found(term)),
              )
          all += rows.length
        }
        return all
      }
      expect(await count(desk.organization.id)).toBeGreaterThan(0)
      expect(await count(null)).toBe(0)
      const empty = await app.fixtures.organization()
      expect(await count(empty.id)).toBe(0)
    },
  )
})
