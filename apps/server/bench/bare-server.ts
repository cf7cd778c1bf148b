import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import pg from 'pg'
import { wireTypes } from '../src/platform/database/wire-types.ts'

const summary = {
  type: 'object',
  properties: Object.fromEntries(
    [
      'id',
      'number',
      'client_id',
      'refid',
      'name',
      'document_state',
      'settlement_state',
      'delivery_state',
      'issue_date',
      'due_date',
      'purchase_order',
      'currency',
      'created_at',
    ]
      .map((name) => [name, { type: 'string', nullable: true }])
      .concat([
        ['gross', { type: 'integer' } as never],
        ['settled', { type: 'integer' } as never],
      ]),
  ),
}

/** The limit: Fastify, pg, one prepared statement, a response schema. No authentication, no row-level security, no permissions, no audit. */
export async function startBareServer(
  connectionString: string,
): Promise<{ server: FastifyInstance; url: string }> {
  const pool = new pg.Pool({ connectionString, max: 8, types: wireTypes })
  const server = Fastify()
  server.get<{ Querystring: { organization: string } }>(
    '/list',
    { schema: { response: { 200: { type: 'array', items: summary } } } },
    async (request) => {
      const { rows } = await pool.query({
        name: 'list',
        text: `select i.id, i.number, i.client_id, c.refid, c.name, i.document_state, i.settlement_state, i.delivery_state, i.issue_date, i.due_date, i.purchase_order, i.currency, i.gross, i.settled, i.created_at
        from invoices i join clients c on c.organization_id = i.organization_id and c.id = i.client_id where i.organization_id = $1 and i.deleted_at is null order by i.id desc limit 50`,
        values: [request.query.organization],
      })
      return rows
    },
  )
  server.get<{ Querystring: { organization: string; id: string } }>('/open', async (request) => {
    const { organization, id } = request.query
    const { rows } = await pool.query({
      name: 'open',
      text: `select row_to_json(i) as invoice, (select json_agg(l order by l.position) from invoice_lines l where l.organization_id = $1 and l.invoice_id = $2) as lines from invoices i where i.organization_id = $1 and i.id = $2`,
      values: [organization, id],
    })
    return rows[0]
  })
  server.post<{ Body: { organization: string; client: string } }>('/create', async (request) => {
    const { organization, client } = request.body
    const id = randomUUID()
    await pool.query({
      name: 'create',
      text: `with invoice as (insert into invoices (organization_id, id, client_id, currency, locale, prices_include_tax, tax_rounding, net, tax, gross, base_currency, search_text, created_at, updated_at) values ($1, $2, $3, 'USD', 'en', false, 'document', 500000, 90000, 590000, 'USD', 'draft', now(), now())),
        lines as (insert into invoice_lines (organization_id, invoice_id, position, description, quantity, unit_price, net) select $1, $2, n, 'Work', 4, 250, 100000 from generate_series(1, 5) n)
        insert into domain_events (organization_id, id, type, payload, created_at, claimed_at) values ($1, $2, 'invoice.created', '{}', now(), now())`,
      values: [organization, id, client],
    })
    return { id }
  })
  server.post<{ Body: { organization: string; client: string } }>('/issue', async (request) => {
    const { organization, client } = request.body
    const id = randomUUID()
    await pool.query({
      name: 'issue',
      text: `with counter as (update number_series set next = next + 1 where organization_id = $1 and kind = 'receipt' and series = 'bare' returning next),
        invoice as (insert into invoices (organization_id, id, client_id, number, document_state, delivery_state, settlement_state, issue_date, due_date, currency, locale, prices_include_tax, tax_rounding, net, tax, gross, base_currency, search_text, content_hash, issued_at, created_at, updated_at) select $1, $2, $3, 'BARE-' || next, 'final', 'not_sent', 'open', current_date, current_date, 'USD', 'en', false, 'document', 500000, 90000, 590000, 'USD', 'bare', '\\x00', now(), now(), now() from counter),
        lines as (insert into invoice_lines (organization_id, invoice_id, position, description, quantity, unit_price, net) select $1, $2, n, 'Work', 4, 250, 100000 from generate_series(1, 5) n)
        insert into domain_events (organization_id, id, type, payload, created_at, claimed_at) values ($1, $2, 'invoice.issued', '{}', now(), now())`,
      values: [organization, id, client],
    })
    return { id }
  })
  server.addHook('onClose', () => pool.end())
  await server.listen({ port: 0, host: '127.0.0.1' })
  const { port } = server.server.address() as { port: number }
  return { server, url: `http://127.0.0.1:${port}` }
}
