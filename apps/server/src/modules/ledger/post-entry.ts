import { actorOf, statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import {
  accountsOf,
  balanceChange,
  planPostings,
  type BalanceChange,
  type EntryKind,
  type FrozenRate,
  type Leg,
} from './rules.ts'

export type NewEntry = {
  kind: EntryKind
  /** What caused it: `invoice`, `payment`, `allocation`. One entry of a kind per source, ever. */
  sourceKind: string
  sourceId: string
  clientId: string
  /** `YYYY-MM-DD`, the day in the organization's zone. */
  occurredOn: string
  currency: string
  base: FrozenRate
  legs: readonly Leg[]
}

/**
 * Writes a journal entry with its postings and moves the client's balances, all with the commit and without a round trip of its own. The
 * client must be locked by the transaction (lock order: client, document, counter).
 *
 * Overspent credit and a second entry of the same source fail the commit: constraint `client_balances__credit` becomes the refusal
 * `insufficient_credit`, `journal_entries__once` is a defect of the caller.
 * @throws MoneyError amount_out_of_range where an amount leaves the exact range in the base currency
 */
export function postEntry(tx: Tx, entry: NewEntry): { entryId: string } {
  const entryId = newId()
  const organizationId = tx.organizationId
  const postings = planPostings(entry.legs, entry.currency, entry.base)
  const accounts = accountsOf(postings)
  tx.later(
    insertEntry(
      organizationId,
      entryId,
      entry.kind,
      entry.sourceKind,
      entry.sourceId,
      entry.clientId,
      entry.occurredOn,
      tx.now,
      actorOf(tx.principal).id,
    ),
  )
  if (postings.length === 0) return { entryId }
  tx.later(
    makeAccounts(
      organizationId,
      accounts.map(() => newId()),
      accounts.map(({ kind }) => kind),
      accounts.map(({ subject }) => subject),
      entry.currency,
      tx.now,
    ),
  )
  tx.later(
    insertPostings(
      organizationId,
      entryId,
      entry.currency,
      entry.base.currency,
      entry.base.rate,
      entry.clientId,
      postings.map(({ debit }) => debit.kind),
      postings.map(({ debit }) => debit.subject),
      postings.map(({ credit }) => credit.kind),
      postings.map(({ credit }) => credit.subject),
      postings.map(({ amount }) => amount),
      postings.map(({ baseAmount }) => baseAmount),
      postings.map(({ invoiceId }) => invoiceId),
      postings.map(({ paymentId }) => paymentId),
    ),
  )
  moveBalances(tx, entry.clientId, entry.currency, balanceChange(postings))
  return { entryId }
}

/**
 * Takes an earlier entry back by its mirror: the same postings with debit and credit exchanged, to the unit, at the rate of the original.
 * `change` is what the original did to the balances.
 */
export function mirrorEntry(
  tx: Tx,
  entry: Pick<NewEntry, 'kind' | 'sourceKind' | 'sourceId' | 'clientId' | 'occurredOn' | 'currency'> & {
    mirrors: EntryKind
    change: BalanceChange
  },
): { entryId: string } {
  const entryId = newId()
  tx.later(
    insertEntry(
      tx.organizationId,
      entryId,
      entry.kind,
      entry.sourceKind,
      entry.sourceId,
      entry.clientId,
      entry.occurredOn,
      tx.now,
      actorOf(tx.principal).id,
    ),
  )
  tx.later(mirrorPostings(tx.organizationId, entryId, entry.mirrors, entry.sourceId))
  moveBalances(tx, entry.clientId, entry.currency, {
    receivable: 0 - entry.change.receivable,
    credit: 0 - entry.change.credit,
  })
  return { entryId }
}

function moveBalances(tx: Tx, clientId: string, currency: string, change: BalanceChange): void {
  // Two statements and not one upsert: PostgreSQL checks the row that an upsert proposes, and a negative change is not a balance.
  tx.later(openBalance(tx.organizationId, clientId, currency, tx.now))
  tx.later(moveBalance(tx.organizationId, clientId, currency, change.receivable, change.credit, tx.now))
}

const insertEntry = statement(
  'insert into journal_entries (organization_id, id, kind, source_kind, source_id, client_id, occurred_on, created_at, created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
)
const makeAccounts = statement(
  `insert into ledger_accounts (organization_id, id, kind, subject, currency, created_at)
   select $1, a.id, a.kind, a.subject, $5, $6 from unnest($2::uuid[], $3::text[], $4::text[]) as a (id, kind, subject)
   on conflict (organization_id, kind, currency, subject) do nothing`,
)
// Left joins: an account that is missing must fail the insert, never drop a posting.
const insertPostings = statement(
  `insert into postings (organization_id, entry_id, position, debit_account_id, credit_account_id, currency, amount, base_currency, base_amount, base_rate, client_id, invoice_id, payment_id)
   select $1, $2, l.position, d.id, c.id, $3, l.amount, $4, l.base_amount, $5::numeric, $6, l.invoice_id, l.payment_id
   from unnest($7::text[], $8::text[], $9::text[], $10::text[], $11::bigint[], $12::bigint[], $13::uuid[], $14::uuid[]) with ordinality
     as l (debit_kind, debit_subject, credit_kind, credit_subject, amount, base_amount, invoice_id, payment_id, position)
     left join ledger_accounts d on d.organization_id = $1 and d.kind = l.debit_kind and d.subject = l.debit_subject and d.currency = $3
     left join ledger_accounts c on c.organization_id = $1 and c.kind = l.credit_kind and c.subject = l.credit_subject and c.currency = $3`,
)
const mirrorPostings = statement(
  `insert into postings (organization_id, entry_id, position, debit_account_id, credit_account_id, currency, amount, base_currency, base_amount, base_rate, client_id, invoice_id, payment_id)
   select p.organization_id, $2, p.position, p.credit_account_id, p.debit_account_id, p.currency, p.amount, p.base_currency, p.base_amount, p.base_rate, p.client_id, p.invoice_id, p.payment_id
   from postings p join journal_entries e on e.organization_id = p.organization_id and e.id = p.entry_id
   where p.organization_id = $1 and e.organization_id = $1 and e.kind = $3 and e.source_id = $4`,
)
const openBalance = statement(
  'insert into client_balances (organization_id, client_id, currency, updated_at) values ($1, $2, $3, $4) on conflict (organization_id, client_id, currency) do nothing',
)
const moveBalance = statement(
  'update client_balances set receivable = receivable + $4, credit = credit + $5, updated_at = $6 where organization_id = $1 and client_id = $2 and currency = $3',
)
