import { statement } from '../../platform/database/index.ts'
import type { RecurringJob } from '../../platform/jobs/definitions.ts'
import { systemPrincipal } from '../../platform/principal.ts'

const isOpen = (row: 'old' | 'new'): string =>
  `(${row}.document_state = 'final' and ${row}.settlement_state in ('open', 'partial'))`

/** An insert or update of invoices (`moved`), and the move of what is owed that is written beside it (`owed`): parts of one statement. */
export const owedParts = (change: string): { moved: string; owed: string } => ({
  moved: `${change}
     returning ${isOpen('old')} as was_open, old.currency as old_currency, old.due_date as old_due, old.gross - old.settled as old_owed,
       ${isOpen('new')} as is_open, new.currency, new.due_date, new.gross - new.settled as owed`,
  owed: `insert into owed_moves (organization_id, currency, due_date, amount, invoices)
   select $1, m.currency, m.due_date, sum(m.amount), sum(m.invoices) from (
     select currency, due_date, owed as amount, 1 as invoices from moved where is_open
     union all select old_currency, old_due, -old_owed, -1 from moved where was_open) m
   group by m.currency, m.due_date having sum(m.amount) <> 0 or sum(m.invoices) <> 0`,
})

/**
 * An insert or update of invoices that may change what is owed, with the move written beside it, in the same statement: so that the sums by
 * currency and due date are exact at every moment, whatever else the transaction does. Every statement that issues, settles or voids passes
 * here. It adds rows and changes none, so that writers do not wait for each other.
 */
export function movingOwed(change: string): string {
  const { moved, owed } = owedParts(change)
  return `with moved as (
     ${moved}
   )
   ${owed}`
}

const organizations = statement<{ id: string }>('select id from organizations order by id')
/** A reader sees the rows of before or the one of after. */
const fold = statement(
  `with folded as (
     delete from owed_moves where organization_id = $1 and (currency, due_date) in (
       select currency, due_date from owed_moves where organization_id = $1 group by currency, due_date having count(*) > 1 or sum(invoices) = 0)
     returning currency, due_date, amount, invoices)
   insert into owed_moves (organization_id, currency, due_date, amount, invoices)
   select $1, currency, due_date, sum(amount), sum(invoices) from folded group by currency, due_date having sum(amount) <> 0 or sum(invoices) <> 0`,
)
const system = systemPrincipal('invoices')

/** Makes one row of the moves of each due date. */
export const foldOwedMoves: RecurringJob = {
  name: 'invoices.fold_owed_moves',
  everySeconds: 600,
  async run({ database }) {
    for (const { id } of await database.global(system, (tx) => tx.all(organizations())))
      await database.withOrganization(id, system, (tx) => tx.change(fold(id)))
  },
}
