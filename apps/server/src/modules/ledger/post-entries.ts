import { actorOf, insertMany, statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { accountsOf, balanceChange, planPostings } from './rules.ts'
import type { NewEntry } from './post-entry.ts'

/**
 * Many journal entries at once, by the same rules as one: a statement per table, whatever their number. Balances move by their sums, so a
 * client of many entries is written once. The clients must be locked by the transaction.
 */
export function postEntries(tx: Tx, entries: readonly NewEntry[]): void {
  if (entries.length === 0) return
  const { organizationId } = tx
  const createdBy = actorOf(tx.principal).id
  const planned = entries.map((entry) => ({
    entry,
    id: newId(),
    postings: planPostings(entry.legs, entry.currency, entry.base),
  }))
  tx.later(
    insertEntries(
      organizationId,
      planned.map(({ entry, id }) => ({
        id,
        kind: entry.kind,
        source_kind: entry.sourceKind,
        source_id: entry.sourceId,
        client_id: entry.clientId,
        occurred_on: entry.occurredOn,
        created_at: tx.now,
        created_by: createdBy,
      })),
    ),
  )
  const byCurrency = Map.groupBy(planned, ({ entry }) => entry.currency)
  const accounts = [...byCurrency].flatMap(([currency, list]) =>
    accountsOf(list.flatMap(({ postings }) => postings)).map((account) => ({ ...account, currency })),
  )
  if (accounts.length > 0)
    tx.later(
      makeAccounts(
        organizationId,
        accounts
          .toSorted((a, b) =>
            `${a.kind} ${a.subject} ${a.currency}` < `${b.kind} ${b.subject} ${b.currency}` ? -1 : 1,
          )
          .map(({ kind, subject, currency }) => ({
            id: newId(),
            kind,
            subject,
            currency,
            created_at: tx.now,
          })),
      ),
    )
  const postings = planned.flatMap(({ entry, id, postings: own }) =>
    own.map((posting, at) => ({ entry, id, posting, position: at + 1 })),
  )
  if (postings.length > 0)
    tx.later(
      insertPostings(
        organizationId,
        postings.map(({ id }) => id),
        postings.map(({ position }) => position),
        postings.map(({ entry }) => entry.currency),
        postings.map(({ entry }) => entry.base.currency),
        postings.map(({ entry }) => entry.base.rate),
        postings.map(({ entry }) => entry.clientId),
        postings.map(({ posting }) => posting.debit.kind),
        postings.map(({ posting }) => posting.debit.subject),
        postings.map(({ posting }) => posting.credit.kind),
        postings.map(({ posting }) => posting.credit.subject),
        postings.map(({ posting }) => posting.amount),
        postings.map(({ posting }) => posting.baseAmount),
        postings.map(({ posting }) => posting.invoiceId),
        postings.map(({ posting }) => posting.paymentId),
      ),
    )
  moveBalances(tx, planned)
}

function moveBalances(
  tx: Tx,
  planned: readonly { entry: NewEntry; postings: ReturnType<typeof planPostings> }[],
): void {
  const sums = new Map<string, { clientId: string; currency: string; receivable: number; credit: number }>()
  for (const { entry, postings } of planned) {
    if (postings.length === 0) continue
    const key = `${entry.clientId} ${entry.currency}`
    const sum = sums.get(key) ?? {
      clientId: entry.clientId,
      currency: entry.currency,
      receivable: 0,
      credit: 0,
    }
    const change = balanceChange(postings)
    sum.receivable += change.receivable
    sum.credit += change.credit
    sums.set(key, sum)
  }
  const rows = [...sums.values()].toSorted((a, b) =>
    `${a.clientId} ${a.currency}` < `${b.clientId} ${b.currency}` ? -1 : 1,
  )
  if (rows.length === 0) return
  tx.later(
    openBalances(
      tx.organizationId,
      rows.map(({ clientId, currency }) => ({ client_id: clientId, currency, updated_at: tx.now })),
    ),
  )
  tx.later(
    addToBalances(
      tx.organizationId,
      rows.map(({ clientId }) => clientId),
      rows.map(({ currency }) => currency),
      rows.map(({ receivable }) => receivable),
      rows.map(({ credit }) => credit),
      tx.now,
    ),
  )
}

const insertEntries = insertMany('journal_entries', {
  id: 'uuid',
  kind: 'text',
  source_kind: 'text',
  source_id: 'uuid',
  client_id: 'uuid',
  occurred_on: 'date',
  created_at: 'timestamptz',
  created_by: 'uuid',
})
const makeAccounts = insertMany(
  'ledger_accounts',
  { id: 'uuid', kind: 'text', subject: 'text', currency: 'text', created_at: 'timestamptz' },
  'on conflict (organization_id, kind, currency, subject) do nothing',
)
// Left joins: an account that is missing must fail the insert, never drop a posting.
const insertPostings = statement(
  `insert into postings (organization_id, entry_id, position, debit_account_id, credit_account_id, currency, amount, base_currency, base_amount, base_rate, client_id, invoice_id, payment_id)
   select $1, l.entry_id, l.position, d.id, c.id, l.currency, l.amount, l.base_currency, l.base_amount, l.base_rate, l.client_id, l.invoice_id, l.payment_id
   from unnest($2::uuid[], $3::integer[], $4::text[], $5::text[], $6::numeric[], $7::uuid[], $8::text[], $9::text[], $10::text[], $11::text[], $12::bigint[], $13::bigint[], $14::uuid[], $15::uuid[])
     as l (entry_id, position, currency, base_currency, base_rate, client_id, debit_kind, debit_subject, credit_kind, credit_subject, amount, base_amount, invoice_id, payment_id)
     left join ledger_accounts d on d.organization_id = $1 and d.kind = l.debit_kind and d.subject = l.debit_subject and d.currency = l.currency
     left join ledger_accounts c on c.organization_id = $1 and c.kind = l.credit_kind and c.subject = l.credit_subject and c.currency = l.currency`,
)
const openBalances = insertMany(
  'client_balances',
  { client_id: 'uuid', currency: 'text', updated_at: 'timestamptz' },
  'on conflict (organization_id, client_id, currency) do nothing',
)
const addToBalances = statement(
  `update client_balances b set receivable = b.receivable + t.receivable, credit = b.credit + t.credit, updated_at = $6
   from unnest($2::uuid[], $3::text[], $4::bigint[], $5::bigint[]) as t (client_id, currency, receivable, credit)
   where b.organization_id = $1 and b.client_id = t.client_id and b.currency = t.currency`,
)
