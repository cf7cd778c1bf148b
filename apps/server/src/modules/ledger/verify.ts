import { openOrganization, statement, type Database } from '../../platform/database/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'

/** Something that does not add up. `subject` names the row in words that a person can look up; amounts are minor units. */
export type LedgerFinding = { check: string; subject: string; expected: string; found: string }
export type LedgerReport = {
  findings: LedgerFinding[]
  /** Per currency: both sides of all postings, equal by construction, and how many there are. Sums of all that ever moved, so text. */
  totals: { currency: string; postings: number; debits: string; credits: string }[]
}

/**
 * Whether an organization's money adds up: stored balances against the postings, what is settled against the allocations, what clients owe
 * against their open invoices, one entry per document, totals against lines, frozen content against its hash, numbers without a gap. Reads
 * everything of the organization as of one moment, while others go on working; for `portico verify` and nightly.
 */
export async function verifyLedger(database: Database, organizationId: string): Promise<LedgerReport> {
  const { rows } = await database.read(openOrganization(organizationId, systemPrincipal('verify')), [
    takeYourTime(),
    allFindings(organizationId),
    trialBalance(organizationId),
  ])
  return { findings: rows[1] as LedgerFinding[], totals: rows[2] as LedgerReport['totals'] }
}

// All of a large organization's books take longer than a request may, and are sorted in memory where they can be.
const takeYourTime = statement(
  `select set_config('statement_timeout', '0', true), set_config('work_mem', '64MB', true)`,
)

const trialBalance = statement<LedgerReport['totals'][number]>(
  `select p.currency, count(*) as postings,
     (sum(p.amount) filter (where d.id is not null))::text as debits, (sum(p.amount) filter (where c.id is not null))::text as credits
   from postings p
     left join ledger_accounts d on d.organization_id = p.organization_id and d.id = p.debit_account_id and d.currency = p.currency
     left join ledger_accounts c on c.organization_id = p.organization_id and c.id = p.credit_account_id and c.currency = p.currency
   where p.organization_id = $1 group by p.currency order by p.currency`,
)

/** Postings name the client they were written for; what was merged into another one counts there. */
const replayed = `select coalesce(k.merged_into_id, k.id) as client_id, p.currency,
    sum(case when d.kind = 'receivable' then p.amount when c.kind = 'receivable' then -p.amount else 0 end) as receivable,
    sum(case when c.kind = 'client_credit' then p.amount when d.kind = 'client_credit' then -p.amount else 0 end) as credit
  from postings p
    join ledger_accounts d on d.organization_id = p.organization_id and d.id = p.debit_account_id
    join ledger_accounts c on c.organization_id = p.organization_id and c.id = p.credit_account_id
    join clients k on k.organization_id = p.organization_id and k.id = p.client_id
  where p.organization_id = $1 group by coalesce(k.merged_into_id, k.id), p.currency`

/** Each lists what is wrong and nothing else. */
const checks: { name: string; sql: string }[] = [
  {
    name: 'debits_equal_credits',
    sql: `select p.entry_id || '/' || p.position as subject, p.currency as expected, coalesce(d.currency, 'no debit account') || ' / ' || coalesce(c.currency, 'no credit account') as found
       from postings p
         left join ledger_accounts d on d.organization_id = p.organization_id and d.id = p.debit_account_id
         left join ledger_accounts c on c.organization_id = p.organization_id and c.id = p.credit_account_id
       where p.organization_id = $1 and (d.currency is distinct from p.currency or c.currency is distinct from p.currency)`,
  },
  {
    name: 'stored_balance_is_replayed_balance',
    sql: `with replayed as (${replayed})
       select 'client ' || coalesce(r.client_id, b.client_id) || ' ' || coalesce(r.currency, b.currency) as subject,
         coalesce(r.receivable, 0) || ' owed, ' || coalesce(r.credit, 0) || ' credit' as expected, coalesce(b.receivable, 0) || ' owed, ' || coalesce(b.credit, 0) || ' credit' as found
       from replayed r full join (select * from client_balances where organization_id = $1) b on b.client_id = r.client_id and b.currency = r.currency
       where coalesce(r.receivable, 0) <> coalesce(b.receivable, 0) or coalesce(r.credit, 0) <> coalesce(b.credit, 0)`,
  },
  {
    name: 'receivable_is_open_invoices',
    sql: `with open as (
         select client_id, currency, sum(gross - settled) as amount from invoices where organization_id = $1 and document_state = 'final' group by client_id, currency)
       select 'client ' || coalesce(o.client_id, b.client_id) || ' ' || coalesce(o.currency, b.currency) as subject, coalesce(o.amount, 0)::text as expected, coalesce(b.receivable, 0)::text as found
       from open o full join (select * from client_balances where organization_id = $1) b on b.client_id = o.client_id and b.currency = o.currency
       where coalesce(o.amount, 0) <> coalesce(b.receivable, 0)`,
  },
  {
    name: 'settled_is_allocated',
    sql: `select coalesce(i.number, i.id::text) as subject, coalesce(sum(a.amount), 0)::text as expected, i.settled::text as found
       from invoices i left join allocations a on a.organization_id = i.organization_id and a.invoice_id = i.id and a.withdrawn_at is null
       where i.organization_id = $1 group by i.organization_id, i.id having coalesce(sum(a.amount), 0) <> i.settled`,
  },
  {
    name: 'settlement_state_is_settled_amount',
    sql: `select coalesce(i.number, i.id::text) as subject, i.settled || ' of ' || i.gross as expected, i.settlement_state as found
       from invoices i where i.organization_id = $1 and i.document_state = 'final' and i.settlement_state <> 'written_off'
         and i.settlement_state <> case when i.settled >= i.gross then 'paid' when i.settled > 0 then 'partial' else 'open' end`,
  },
  {
    name: 'one_entry_per_document',
    sql: `with documents as (
         select 'invoice_issued' as kind, id as source_id, number as subject, gross as amount from invoices where organization_id = $1 and document_state <> 'draft'
         union all select 'invoice_voided', id, number, gross from invoices where organization_id = $1 and document_state = 'void'
         union all select 'payment_received', id, 'payment ' || id, amount from payments where organization_id = $1
         union all select 'payment_withdrawn', id, 'payment ' || id, amount from payments where organization_id = $1 and withdrawn_at is not null
         union all select 'credit_applied', id, 'allocation ' || id, amount from allocations where organization_id = $1 and kind = 'credit'
       ), entries as (
         select e.kind, e.source_id, e.id,
           coalesce(sum(case when e.kind = 'invoice_issued' and d.kind = 'receivable' then p.amount when e.kind = 'invoice_issued' and c.kind = 'receivable' then -p.amount
             when e.kind = 'invoice_voided' and c.kind = 'receivable' then p.amount when e.kind = 'invoice_voided' and d.kind = 'receivable' then -p.amount
             when e.kind = 'payment_received' and d.kind = 'cash' then p.amount when e.kind = 'payment_withdrawn' and c.kind = 'cash' then p.amount when e.kind = 'credit_applied' and d.kind = 'client_credit' then p.amount else 0 end), 0) as amount
         from journal_entries e
           left join postings p on p.organization_id = e.organization_id and p.entry_id = e.id
           left join ledger_accounts d on d.organization_id = p.organization_id and d.id = p.debit_account_id
           left join ledger_accounts c on c.organization_id = p.organization_id and c.id = p.credit_account_id
         where e.organization_id = $1 group by e.kind, e.source_id, e.id
       )
       select coalesce(d.kind || ' ' || d.subject, e.kind || ' ' || e.source_id) as subject, d.amount::text as expected, e.amount::text as found
       from documents d full join entries e on e.kind = d.kind and e.source_id = d.source_id
       where d.amount is distinct from e.amount`,
  },
  {
    name: 'payment_is_its_parts',
    sql: `select 'payment ' || p.id as subject, p.amount::text as expected, (p.credited + coalesce(sum(a.amount), 0))::text as found
       from payments p left join allocations a on a.organization_id = p.organization_id and a.payment_id = p.id
       where p.organization_id = $1 group by p.organization_id, p.id having p.credited + coalesce(sum(a.amount), 0) <> p.amount`,
  },
  {
    name: 'owed_by_due_date_is_open_invoices',
    sql: `with owed as (
         select currency, due_date, sum(gross - settled) as amount, count(*) as invoices from invoices
         where organization_id = $1 and document_state = 'final' and settlement_state in ('open', 'partial') group by currency, due_date
       ), moves as (select currency, due_date, sum(amount) as amount, sum(invoices) as invoices from owed_moves where organization_id = $1 group by currency, due_date)
       select coalesce(o.currency, m.currency) || ' due on ' || coalesce(o.due_date, m.due_date) as subject,
         coalesce(o.amount, 0) || ' of ' || coalesce(o.invoices, 0) as expected, coalesce(m.amount, 0) || ' of ' || coalesce(m.invoices, 0) as found
       from owed o full join moves m on m.currency = o.currency and m.due_date = o.due_date
       where coalesce(o.amount, 0) <> coalesce(m.amount, 0) or coalesce(o.invoices, 0) <> coalesce(m.invoices, 0)`,
  },
  {
    name: 'totals_are_lines',
    sql: `with lines as (select invoice_id, sum(net) as net from invoice_lines where organization_id = $1 group by invoice_id),
         taxes as (select invoice_id, sum(taxable) as net, sum(tax) as tax from invoice_taxes where organization_id = $1 group by invoice_id)
       select i.number as subject, coalesce(l.net, 0) || ' + ' || coalesce(t.tax, 0) as expected, i.net || ' + ' || i.tax || ' = ' || i.gross as found
       from invoices i left join lines l on l.invoice_id = i.id left join taxes t on t.invoice_id = i.id
       where i.organization_id = $1 and i.document_state <> 'draft'
         and (i.net <> coalesce(l.net, 0) or i.net <> coalesce(t.net, 0) or i.tax <> coalesce(t.tax, 0) or i.gross <> i.net + i.tax)`,
  },
  {
    name: 'frozen_content_is_whole',
    sql: `select d.document_kind || ' ' || d.document_id as subject, encode(d.sha256, 'hex') as expected, encode(sha256(convert_to(d.content, 'UTF8')), 'hex') as found
       from document_contents d where d.organization_id = $1 and d.sha256 <> sha256(convert_to(d.content, 'UTF8'))
       union all
       select i.number, encode(i.content_hash, 'hex'), encode(d.sha256, 'hex')
       from invoices i left join document_contents d on d.organization_id = i.organization_id and d.document_kind = 'invoice' and d.document_id = i.id
       where i.organization_id = $1 and i.document_state <> 'draft' and d.sha256 is distinct from i.content_hash
       union all
       select r.number, encode(r.content_hash, 'hex'), encode(d.sha256, 'hex')
       from receipts r left join document_contents d on d.organization_id = r.organization_id and d.document_kind = 'receipt' and d.document_id = r.id
       where r.organization_id = $1 and d.sha256 is distinct from r.content_hash`,
  },
  {
    name: 'frozen_content_is_the_document',
    sql: `select i.number as subject, i.number || ' ' || i.currency || ' ' || i.gross as expected, (d.content::jsonb #>> '{paper,number}') || ' ' || (d.content::jsonb #>> '{paper,currency}') || ' ' || (d.content::jsonb #>> '{paper,totals,gross}') as found
      from invoices i join document_contents d on d.organization_id = i.organization_id and d.document_kind = 'invoice' and d.document_id = i.id
      where i.organization_id = $1 and i.number || ' ' || i.currency || ' ' || i.gross is distinct from (d.content::jsonb #>> '{paper,number}') || ' ' || (d.content::jsonb #>> '{paper,currency}') || ' ' || (d.content::jsonb #>> '{paper,totals,gross}')
      union all
      select r.number, r.number || ' ' || r.currency || ' ' || r.amount, (d.content::jsonb #>> '{paper,number}') || ' ' || (d.content::jsonb #>> '{paper,currency}') || ' ' || (d.content::jsonb #>> '{paper,amount}')
      from receipts r join document_contents d on d.organization_id = r.organization_id and d.document_kind = 'receipt' and d.document_id = r.id
      where r.organization_id = $1 and r.number || ' ' || r.currency || ' ' || r.amount is distinct from (d.content::jsonb #>> '{paper,number}') || ' ' || (d.content::jsonb #>> '{paper,currency}') || ' ' || (d.content::jsonb #>> '{paper,amount}')`,
  },
  {
    name: 'numbers_have_no_gap',
    sql: `with given as (
         select 'invoice' as kind, s.series, count(i.id) as count from (values ('main'), ('imported')) s (series)
           left join invoices i on i.organization_id = $1 and i.document_state <> 'draft' and i.series = s.series group by s.series
         union all select 'receipt', 'main', count(*) from receipts where organization_id = $1
       ), taken as (select kind, series, sum(next - 1) as count from number_series where organization_id = $1 group by kind, series)
       select g.kind || ' numbers' || case g.series when 'main' then '' else ', ' || g.series end as subject, coalesce(t.count, 0)::text as expected, g.count::text as found
       from given g left join taken t on t.kind = g.kind and t.series = g.series where coalesce(t.count, 0) <> g.count`,
  },
]

// One statement and so one snapshot: what is committed meanwhile is seen whole or not at all.
const allFindings = statement<LedgerFinding>(
  checks
    .map(
      ({ name, sql }) =>
        `select '${name}' as check, f.subject, coalesce(f.expected, 'nothing') as expected, coalesce(f.found, 'nothing') as found from (${sql}) f`,
    )
    .join(' union all '),
)
