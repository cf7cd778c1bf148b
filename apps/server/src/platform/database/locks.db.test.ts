import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import { db } from './index.ts'
import { globalTables, lintSchema, refuseUnsafeDatabase } from './lint.ts'
import { Database } from './database.ts'
import { systemPrincipal } from '../principal.ts'
import { systemClock } from '../clock.ts'

const app = await testApp({ using: [] })
const admin = new pg.Client({ connectionString: app.database.adminUrl })
beforeAll(() => admin.connect())
afterAll(async () => {
  await admin.end()
  await app.close()
})
const system = systemPrincipal('test')

async function tenantTables(): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  )
  return rows.map((row) => row.name).filter((name) => !(name in globalTables))
}

describe('the locks of the database', () => {
  test('the lint finds nothing to complain about [SEC-03] [SEC-05] [SEC-08] [SEC-09]', async () => {
    expect(await lintSchema(app.parts.database)).toEqual([])
  })

  test('the lint notices each kind of broken lock [SEC-08]', async () => {
    const breakages: [string, string, string][] = [
      [
        'rls',
        'alter table clients no force row level security',
        'alter table clients force row level security',
      ],
      [
        'policy',
        'alter policy tenant on clients using (true)',
        `alter policy tenant on clients using (organization_id = (select app.organization()))`,
      ],
      [
        'policy role',
        'create policy careless on clients for select to public using (true)',
        'drop policy careless on clients',
      ],
      ['organization_id', 'create table careless (id uuid primary key)', 'drop table careless'],
      ['organization_id', 'create table careless (organization_id text not null)', 'drop table careless'],
      ['organization_id', 'create table careless (organization_id uuid)', 'drop table careless'],
      ['unique', 'create unique index careless on clients (refid, organization_id)', 'drop index careless'],
      [
        'trigger',
        `create function app.t() returns trigger language plpgsql as 'begin return new; end'; create trigger careless before insert on clients for each row execute function app.t()`,
        'drop trigger careless on clients; drop function app.t()',
      ],
      ['view', 'create view careless as select * from clients', 'drop view careless'],
      [
        'definer',
        `create function app.careless() returns int language sql security definer as 'select 1'`,
        'drop function app.careless()',
      ],
      [
        'foreign key',
        `alter table clients add column careless_id uuid; create unique index careless on contacts (organization_id, id, client_id);
         alter table clients add constraint careless foreign key (careless_id, organization_id) references contacts (id, organization_id)`,
        'alter table clients drop column careless_id; drop index careless',
      ],
      [
        'foreign key',
        'alter table users add column client_id uuid, add column organization_id uuid, add constraint careless foreign key (organization_id, client_id) references clients (organization_id, id)',
        'alter table users drop column client_id, drop column organization_id',
      ],
      [
        'foreign key',
        'alter table contacts add constraint careless foreign key (organization_id, client_id) references clients (organization_id, id) on delete set null',
        'alter table contacts drop constraint careless',
      ],
      [
        'foreign key',
        'alter table contacts add constraint careless foreign key (organization_id, client_id) references clients (organization_id, id) on update cascade',
        'alter table contacts drop constraint careless',
      ],
      ['role', 'create role portico_careless superuser', 'drop role portico_careless'],
      ['role', 'create role portico_careless bypassrls', 'drop role portico_careless'],
      [
        'owner',
        'create table careless (organization_id uuid primary key); alter table careless owner to portico_app',
        'drop table careless',
      ],
      [
        'owner',
        'create table careless (organization_id uuid primary key); alter table careless owner to portico_jobs',
        'drop table careless',
      ],
      ['grant', 'grant select on clients to public', 'revoke select on clients from public'],
      [
        'grant',
        'grant references on clients to portico_worker',
        'revoke references on clients from portico_worker',
      ],
      ['grant', 'grant truncate on clients to portico_app', 'revoke truncate on clients from portico_app'],
      [
        'append-only',
        'grant update on postings to portico_app',
        'revoke update on postings from portico_app',
      ],
      [
        'append-only',
        'grant update (amount) on postings to portico_worker',
        'revoke update (amount) on postings from portico_worker',
      ],
    ]
    for (const [rule, breaking, mending] of breakages) {
      await admin.query(breaking)
      expect(
        (await lintSchema(app.parts.database)).map((finding) => finding.rule),
        breaking,
      ).toContain(rule)
      await admin.query(mending)
    }
    expect(await lintSchema(app.parts.database)).toEqual([])
  })

  test('without an organization every tenant table is empty and refuses to be written [SEC-09]', async () => {
    await app.fixtures.organization()
    for (const table of await tenantTables()) {
      const rows = await app.parts.database.global(system, (tx) =>
        tx.all({ text: `select 1 from ${table} limit 1`, name: `t_${table}`, values: [] }),
      )
      expect(rows, table).toEqual([])
    }
    const { id } = await app.fixtures.organization()
    const insert = db.insertInto('resellers').values({
      organization_id: id,
      id: crypto.randomUUID(),
      name: 'x',
      created_at: new Date().toISOString(),
    })
    await expect(app.parts.database.global(system, (tx) => tx.all(insert))).rejects.toThrow(
      /row-level security/,
    )
  })

  test('a row cannot point into another organization [SEC-05]', async () => {
    const [one, two] = [await app.fixtures.organization(), await app.fixtures.organization()]
    const client = await app.fixtures.client(one)
    const contact = {
      organization_id: two.id,
      id: crypto.randomUUID(),
      client_id: client.id,
      name: 'x',
      created_at: new Date().toISOString(),
      updated_at: new Date().toISOString(),
    }
    await expect(
      app.fixtures.inOrganization(two.id, (tx) => tx.all(db.insertInto('contacts').values(contact))),
    ).rejects.toThrow(/foreign key/)
    await expect(
      app.fixtures.inOrganization(two.id, (tx) =>
        tx.all(db.insertInto('contacts').values({ ...contact, organization_id: one.id })),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('the ledger and the audit log can only grow [PAY-21]', async () => {
    const { id } = await app.fixtures.organization()
    for (const table of [
      'postings',
      'journal_entries',
      'audit_entries',
      'document_contents',
      'payments',
      'allocations',
      'receipts',
    ]) {
      for (const text of [`update ${table} set organization_id = organization_id`, `delete from ${table}`]) {
        await expect(
          app.fixtures.inOrganization(id, (tx) => tx.all({ text, name: text.slice(0, 60), values: [] })),
          text,
        ).rejects.toThrow(/permission denied/)
      }
    }
  })

  test('the server refuses to work as a superuser, or where a table shows its rows to everybody [SEC-09] [OPS-11]', async () => {
    const powerful = new Database({
      connectionString: app.database.adminUrl,
      poolSize: 1,
      clock: systemClock,
      applicationName: 'test',
    })
    await expect(refuseUnsafeDatabase(powerful, 'role')).rejects.toThrow(/bypasses row-level security/)
    await powerful.close()
    await app.fixtures.client(await app.fixtures.organization())
    await refuseUnsafeDatabase(app.parts.database, 'separate')
    await admin.query('alter table clients disable row level security')
    await expect(refuseUnsafeDatabase(app.parts.database, 'role')).rejects.toThrow(/clients/)
    await admin.query('alter table clients enable row level security')
  })

  test('a transaction that throws leaves nothing, and its connection no organization [SEC-04]', async () => {
    const { id } = await app.fixtures.organization()
    const name = crypto.randomUUID()
    await expect(
      app.fixtures.inOrganization(id, async (tx) => {
        await tx.all(
          db
            .insertInto('resellers')
            .values({ organization_id: id, id: crypto.randomUUID(), name, created_at: tx.now }),
        )
        throw new Error('stop')
      }),
    ).rejects.toThrow('stop')
    expect((await admin.query('select 1 from resellers where name = $1', [name])).rowCount).toBe(0)
    for (let at = 0; at < 10; at++) {
      const rows = await app.parts.database.global(system, (tx) =>
        tx.all<{ now: string | null }>({
          text: `select current_setting('app.organization_id', true) as now`,
          name: 'setting-now',
          values: [],
        }),
      )
      expect(rows[0]?.now ?? '').toBe('')
    }
  })
})
