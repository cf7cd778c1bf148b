import type { DeliveryState, DocumentState, SettlementState } from '@portico/money'
import { sql, type RawBuilder } from 'kysely'
import { db, fromCompiled, type Statement } from '../../platform/database/index.ts'
import { rowsToRead, type PageRequest } from '../../platform/http/pages.ts'
import { mayMeetClient, visibleRows } from '../clients/index.ts'

export type ProofState = 'submitted' | 'approved' | 'rejected'
/** Something earlier that looks the same. `number` is null where it belongs to a client that the caller may not meet. */
export type EarlierTrace = { on: string; number: string | null; state: ProofState | 'recorded' }

export type ProofRow = {
  id: string
  state: ProofState
  client_id: string
  client_refid: string
  client_name: string
  invoice_id: string
  number: string
  locale: string
  currency: string
  gross: number
  settled: number
  due_date: string
  document_state: DocumentState
  settlement_state: SettlementState
  delivery_state: DeliveryState
  reference_value: string
  reference_label: string
  timezone: string
  file_id: string | null
  file_name: string | null
  file_media_type: string | null
  file_size: number | null
  pasted_text: string | null
  claimed_amount: number | null
  claimed_on: string | null
  claimed_payer: string | null
  claimed_reference: string | null
  receiving_account_id: string | null
  note: string | null
  submitted_by_kind: 'contact' | 'link' | 'member'
  submitter_name: string | null
  submitted_at: string
  decided_at: string | null
  decided_by_name: string | null
  rejection_reason: string | null
  payment_id: string | null
  same_file: EarlierTrace | null
  same_reference: EarlierTrace | null
  version: number
}

/** The number where the caller may meet the client. */
const numberFor = (
  organizationId: string,
  clientColumn: string,
  number: RawBuilder<unknown>,
): RawBuilder<unknown> => sql`case when ${mayMeetClient(organizationId, clientColumn)} then ${number} end`

/**
 * Earlier proofs with the same content as `f`. The fence keeps the few that the hash finds from being looked for among all in the
 * order of their ids.
 */
const sameContent = (organizationId: string): RawBuilder<unknown> => sql`(
  select twin.* from files twin_file join payment_proofs twin on twin.organization_id = ${organizationId} and twin.file_id = twin_file.id
  where twin_file.organization_id = ${organizationId} and twin_file.sha256 = f.sha256 and twin.id < p.id offset 0)`

/**
 * Proofs with what the desk compares them with. The same content is found by the files' hash, the same reference by its stored key,
 * among earlier proofs and among payments that another way recorded.
 */
function select(
  organizationId: string,
  source: RawBuilder<unknown>,
  conditions: RawBuilder<unknown>[],
  tail: RawBuilder<unknown> = sql``,
): Statement<ProofRow> {
  const o = organizationId
  const query = sql<ProofRow>`select p.id, p.state, p.client_id, c.refid as client_refid, c.name as client_name,
      p.invoice_id, i.number, i.locale, i.currency, i.gross, i.settled, i.due_date, i.document_state, i.settlement_state, i.delivery_state,
      pr.value as reference_value, s.reference_label, s.timezone,
      p.file_id, f.name as file_name, f.media_type as file_media_type, f.size as file_size, p.pasted_text,
      p.claimed_amount, p.claimed_on, p.claimed_payer, p.claimed_reference, p.receiving_account_id, p.note,
      p.submitted_by_kind, p.submitter_name, p.submitted_at, p.decided_at, p.rejection_reason, p.payment_id, p.version,
      (select u.name from memberships m join users u on u.id = m.user_id where m.organization_id = ${o} and m.id = p.decided_by) as decided_by_name,
      (select json_build_object('on', q.submitted_at, 'number', ${numberFor(o, 'q.client_id', sql`qi.number`)}, 'state', q.state)
        from ${sameContent(o)} q join invoices qi on qi.organization_id = ${o} and qi.id = q.invoice_id
        order by q.id limit 1) as same_file,
      coalesce(
        (select json_build_object('on', q.submitted_at, 'number', ${numberFor(o, 'q.client_id', sql`qi.number`)}, 'state', q.state)
          from payment_proofs q join invoices qi on qi.organization_id = ${o} and qi.id = q.invoice_id
          where q.organization_id = ${o} and q.reference_key = p.reference_key and q.id < p.id order by q.id limit 1),
        (select json_build_object('on', y.received_on, 'state', 'recorded', 'number', ${numberFor(
          o,
          'y.client_id',
          sql`(select string_agg(yi.number, ', ' order by ya.id) from allocations ya join invoices yi on yi.organization_id = ${o} and yi.id = ya.invoice_id where ya.organization_id = ${o} and ya.payment_id = y.id)`,
        )})
          from payments y where y.organization_id = ${o} and y.reference_key = p.reference_key and y.withdrawn_at is null and y.proof_id is distinct from p.id order by y.id limit 1)
      ) as same_reference
    from ${source}
      join clients c on c.organization_id = ${o} and c.id = p.client_id
      join invoices i on i.organization_id = ${o} and i.id = p.invoice_id
      join payment_references pr on pr.organization_id = ${o} and pr.id = p.payment_reference_id
      join organization_settings s on s.organization_id = ${o}
      left join files f on f.organization_id = ${o} and f.id = p.file_id
    where ${sql.join([sql`p.organization_id = ${o}`, ...conditions], sql` and `)} ${tail}`
  return fromCompiled(query.compile(db))
}

export const proofById = (organizationId: string, proofId: string): Statement<ProofRow> =>
  select(organizationId, sql`payment_proofs p`, [
    sql`p.id = ${proofId}`,
    mayMeetClient(organizationId, 'p.client_id'),
  ])

/** What waits is read oldest first, everything else newest first. */
export function listOfProofs(
  organizationId: string,
  filter: { state?: ProofState | undefined; invoiceId?: string | undefined; clientId?: string | undefined },
  page: PageRequest,
): Statement<ProofRow> {
  const isAscending = (filter.state === 'submitted') !== page.isBackwards
  const id = page.position?.[0]
  const conditions = [
    ...(filter.state ? [sql`p.state = ${filter.state}`] : []),
    ...(filter.invoiceId ? [sql`p.invoice_id = ${filter.invoiceId}`] : []),
    ...(id === undefined ? [] : [isAscending ? sql`p.id > ${id}` : sql`p.id < ${id}`]),
  ]
  const most = rowsToRead(page)
  const source = visibleRows({
    organizationId,
    table: 'payment_proofs',
    alias: 'p',
    conditions,
    clientId: filter.clientId,
    ascending: isAscending,
    most,
  })
  return select(
    organizationId,
    source,
    [],
    sql`order by p.id ${isAscending ? sql`asc` : sql`desc`} limit ${sql.lit(most)}`,
  )
}

export type ClientProofRow = {
  id: string
  state: ProofState
  submitted_at: string
  decided_at: string | null
  claimed_amount: number | null
  currency: string
  file_name: string | null
  rejection_reason: string | null
}

/** The proofs of an invoice as its client sees them, newest first; whoever asks has been allowed to see the invoice. */
export function proofsOfInvoice(
  organizationId: string,
  invoiceId: string | RawBuilder<string>,
): Statement<ClientProofRow> {
  const query = sql<ClientProofRow>`select p.id, p.state, p.submitted_at, p.decided_at, p.claimed_amount, i.currency, f.name as file_name, p.rejection_reason
    from payment_proofs p
      join invoices i on i.organization_id = ${organizationId} and i.id = p.invoice_id
      left join files f on f.organization_id = ${organizationId} and f.id = p.file_id
    where p.organization_id = ${organizationId} and p.invoice_id = ${invoiceId} order by p.id desc limit 50`
  return fromCompiled(query.compile(db))
}
