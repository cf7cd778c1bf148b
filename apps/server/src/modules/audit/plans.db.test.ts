import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/database.ts'
import type { Statement } from '../../platform/database/index.ts'
import { listActivity } from './activity.ts'
import { listEntries } from './entries.ts'
import { loggedRequests } from './requests.ts'

const database = await testDatabase()
const app = new pg.Client({ connectionString: database.urlFor('portico_app') })
// The database is dropped with whoever is still connected.
app.on('error', () => {})
afterAll(async () => {
  await app.end()
  await database.close()
})

/** 200,000 on demand: filling the tables takes half a minute. */
const rows = Number(process.env['PORTICO_PLAN_ROWS'] ?? 30_000)
const organization = '01938c0a-0000-7000-8000-000000000001'
const user = '01938c0a-7777-7000-8000-000000000001'
const membership = '01938c0a-6666-7000-8000-000000000001'
const limitedMember = '01938c0a-6666-7000-8000-000000000002'
const page = { limit: 50, position: null, isBackwards: false, list: '' }
const deep = { ...page, position: ['2026-02-01T00:00:00.000Z', '01938c0a-3333-7000-8000-000000100000'] }

/** Most entries are of invoices and of one action, so that a plan that walks past them shows. */
beforeAll(async () => {
  const admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  const id = (part: string, n = 'n') => `('01938c0a-${part}-7000-8000-' || lpad((${n})::text, 12, '0'))::uuid`
  await admin.query(`
    set session_replication_role = replica;
    insert into organizations (id, slug, name, plan_id, created_at, updated_at)
      select ${id('0000')}, 'org-' || n, 'Org', (select id from plans limit 1), now(), now() from generate_series(1, 2) n;
    insert into organization_settings (organization_id, timezone, created_at, updated_at) select id, 'Africa/Dar_es_Salaam', now(), now() from organizations;
    insert into users (id, email, email_key, name, created_at, updated_at) values ('${user}', 'a@example.com', 'a@example.com', 'Amina', now(), now());
    insert into roles (organization_id, id, key, name, kind, created_at) values ('${organization}', ${id('5555', '1')}, 'owner', 'Owner', 'system', now());
    insert into role_permissions select '${organization}', ${id('5555', '1')}, key from permissions;
    insert into memberships (organization_id, id, user_id, role_id, created_at, updated_at) values ('${organization}', '${membership}', '${user}', ${id('5555', '1')}, now(), now());
    insert into clients (organization_id, id, refid, name, status, search_text, created_at, updated_at)
      select ${id('0000', '1 + n % 2')}, ${id('1111')}, 'CL-' || n, 'Client ' || n, 'active', 'client ' || n, now(), now() from generate_series(1, 2000) n;
    insert into client_assignments (organization_id, client_id, membership_id, created_at)
      select '${organization}', ${id('1111', '2 * n')}, '${limitedMember}', now() from generate_series(1, 20) n;
    insert into audit_entries (organization_id, id, at, actor_kind, actor_id, action, entity_kind, entity_id, client_id, request_id, payload_hash)
      select ${id('0000', '1 + n % 2')}, ${id('3333')}, timestamptz '2026-01-01' + n * interval '20 seconds', 'member', ${id('6666', '1 + n % 30')},
        case when n % 500 = 0 then 'clients.changed' when n % 7 = 0 then 'invoices.issued' else 'invoices.viewed' end,
        case when n % 500 = 0 then 'client' else 'invoice' end, ${id('2222', 'n % 5000')}, ${id('1111', '1 + n % 2000')}, 'req_' || lpad(n::text, 32, '0'), '\\x00'
      from generate_series(1, ${rows}) n;
    insert into request_log (organization_id, id, at, method, operation, path, status, status_class, milliseconds, caller_kind, caller_id, credential_id)
      select ${id('0000', '1 + n % 2')}, ${id('4444')}, timestamptz '2026-01-01' + n * interval '10 seconds', 'GET', 'operation.' || n % 60, '/', case when n % 400 = 0 then 422 else 200 end,
        case when n % 400 = 0 then 4 else 2 end, 3, 'member', ${id('6666', '1 + n % 30')}, ${id('8888', 'n % 300')}
      from generate_series(1, ${rows}) n;
  `)
  await admin.query('vacuum analyze audit_entries, request_log, clients, client_assignments')
  await admin.end()
  await app.connect()
}, 120_000)

type Plan = { text: string; read: number; milliseconds: number }

/** What the plan reads in truth, as the application's role under row-level security. */
async function planOf(statement: Statement, limited: string | null = null): Promise<Plan> {
  await app.query('begin')
  await app.query(
    `select set_config('app.organization_id', $1, true), set_config('app.caller', $2, true), set_config('app.limited_member_id', $3, true)`,
    [organization, `staff:${user}`, limited ?? ''],
  )
  const { rows: lines } = await app.query<{ 'QUERY PLAN': string }>(
    `explain (analyze, timing off) ${statement.text}`,
    [...statement.values],
  )
  await app.query('rollback')
  const text = lines.map((line) => line['QUERY PLAN']).join('\n')
  const read = [
    ...text.matchAll(
      /on (?:audit_entries|request_log) .*?\(actual rows=([\d.]+) loops=(\d+)\)(?:\n(?!.*->).*)*?(?:\n\s+Rows Removed by Filter: (\d+))?/g,
    ),
  ].reduce(
    (sum, [, found, loops, removed]) => sum + (Number(found) + Number(removed ?? 0)) * Number(loops),
    0,
  )
  return { text, read, milliseconds: Number(/Execution Time: ([\d.]+)/.exec(text)?.[1]) }
}

test.each([
  ['nothing', {}, 'audit_entries__recent'],
  ['days', { from: '2026-01-20', to: '2026-01-21' }, 'audit_entries__recent'],
  ['a rare action', { action: 'clients.changed' }, 'audit_entries__of_action'],
  ['a common action', { action: 'invoices.viewed' }, 'audit_entries__'],
  ['an actor', { actor: 'mem_01jd3k8w2fe0vb3y7p5m9x4t6q' }, 'audit_entries__of_actor'],
  ['a kind', { kind: 'client' }, 'audit_entries__of_kind'],
  ['a record', { record: 'inv_01jd3k8w2fe0vb3y7p5m9x4t6q' }, 'audit_entries__of_entity'],
  ['words', { q: 'client changed' }, 'audit_entries__of_action'],
  ['a request', { q: `req_${'0'.repeat(27)}77776` }, 'audit_entries__of_request'],
  ['an entry', { q: 'aud_01jd3k8w2fe0vb3y7p5m9x4t6q' }, 'audit_entries_pkey'],
])(
  'the audit log filtered by %s is read from its index [AUD-06] [AUD-07] [AUD-08] [OPS-12]',
  async (_name, filters, index) => {
    for (const at of [page, deep]) {
      const { text, read } = await planOf(listEntries(organization, filters, at))
      expect(text).toContain(index)
      expect(text).not.toContain('Seq Scan on audit_entries')
      expect(read, text).toBeLessThan(1_000)
    }
  },
)

test('the activity is read from indexes, for who sees all and for who is limited [AUD-04] [OPS-12]', async () => {
  for (const [limited, index] of [
    [null, 'audit_entries__of_kind'],
    [limitedMember, 'audit_entries__of_client'],
  ] as const) {
    const { text, read } = await planOf(listActivity(organization, {}, deep), limited)
    expect(text).toContain(index)
    expect(text).not.toContain('Seq Scan on audit_entries')
    expect(read, text).toBeLessThan(3_000)
  }
})

test.each([
  ['nothing', {}, 'request_log__recent'],
  ['a request id', { request_id: '01938c0a333370008000000000000042' }, 'request_log_pkey'],
  ['an operation', { operation: 'operation.7' }, 'request_log__by_operation'],
  ['what went wrong', { status: '4xx' as const }, 'request_log__by_status'],
  ['a caller', { caller: 'mem_01jd3k8w2fe0vb3y7p5m9x4t6q' }, 'request_log__by_caller'],
  ['a session or key', { credential: 'ses_01jd3k8w2fe0vb3y7p5m9x4t6q' }, 'request_log__by_credential'],
])(
  'the request log filtered by %s is read from its index [API-28] [OPS-12]',
  async (_name, filters, index) => {
    const { text, read } = await planOf(loggedRequests(organization, filters, page))
    expect(text).toContain(index)
    expect(text).not.toContain('Seq Scan on request_log')
    expect(read, text).toBeLessThan(1_000)
  },
)
