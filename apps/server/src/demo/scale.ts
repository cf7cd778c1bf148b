import { randomBytes } from 'node:crypto'
import { makePaymentReference } from '@portico/money'
import { v7 } from 'uuid'
import { owedParts } from '../modules/invoices/index.ts'
import { statement, type Database } from '../platform/database/index.ts'
import { systemPrincipal } from '../platform/principal.ts'

type Template = {
  id: string
  issued_at: string
  year: number
  is_paid: boolean
  receipt_year: number | null
}
const system = systemPrincipal('demo')
const perTurn = 2_000

// Invoices that nobody has paid yet, and those that one payment settled to the unit: what can be repeated without a remainder.
const templatesOf = statement<Template>(
  `select i.id, i.issued_at, substring(i.number from 5 for 4)::int as year, i.settled > 0 as is_paid, substring(r.number from 5 for 4)::int as receipt_year
   from invoices i
     left join allocations a on a.organization_id = $1 and a.invoice_id = i.id
     left join payments p on p.organization_id = $1 and p.id = a.payment_id
     left join receipts r on r.organization_id = $1 and r.payment_id = p.id
   where i.organization_id = $1 and i.document_state = 'final' and i.number ~ '^INV-\\d{4}-\\d+$'
     and (i.settled = 0 or (i.settled = i.gross and p.amount = i.gross and p.credited = 0 and r.number ~ '^RCP-\\d{4}-\\d+$'))`,
)
const takeNumbers = statement<{ first: number }>(
  `insert into number_series (organization_id, kind, series, year, next) values ($1, $2, 'main', $3, 1 + $4::bigint)
   on conflict (organization_id, kind, series, year) do update set next = number_series.next + $4::bigint returning next - $4::bigint as first`,
)

/**
 * One turn: by the place in each array, one copy of a template with all that belongs to it, as one statement, so that what is given crosses
 * the wire once. What a part needs of another it has from its `returning`, because rows of the same statement are not to be read yet. The few
 * templates are looked up one by one, each along its index (`offset 0` keeps it so): the tables grow a thousandfold here before anybody
 * analyses them.
 */
const found = (sql: string, as: string): string => `cross join lateral (${sql} offset 0) ${as}`
const invoiceOf = found('select * from invoices where organization_id = $1 and id = d.template', 't')
const allocationOf = found(
  'select * from allocations where organization_id = $1 and invoice_id = d.template',
  'a',
)
const paymentOf = found('select * from payments where organization_id = $1 and id = a.payment_id', 'p')
const receiptOf = found(
  'select * from receipts where organization_id = $1 and payment_id = a.payment_id',
  'r',
)
const entryOf = (kind: string, source: string): string =>
  `${found(`select id from journal_entries where organization_id = $1 and kind = '${kind}' and source_id = ${source}`, 'e')}
   ${found('select * from postings where organization_id = $1 and entry_id = e.id', 'p')}`
const contentOf = (kind: string, id: string): string =>
  found(
    `select content from document_contents where organization_id = $1 and document_kind = '${kind}' and document_id = ${id}`,
    'c',
  )
const sources: Record<string, string> = {
  d: 'select distinct template from g',
  t: `select t.*, c.content from d ${invoiceOf} ${contentOf('invoice', 'd.template')}`,
  l: `select l.* from d ${found('select * from invoice_lines where organization_id = $1 and invoice_id = d.template', 'l')}`,
  x: `select x.* from d ${found('select * from invoice_taxes where organization_id = $1 and invoice_id = d.template', 'x')}`,
  ip: `select d.template, p.* from d ${entryOf('invoice_issued', 'd.template')}`,
  ta: `select d.template, a.* from d ${allocationOf}`,
  tp: `select d.template, p.* from d ${allocationOf} ${paymentOf}`,
  pp: `select d.template, p.* from d ${allocationOf} ${entryOf('payment_received', 'a.payment_id')}`,
  r: `select d.template, r.*, c.content, t.number as invoice_number from d ${allocationOf} ${receiptOf} ${contentOf('receipt', 'r.id')} join t on t.id = d.template`,
}

const parts: Record<string, string> = {
  contents: `insert into document_contents (organization_id, document_kind, document_id, content, sha256, created_at)
   select $1, 'invoice', g.id, n.content, sha256(convert_to(n.content, 'UTF8')), t.issued_at from g join t on t.id = g.template
     cross join lateral (select replace(replace(t.content, t.number, g.number), t.payment_reference, g.reference) as content offset 0) n
   returning document_id, sha256`,
  ...owedParts(`insert into invoices (organization_id, id, client_id, number, document_state, settlement_state, delivery_state, currency, issue_date, due_date, purchase_order, locale, note, terms,
     prices_include_tax, tax_rounding, net, tax, gross, settled, base_currency, base_rate, base_rate_date, base_rate_source, base_gross, receiving_account_ids, payment_reference,
     search_text, content_hash, created_by, created_at, updated_at, issued_at, sent_at, viewed_at, paid_at)
   select $1, g.id, t.client_id, g.number, 'final', t.settlement_state, t.delivery_state, t.currency, t.issue_date, t.due_date, t.purchase_order, t.locale, t.note, t.terms,
     t.prices_include_tax, t.tax_rounding, t.net, t.tax, t.gross, t.settled, t.base_currency, t.base_rate, t.base_rate_date, t.base_rate_source, t.base_gross, t.receiving_account_ids, g.reference,
     replace(replace(t.search_text, lower(t.number), lower(g.number)), lower(t.payment_reference), lower(g.reference)), c.sha256, t.created_by, t.created_at, t.updated_at, t.issued_at, t.sent_at, t.viewed_at, t.paid_at
   from g join t on t.id = g.template join contents c on c.document_id = g.id`),
  lines: `insert into invoice_lines (organization_id, invoice_id, position, price_item_id, description, details, quantity, unit, unit_price, discount_percent, tax_rate_key, tax_name, tax_category, tax_percent, net)
   select $1, g.id, l.position, l.price_item_id, l.description, l.details, l.quantity, l.unit, l.unit_price, l.discount_percent, l.tax_rate_key, l.tax_name, l.tax_category, l.tax_percent, l.net
   from g join l on l.invoice_id = g.template`,
  taxes: `insert into invoice_taxes (organization_id, invoice_id, position, tax_rate_key, name, category, percent, exemption_reason, taxable, tax)
   select $1, g.id, x.position, x.tax_rate_key, x.name, x.category, x.percent, x.exemption_reason, x.taxable, x.tax
   from g join x on x.invoice_id = g.template`,
  made_references: `insert into payment_references (organization_id, id, value, invoice_id, client_id, state, created_at, updated_at)
   select $1, g.reference_id, g.reference, g.id, t.client_id, case when t.settled > 0 then 'approved' else 'pending' end, t.issued_at, t.issued_at from g join t on t.id = g.template`,
  links: `insert into document_links (organization_id, id, document_kind, document_id, name, created_at)
   select $1, g.link_id, 'invoice', g.id, 'Client', t.issued_at from g join t on t.id = g.template`,
  entries: `insert into journal_entries (organization_id, id, kind, source_kind, source_id, client_id, occurred_on, created_at, created_by)
   select $1, g.entry_id, 'invoice_issued', 'invoice', g.id, t.client_id, t.issue_date, t.issued_at, t.created_by from g join t on t.id = g.template`,
  legs: `insert into postings (organization_id, entry_id, position, debit_account_id, credit_account_id, currency, amount, base_currency, base_amount, base_rate, client_id, invoice_id)
   select $1, g.entry_id, p.position, p.debit_account_id, p.credit_account_id, p.currency, p.amount, p.base_currency, p.base_amount, p.base_rate, p.client_id, g.id
   from g join ip p on p.template = g.template`,
  made_payments: `insert into payments (organization_id, id, client_id, receiving_account_id, currency, amount, credited, received_on, method, payer, external_reference, note, base_currency, base_rate, base_rate_date, base_amount, recorded_by, created_at)
   select $1, g.payment_id, tp.client_id, tp.receiving_account_id, tp.currency, tp.amount, 0, tp.received_on, tp.method, tp.payer, 'TX' || right(g.number, 12), tp.note, tp.base_currency, tp.base_rate, tp.base_rate_date, tp.base_amount, tp.recorded_by, tp.created_at from g join tp on tp.template = g.template`,
  made_allocations: `insert into allocations (organization_id, id, kind, payment_id, invoice_id, client_id, currency, amount, created_at, created_by)
   select $1, g.allocation_id, 'payment', g.payment_id, g.id, ta.client_id, ta.currency, ta.amount, ta.created_at, ta.created_by from g join ta on ta.template = g.template`,
  payment_entries: `insert into journal_entries (organization_id, id, kind, source_kind, source_id, client_id, occurred_on, created_at, created_by)
   select $1, g.payment_entry_id, 'payment_received', 'payment', g.payment_id, tp.client_id, tp.received_on, tp.created_at, tp.recorded_by from g join tp on tp.template = g.template`,
  payment_legs: `insert into postings (organization_id, entry_id, position, debit_account_id, credit_account_id, currency, amount, base_currency, base_amount, base_rate, client_id, invoice_id, payment_id)
   select $1, g.payment_entry_id, p.position, p.debit_account_id, p.credit_account_id, p.currency, p.amount, p.base_currency, p.base_amount, p.base_rate, p.client_id, g.id, g.payment_id
   from g join pp p on p.template = g.template`,
  receipt_contents: `insert into document_contents (organization_id, document_kind, document_id, content, sha256, created_at)
   select $1, 'receipt', g.receipt_id, n.content, sha256(convert_to(n.content, 'UTF8')), r.created_at from g join r on r.template = g.template
     cross join lateral (select replace(replace(r.content, r.number, g.receipt_number), r.invoice_number, g.number) as content offset 0) n
   returning document_id, sha256`,
  made_receipts: `insert into receipts (organization_id, id, number, payment_id, client_id, currency, amount, tax, receipt_date, content_hash, created_at)
   select $1, g.receipt_id, g.receipt_number, g.payment_id, r.client_id, r.currency, r.amount, r.tax, r.receipt_date, c.sha256, r.created_at from g join r on r.template = g.template join receipt_contents c on c.document_id = g.receipt_id`,
}
const makeCopies = statement(
  `with g as materialized (
     select * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[], $12::uuid[], $13::text[])
       as g (template, id, number, reference, reference_id, link_id, entry_id, payment_id, allocation_id, payment_entry_id, receipt_id, receipt_number)),
   ${Object.entries(sources)
     .map(([name, sql]) => `${name} as materialized (${sql}),`)
     .join('\n   ')}
   ${Object.entries(parts)
     .map(([name, sql]) => `${name} as (${sql})`)
     .join(',\n   ')}
   update client_balances b set receivable = b.receivable + s.owed from (
     select t.client_id, t.currency, sum(t.gross - t.settled)::bigint as owed from g join t on t.id = g.template group by t.client_id, t.currency) s
   where b.organization_id = $1 and b.client_id = s.client_id and b.currency = s.currency`,
)

const isSuperuser = statement<{ is: boolean }>(
  'select rolsuper as is from pg_roles where rolname = current_user',
)
// Every row refers to a row of its template or to one of its own turn, so looking each reference up again proves nothing; who owns the
// cluster may leave that out. A crash loses whole turns, and they can be made again.
const withoutLookingUp = statement(`set local session_replication_role = replica`)
const analyse = statement('analyze')
const plannedAnew = statement(`set local plan_cache_mode = force_custom_plan`)
const withoutWaiting = statement(`set local synchronous_commit = off`)

/**
 * Repeats the year of an organization of the demo until it has so many invoices more: whole documents with lines, taxes, frozen contents,
 * postings, payments and receipts, some thousand in a transaction. What it makes adds up as everything does (`portico verify`).
 * @param database where the cluster is the program's own, as its superuser: twice as fast
 */
export async function scaleDemo(
  database: Database,
  organizationId: string,
  count: number,
  tell: (done: number) => void = () => {},
): Promise<void> {
  const templates = await database.withOrganization(organizationId, system, (tx) =>
    tx.all(templatesOf(organizationId)),
  )
  const [mayDoAll] = await database.global(system, (tx) => tx.all(isSuperuser()))
  if (templates.length === 0) throw new Error('There is nothing to repeat: load the demo first.')
  for (let done = 0; done < count;) {
    const size = Math.min(perTurn, count - done)
    const chosen = Array.from(
      { length: size },
      (_, at) => templates[(done + at) % templates.length] as Template,
    )
    await database.withOrganization(organizationId, system, async (tx) => {
      await tx.batch([withoutWaiting(), plannedAnew(), ...(mayDoAll?.is ? [withoutLookingUp()] : [])])
      const numbers = async (
        kind: 'invoice' | 'receipt',
        years: (number | null)[],
      ): Promise<(string | null)[]> => {
        const next = new Map<number, number>()
        for (const year of new Set(years.filter((one) => one !== null))) {
          const wanted = years.filter((one) => one === year).length
          const row = await tx.first(takeNumbers(organizationId, kind, year, wanted))
          next.set(year, (row as { first: number }).first)
        }
        return years.map((year) => {
          if (year === null) return null
          const number = next.get(year) as number
          next.set(year, number + 1)
          return `${kind === 'invoice' ? 'INV' : 'RCP'}-${year}-${String(number).padStart(3, '0')}`
        })
      }
      const ids = (): string[] => chosen.map(({ issued_at }) => v7({ msecs: Date.parse(issued_at) }))
      const invoiceNumbers = await numbers(
        'invoice',
        chosen.map(({ year }) => year),
      )
      const receiptNumbers = await numbers(
        'receipt',
        chosen.map(({ is_paid, receipt_year }) => (is_paid ? receipt_year : null)),
      )
      const values = [
        organizationId,
        chosen.map(({ id }) => id),
        ids(),
        invoiceNumbers,
        chosen.map(() => makePaymentReference((size) => randomBytes(size))),
        ...Array.from({ length: 7 }, ids),
        receiptNumbers,
      ]
      await tx.all(makeCopies(...values))
    })
    done += size
    tell(done)
  }
  // What has grown a thousandfold is planned for as it is now, by whoever looks next.
  if (mayDoAll?.is) await database.global(system, (tx) => tx.all(analyse()))
}
