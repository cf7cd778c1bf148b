import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { Statement } from '../../platform/database/index.ts'
import { listRates } from '../currencies/reads.ts'
import { listStatement } from '../invoices/list.ts'
import { listItems } from '../prices/reads.ts'
import { clientHistory } from './history-reads.ts'
import { listClients } from './list-reads.ts'

const database = await testDatabase()
const app = new pg.Client({ connectionString: database.urlFor('portico_app') })
afterAll(async () => {
  await app.end()
  await database.close()
})

const organization = '01938c0a-0000-7000-8000-000000000001'
const middle = '01938c0a-1111-7000-8000-000000001000'
const page = { limit: 50, position: null, isBackwards: false, list: '' }
const deep = (...position: (string | null)[]) => ({ ...page, position })

/** Two organizations, so that an index that forgets the organization shows. */
beforeAll(async () => {
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const id = (part: string, n = 'n') => `('01938c0a-${part}-7000-8000-' || lpad(${n}::text, 12, '0'))::uuid`
  await admin.query(`
    insert into organizations (id, slug, name, plan_id, created_at, updated_at)
      select ${id('0000')}, 'org-' || n, 'Org', (select id from plans limit 1), now(), now() from generate_series(1, 2) n;
    insert into organization_settings (organization_id, base_currency, created_at, updated_at) select id, 'USD', now(), now() from organizations;
    insert into clients (organization_id, id, refid, name, email_key, status, metadata, search_text, created_at, updated_at)
      select ${id('0000', '(1 + n % 2)')}, ${id('1111')}, 'CL-' || n, 'Client ' || md5(n::text), n || '@example.com', (array['active', 'pending', 'suspended', 'inactive'])[1 + n % 4],
        case when n % 5 = 0 then '{"segment": "Retail"}' else '{}' end::jsonb, 'client ' || md5(n::text), now(), now() from generate_series(1, 6000) n;
    insert into price_items (organization_id, id, code, name, search_text, created_at, updated_at)
      select ${id('0000', '(1 + n % 2)')}, ${id('2222')}, 'C' || n, 'Item ' || md5(n::text), 'item', now(), now() from generate_series(1, 4000) n;
    insert into exchange_rates (organization_id, currency, base_currency, rate_date, rate, source, created_at)
      select ${id('0000', '1')}, currency, 'USD', date '2015-01-01' + n, 1, 'manual', now() from generate_series(1, 2000) n, unnest(array['EUR', 'TZS', 'KES']) currency;
    insert into audit_entries (organization_id, id, at, actor_kind, action, entity_kind, entity_id, client_id, payload_hash)
      select organization_id, ${id('3333', '(row_number() over (order by c.id))')}, now(), 'system', 'clients.changed', 'client', c.id, c.id, '\\x00' from clients c, generate_series(1, 2);
  `)
  await admin.query('vacuum analyze')
  await admin.end()
  await app.connect()
})

/** The plan as the application's role gets it, with the organization set: row-level security keeps what is not leakproof from an index. */
async function planOf(statement: Statement): Promise<string> {
  await app.query('begin')
  await app.query(`select set_config('app.organization_id', $1, true)`, [organization])
  const { rows } = await app.query(`explain (costs off) ${statement.text}`, [...statement.values])
  await app.query('rollback')
  return rows.map((row) => (row as { 'QUERY PLAN': string })['QUERY PLAN']).join('\n')
}

test.each([
  ['newest first', listClients(organization, {}, deep(null, middle)), 'clients__recent', 'id <'],
  [
    'by name',
    listClients(organization, { sort: 'name' }, deep('client 8', middle)),
    'clients__by_name',
    'ROW(name_key, id) >',
  ],
  [
    'of a status',
    listClients(organization, { status: 'suspended' }, deep(null, middle)),
    'clients__by_status',
    'status =',
  ],
  [
    'of a status by name',
    listClients(organization, { status: 'active', sort: 'name' }, deep('client 8', middle)),
    'clients__by_status_name',
    'ROW(name_key, id) >',
  ],
  ['of a segment', listClients(organization, { segment: 'Retail' }, page), 'clients__segment', 'segment ='],
  ['with a refid', listClients(organization, { refid: 'CL-77' }, page), 'clients__recent', 'id = '],
  [
    'with an email',
    listClients(organization, { email: '77@example.com' }, page),
    'clients__email',
    'email_key =',
  ],
  [
    'that begin with two letters',
    listClients(organization, { q: 'zz' }, page),
    'clients__by_name',
    'name_key >=',
  ],
])(
  'clients %s are read from their index, page 200 as page 1 [OPS-12]',
  async (_name, statement, index, condition) => {
    const plan = await planOf(statement)
    expect(plan).toContain(`using ${index} on clients c`)
    expect(plan).toMatch(
      new RegExp(`Index Cond: .*organization_id = .*${condition.replaceAll(/[()]/g, '\\$&')}`),
    )
    expect(plan).not.toContain('Seq Scan on clients')
  },
)

test('a refid is looked up along its own index, before the client that it leads to [OPS-12]', async () => {
  const plan = await planOf(listClients(organization, { refid: 'CL-77' }, page))
  expect(plan).toMatch(/Index Scan using clients__refid on clients known\n +Index Cond: .*refid = /)
})

test('price list, exchange rates and history are read from their indexes [OPS-12]', async () => {
  const items = await planOf(listItems(organization, {}, deep('item 8', middle)))
  expect(items).toMatch(/Index Scan using price_items__by_name .*\n +Index Cond: .*ROW\(name_key, id\) >/)
  const rates = await planOf(listRates(organization, null, deep('2016-01-01', 'KES')))
  expect(rates).toMatch(
    /Index Scan using exchange_rates__recent .*\n +Index Cond: .*ROW\(rate_date, currency\) </,
  )
  const history = await planOf(
    clientHistory(
      organization,
      '01938c0a-1111-7000-8000-000000000002',
      deep('2026-03-10T09:00:00.000Z', middle),
      false,
    ),
  )
  expect(history).toMatch(/using audit_entries__of_client/)
  for (const plan of [items, rates, history]) expect(plan).not.toContain('Seq Scan on price_items')
})

test.each([
  ['clients', listClients(organization, {}, page)],
  ['clients by name, further down', listClients(organization, { sort: 'name' }, deep('client 8', middle))],
  ['invoices', listStatement(organization, '2026-11-20T09:00:00.000Z', {}, page)],
  ['price items', listItems(organization, {}, page)],
  ['exchange rates', listRates(organization, null, page)],
  ['a history', clientHistory(organization, '01938c0a-1111-7000-8000-000000000002', page, false)],
])('a page of %s is planned once, and not again for each that is read [OPS-12]', async (_name, statement) => {
  await app.query('begin')
  await app.query(`select set_config('app.organization_id', $1, true)`, [organization])
  // PostgreSQL tries the values of the first five, and goes on with one plan for all where that looks no worse.
  for (let time = 0; time < 7; time++) await app.query({ ...statement, values: [...statement.values] })
  const { rows } = await app.query(
    'select generic_plans::int as kept, custom_plans::int as tried from pg_prepared_statements where name = $1',
    [statement.name],
  )
  await app.query('rollback')
  expect(rows).toEqual([{ kept: 2, tried: 5 }])
})
