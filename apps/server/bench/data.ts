import pg from 'pg'
import { canonicalJson } from '../src/modules/documents/frozen.ts'
import { seedOrganization } from '../src/modules/organizations/seed-organization.ts'
import { newToken, sha256 } from '../src/platform/crypto/tokens.ts'
import { db, type Database } from '../src/platform/database/index.ts'
import { newId } from '../src/platform/ids.ts'
import { systemPrincipal } from '../src/platform/principal.ts'

export type BenchOrganization = {
  id: string
  token: string
  clientId: string
  clientIds: string[]
  invoiceId: string
}

const system = systemPrincipal('bench')

const frozenContent = canonicalJson({
  logo: null,
  paper: {
    kind: 'invoice',
    number: 'INV-2026-000001',
    issueDate: '2026-01-01',
    dueDate: '2026-01-15',
    currency: 'USD',
    locale: 'en',
    paper: 'A4',
    brandColor: '#1f6feb',
    seller: {
      name: 'Bench',
      addressLines: ['1 Bench Road', '11101 Dar es Salaam'],
      country: 'TZ',
      tin: '100-200-300',
      email: 'accounts@bench.example',
      phone: '+255 700 000 000',
    },
    buyer: { name: 'Client number 1', addressLines: ['2 Client Road', 'Arusha'], refid: 'CL-1' },
    reference: { label: 'Payment reference', value: 'PAY-7K2M-9XQ4-C' },
    lines: Array.from({ length: 5 }, (_, at) => ({
      position: at + 1,
      description: `Work of week ${at + 1}`,
      quantity: '4',
      unitPrice: '250',
      taxLabel: 'VAT 18%',
      net: 100_000,
    })),
    taxes: [{ label: 'VAT', percent: '18', category: 'standard', taxable: 500_000, tax: 90_000 }],
    totals: { net: 500_000, tax: 90_000, gross: 590_000, paid: 0, due: 590_000 },
    payTo: [
      {
        name: 'Bank',
        kind: 'bank',
        lines: [
          { label: 'Bank', value: 'Bank of Bench' },
          { label: 'Account', value: '0150 2003 0040 5000' },
        ],
      },
    ],
    links: { pay: 'https://portico.example/i/token' },
  },
})

/** Organizations with an owner who is signed in, ten clients each, and `invoices` issued invoices spread over them; the newest of each has five lines. */
export async function makeBenchData(
  database: Database,
  adminUrl: string,
  options: { organizations: number; invoices: number },
): Promise<BenchOrganization[]> {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  const made: BenchOrganization[] = []
  // The trigram index is built once over all rows instead of row by row.
  const { rows: index } = await admin.query<{ definition: string }>(
    `select indexdef as definition from pg_indexes where indexname = 'invoices__search'`,
  )
  await admin.query('drop index if exists invoices__search')
  try {
    for (let at = 0; at < options.organizations; at++) {
      const token = newToken()
      const organization = await database.global(system, async (tx) => {
        const userId = newId()
        await tx.batch([
          db.insertInto('users').values({
            id: userId,
            email: `${userId}@bench.example`,
            email_key: `${userId}@bench.example`,
            name: `Owner ${at}`,
            email_verified_at: tx.now,
            created_at: tx.now,
            updated_at: tx.now,
          }),
          db.insertInto('sessions').values({
            id: newId(),
            token_hash: sha256(token),
            user_id: userId,
            realm: 'staff',
            created_at: tx.now,
            last_seen_at: tx.now,
            expires_at: '2099-01-01T00:00:00Z',
          }),
        ])
        const { organizationId, roleIds } = await seedOrganization(tx, {
          name: `Bench ${at}`,
          slug: `bench-${newId()}`,
          country: 'TZ',
          currency: 'USD',
          timezone: 'UTC',
        })
        await tx.all(
          db.insertInto('memberships').values({
            organization_id: organizationId,
            id: newId(),
            user_id: userId,
            role_id: roleIds.get('owner') as string,
            created_at: tx.now,
            updated_at: tx.now,
          }),
        )
        return organizationId
      })
      await admin.query(
        `insert into clients (organization_id, id, refid, name, status, search_text, created_at, updated_at)
         select $1, uuidv7(), 'CL-' || n, 'Client number ' || n, 'active', 'client number ' || n, now(), now() from generate_series(1, 10) n`,
        [organization],
      )
      await admin.query(
        `insert into invoices (organization_id, id, client_id, number, document_state, settlement_state, delivery_state, currency, issue_date, due_date, locale, prices_include_tax, tax_rounding, net, tax, gross, base_currency, search_text, content_hash, created_at, updated_at, issued_at)
         select $1, uuidv7(), (array(select id from clients where organization_id = $1 order by id))[1 + n % 10], 'INV-2026-' || lpad(n::text, 6, '0'), 'final', (array['open', 'partial', 'paid'])[1 + n % 3], (array['sent', 'viewed'])[1 + n % 2], 'USD',
           date '2026-01-01' + n % 300, date '2026-01-15' + n % 300, 'en', false, 'document', 100000 + n, 18000, 118000 + n, 'USD', 'inv-2026-' || n || ' client number ' || n % 10, '\\x00', now(), now(), now()
         from generate_series(1, $2::int) n`,
        [organization, Math.ceil(options.invoices / options.organizations)],
      )
      await admin.query(
        `insert into owed_moves (organization_id, currency, due_date, amount, invoices)
         select organization_id, currency, due_date, sum(gross - settled), count(*) from invoices where organization_id = $1 and settlement_state in ('open', 'partial') group by 1, 2, 3`,
        [organization],
      )
      const { rows } = await admin.query<{ id: string; client_id: string }>(
        'select id, client_id from invoices where organization_id = $1 order by id desc limit 1',
        [organization],
      )
      const newest = rows[0] as { id: string; client_id: string }
      await admin.query(
        `insert into invoice_lines (organization_id, invoice_id, position, description, quantity, unit_price, tax_rate_key, tax_name, tax_category, tax_percent, net)
         select $1, $2, n, 'Work of week ' || n, 4, 250, 'vat', 'VAT', 'standard', 18, 100000 from generate_series(1, 5) n`,
        [organization, newest.id],
      )
      await admin.query(
        `insert into document_contents (organization_id, document_kind, document_id, content, sha256, created_at) values ($1, 'invoice', $2, $3, sha256(convert_to($3, 'UTF8')), now())`,
        [organization, newest.id, frozenContent],
      )
      const clients = await admin.query<{ id: string }>('select id from clients where organization_id = $1', [
        organization,
      ])
      made.push({
        id: organization,
        token,
        clientId: newest.client_id,
        clientIds: clients.rows.map(({ id }) => id),
        invoiceId: newest.id,
      })
    }
    if (index[0]) await admin.query(index[0].definition)
    // Not of tables that are empty: the planner would hold them for empty while they fill, as it does in no installation.
    const filled = await admin.query<{ name: string }>(
      `select relid::regclass::text as name from pg_stat_user_tables where schemaname = 'public' and n_live_tup > 0`,
    )
    for (const { name } of filled.rows) await admin.query(`vacuum analyze ${name}`)
    return made
  } finally {
    await admin.end()
  }
}
