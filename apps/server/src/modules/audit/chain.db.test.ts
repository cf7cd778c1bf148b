import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApp } from '../../../test/app.ts'
import type { BuiltOrganization } from '../../../test/fixtures.ts'
import { systemClock } from '../../platform/clock.ts'
import { runBatch } from '../../platform/database/batch.ts'
import { canonicalJson, Database, statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { beginning, sealHash, type SealedEntry } from './chain.ts'
import { sealEntries, verifyChain, type Anchor } from './index.ts'

const app = await testApp({ using: [] })
const admin = new pg.Client({ connectionString: app.database.adminUrl })
const workers = [1, 2, 3].map(
  () =>
    new Database({
      connectionString: app.database.urlFor('portico_worker'),
      poolSize: 2,
      clock: systemClock,
      applicationName: 'test worker',
    }),
)
const worker = workers[0] as Database
let organization: BuiltOrganization
beforeAll(async () => {
  await admin.connect()
  organization = await app.fixtures.organization()
})
afterAll(async () => {
  await admin.end()
  await Promise.all(workers.map((one) => one.close()))
  await app.close()
})

const record = (id: string, count: number): Promise<void> =>
  app.fixtures.inOrganization(id, async (tx) => {
    for (let at = 0; at < count; at++)
      tx.record({
        action: 'clients.changed',
        entityKind: 'client',
        entityId: newId(),
        before: { name: `Kilimo ${at}`, address: { zip: null, city: 'Arusha' }, terms: 14 },
        after: { name: `Pwani ${at}`, rates: [1.5, 1e-7, 1e21], note: 'Ümläut \u2028 "quoted"', terms: -0 },
      })
  })
const sealsOf = (id: string) =>
  app.fixtures.inOrganization(id, (tx) =>
    tx.all(
      statement<{ seq: number; entry_id: string }>(
        'select seq, entry_id from audit_seals where organization_id = $1 order by seq',
      )(id),
    ),
  )

describe('the sealer', () => {
  test('chains each organization by itself, once, with several workers at work [AUD-11]', async () => {
    const others = await Promise.all([1, 2, 3].map(() => app.fixtures.organization()))
    const all = [organization, ...others]
    const writing = all.flatMap(({ id }) => Array.from({ length: 10 }, () => record(id, 5)))
    while (writing.length > 0) {
      await Promise.all([...writing.splice(0, 8), ...workers.map((one) => sealEntries(one))])
    }
    await sealEntries(worker)
    for (const { id } of all) {
      const report = await verifyChain(app.parts.database, id)
      expect(report).toMatchObject({ findings: [], waiting: 0 })
      const seals = await sealsOf(id)
      expect(seals.map(({ seq }) => seq)).toEqual(seals.map((_, at) => at + 1))
      const entries = await app.fixtures.inOrganization(id, (tx) =>
        tx.all(
          statement<{ count: number }>(
            'select count(*) as count from audit_entries where organization_id = $1',
          )(id),
        ),
      )
      expect(seals.length).toBe(entries[0]?.count)
    }
  })

  test('seals an entry whose transaction commits late behind the others, and skips none [AUD-11]', async () => {
    const { id } = await app.fixtures.organization()
    await sealEntries(worker)
    const sealedBefore = (await sealsOf(id)).length
    let commit: () => void = () => {}
    const isHeld = new Promise<void>((resolve) => (commit = resolve))
    let isWritten: () => void = () => {}
    const written = new Promise<void>((resolve) => (isWritten = resolve))
    const slow = app.fixtures.inOrganization(id, async (tx) => {
      tx.record({ action: 'clients.changed', entityKind: 'client', entityId: id, after: { slow: true } })
      await tx.readBack([])
      isWritten()
      await isHeld
    })
    await written
    await record(id, 3)
    await sealEntries(worker)
    expect((await sealsOf(id)).length).toBe(sealedBefore + 3)
    commit()
    await slow
    await sealEntries(worker)
    expect((await sealsOf(id)).length).toBe(sealedBefore + 4)
    expect(await verifyChain(app.parts.database, id)).toMatchObject({ findings: [], waiting: 0 })
  })

  test('is the only one who writes the chain: whoever serves requests may not [AUD-11]', async () => {
    for (const text of [
      'insert into audit_seals select organization_id, seq + 1000, entry_id, hash from audit_seals where organization_id = $1',
      'update audit_seals set hash = hash where organization_id = $1',
      'delete from audit_seals where organization_id = $1',
      'update audit_heads set seq = 0 where organization_id = $1',
      'delete from audit_unsealed where organization_id = $1',
      'update audit_entries set action = action where organization_id = $1',
      'delete from audit_entries where organization_id = $1',
      'update audit_payloads set before = null where organization_id = $1',
    ])
      await expect(
        app.fixtures.inOrganization(organization.id, (tx) => tx.all(statement(text)(organization.id))),
        text,
      ).rejects.toThrow(/permission denied/)
    await expect(
      worker.withOrganization(organization.id, { kind: 'system', name: 'test' }, (tx) =>
        tx.all(statement('update audit_seals set hash = hash where organization_id = $1')(organization.id)),
      ),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('verifying', () => {
  /** Reads as the superuser inside of a transaction that is taken back: tampering costs nothing. */
  const inside = {
    read: async (_opening: unknown, queries: Parameters<typeof runBatch>[1]) => ({
      principal: { kind: 'nobody' as const },
      rows: (await runBatch(admin, queries)).map(({ rows }) => rows),
    }),
  } as unknown as Database
  const length = 40
  let id: string
  let anchor: Anchor
  let entries: (SealedEntry & { seq: number })[]

  beforeAll(async () => {
    ;({ id } = await app.fixtures.organization())
    await record(id, length)
    await sealEntries(worker)
    const report = await verifyChain(app.parts.database, id)
    expect(report).toMatchObject({ findings: [], more: 0, erased: 0, waiting: 0 })
    anchor = { ...(report.head as { seq: number; hash: string }), at: '2026-03-10T09:00:00.000Z' }
    entries = await app.fixtures.inOrganization(id, (tx) =>
      tx.all(
        statement<SealedEntry & { seq: number }>(
          'select e.*, s.seq from audit_entries e join audit_seals s on s.organization_id = e.organization_id and s.entry_id = e.id where e.organization_id = $1 order by s.seq',
        )(id),
      ),
    )
  })

  async function tampered(
    change: (run: (text: string, values?: unknown[]) => Promise<void>) => Promise<void>,
    anchors: Anchor[] = [],
  ) {
    await admin.query('begin')
    try {
      // As whoever owns the machine could: the foreign keys are switched off too.
      await admin.query('set local session_replication_role = replica')
      await change(async (text, values = []) => {
        await admin.query(text.replaceAll('$org', `'${id}'`), values)
      })
      return await verifyChain(inside, id, anchors)
    } finally {
      await admin.query('rollback')
    }
  }
  const nth = (seq: number) => entries[seq - 1] as SealedEntry & { seq: number }

  /** Hashes all of the chain anew, as somebody would who knows how and reaches all tables. */
  async function rewrite(run: (text: string, values?: unknown[]) => Promise<void>): Promise<void> {
    const { rows } = await runBatch(admin, [
      statement(
        'select e.*, s.seq from audit_seals s join audit_entries e on e.organization_id = s.organization_id and e.id = s.entry_id where s.organization_id = $1 order by s.seq',
      )(id),
    ]).then(([result]) => result as { rows: Record<string, unknown>[] })
    let hash = beginning
    let seq = 0
    for (const row of rows as (SealedEntry & { seq: number })[]) {
      hash = sealHash(hash, id, ++seq, row)
      await run('update audit_seals set hash = $1, seq = $2 where organization_id = $org and entry_id = $3', [
        hash,
        seq,
        row.id,
      ])
    }
    await run('update audit_heads set seq = $1, hash = $2 where organization_id = $org', [seq, hash])
  }

  const edits: [string, string][] = [
    [
      'the action',
      `update audit_entries set action = 'clients.nothing' where organization_id = $org and id = $1`,
    ],
    [
      'the time',
      `update audit_entries set at = at + interval '1 ms' where organization_id = $org and id = $1`,
    ],
    ['the actor', `update audit_entries set actor_id = id where organization_id = $org and id = $1`],
    [
      'the actor’s kind',
      `update audit_entries set actor_kind = 'contact' where organization_id = $org and id = $1`,
    ],
    ['the record', `update audit_entries set entity_id = id where organization_id = $org and id = $1`],
    [
      'the kind of record',
      `update audit_entries set entity_kind = 'invoice' where organization_id = $org and id = $1`,
    ],
    ['the client', `update audit_entries set client_id = id where organization_id = $org and id = $1`],
    ['the request', `update audit_entries set request_id = 'req_x' where organization_id = $org and id = $1`],
    [
      'the hash of the payload',
      `update audit_entries set payload_hash = '\\x00' where organization_id = $org and id = $1`,
    ],
    ['the seal', `update audit_seals set hash = '\\x00' where organization_id = $org and entry_id = $1`],
    [
      'the name',
      `update audit_payloads set actor_name = 'Somebody else' where organization_id = $org and entry_id = $1`,
    ],
    [
      'the address',
      `update audit_payloads set ip = '10.0.0.1' where organization_id = $org and entry_id = $1`,
    ],
    [
      'what was before',
      `update audit_payloads set before = jsonb_set(before, '{terms}', '15') where organization_id = $org and entry_id = $1`,
    ],
    [
      'what was after',
      `update audit_payloads set after = after - 'note' where organization_id = $org and entry_id = $1`,
    ],
    ['the salt', `update audit_payloads set salt = '\\x00' where organization_id = $org and entry_id = $1`],
  ]
  test.each(edits)('names the first row where %s was edited [AUD-11]', async (_what, sql) => {
    const { findings } = await tampered(async (run) => {
      await run(sql, [nth(30).id])
      await run(sql, [nth(7).id])
    })
    expect(findings[0]).toMatchObject({ seq: 7, entryId: nth(7).id })
    expect(findings[0]?.subject).toContain(nth(7).id)
    expect(findings.some(({ seq }) => seq === 30)).toBe(true)
  })

  test('finds every one of many random tamperings, and names the first row of each [AUD-11]', async () => {
    const kinds: ((
      run: (text: string, values?: unknown[]) => Promise<void>,
      seq: number,
    ) => Promise<void>)[] = [
      (run, seq) => {
        const [, sql] = edits[Math.floor(Math.random() * edits.length)] as [string, string]
        return run(sql, [nth(seq).id])
      },
      async (run, seq) => {
        await run('delete from audit_seals where organization_id = $org and seq = $1', [seq])
        await run('delete from audit_payloads where organization_id = $org and entry_id = $1', [nth(seq).id])
        await run('delete from audit_entries where organization_id = $org and id = $1', [nth(seq).id])
      },
      (run, seq) => run('delete from audit_entries where organization_id = $org and id = $1', [nth(seq).id]),
      async (run, seq) => {
        // Deleted, and the rest moved up so that no number is missing.
        await run('delete from audit_seals where organization_id = $org and seq = $1', [seq])
        for (let next = seq + 1; next <= length; next++)
          await run('update audit_seals set seq = $1 where organization_id = $org and seq = $2', [
            next - 1,
            next,
          ])
        await run('update audit_heads set seq = seq - 1 where organization_id = $org')
      },
      async (run, seq) => {
        // Two entries change places.
        const [one, other] = [nth(seq), nth(seq + 1)]
        await run('update audit_seals set entry_id = $1 where organization_id = $org and seq = $2', [
          newId(),
          seq,
        ])
        await run('update audit_seals set entry_id = $1 where organization_id = $org and seq = $2', [
          one.id,
          seq + 1,
        ])
        await run('update audit_seals set entry_id = $1 where organization_id = $org and seq = $2', [
          other.id,
          seq,
        ])
      },
    ]
    const rounds = Number(process.env['PORTICO_TAMPERINGS'] ?? 60)
    for (let round = 0; round < rounds; round++) {
      const seq = 1 + Math.floor(Math.random() * (length - 1))
      const kind = round % kinds.length
      const { findings } = await tampered((run) => (kinds[kind] as (typeof kinds)[number])(run, seq))
      expect(findings[0]?.seq, `kind ${kind} at ${seq}`).toBe(seq)
    }
  }, 60_000)

  test('finds an entry that was slipped in, and a tail that was cut [AUD-11]', async () => {
    const inserted = await tampered((run) =>
      run(
        `insert into audit_entries select organization_id, $1, at, actor_kind, actor_id, 'clients.forged', entity_kind, entity_id, client_id, request_id, payload_hash from audit_entries where organization_id = $org and id = $2`,
        [newId(), nth(5).id],
      ),
    )
    expect(inserted.findings).toMatchObject([{ problem: 'inserted' }])
    expect(inserted.findings[0]?.subject).toContain('clients.forged')

    const cut = (withHead: boolean) => async (run: (text: string, values?: unknown[]) => Promise<void>) => {
      await run(
        `delete from audit_entries where organization_id = $org and id in (select entry_id from audit_seals where organization_id = $org and seq > 35)`,
      )
      await run('delete from audit_seals where organization_id = $org and seq > 35')
      if (withHead) await run('update audit_heads set seq = 35 where organization_id = $org')
    }
    expect((await tampered(cut(false))).findings).toMatchObject([{ problem: 'tail_cut', seq: 36 }])
    expect((await tampered(cut(true))).findings).toEqual([])
    expect((await tampered(cut(true), [anchor])).findings).toMatchObject([{ problem: 'tail_cut', seq: 36 }])
  })

  test('a chain that was rewritten as a whole is told by an anchor from outside [AUD-11]', async () => {
    const middle: Anchor = {
      seq: 20,
      hash: await app.fixtures.inOrganization(id, async (tx) => {
        const row = await tx.first(
          statement<{ hash: Buffer }>('select hash from audit_seals where organization_id = $1 and seq = 20')(
            id,
          ),
        )
        return (row as { hash: Buffer }).hash.toString('hex')
      }),
      at: '2026-03-10T08:00:00.000Z',
    }
    const forge = async (run: (text: string, values?: unknown[]) => Promise<void>) => {
      await run(
        `update audit_entries set action = 'clients.nothing' where organization_id = $org and id = $1`,
        [nth(25).id],
      )
      await rewrite(run)
    }
    expect((await tampered(forge)).findings).toEqual([])
    const { findings } = await tampered(forge, [middle, anchor])
    expect(findings).toMatchObject([{ problem: 'rewritten', seq: 21 }])
    expect(findings[0]?.subject).toContain('between 21 and 40')
  })

  test('a payload may be erased: the chain stays whole and says how many are gone [AUD-11]', async () => {
    const report = await tampered((run) =>
      run('delete from audit_payloads where organization_id = $org and entry_id = $1', [nth(9).id]),
    )
    expect(report).toMatchObject({ findings: [], erased: 1, sealed: length })
  })
})

test('canonical JSON is the same before and after the database kept it [AUD-11]', async () => {
  const value = {
    b: 1,
    a: { ä: [null, true, -0, 1e21, 1e-7, 0.1], Z: 'x\u2028\t"' },
    none: undefined,
    aa: '',
  }
  const text = canonicalJson(value)
  expect(text).toBe('{"a":{"Z":"x\u2028\\t\\"","ä":[null,true,0,1e+21,1e-7,0.1]},"aa":"","b":1}')
  const { rows } = await admin.query<{ value: unknown }>('select $1::jsonb as value', [text])
  expect(canonicalJson(rows[0]?.value)).toBe(text)
})
