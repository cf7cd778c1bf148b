import type { ContactMessage } from '@portico/contract'
import type { z } from 'zod'
import { db, statement, type Tx } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import type { PageRequest } from '../../platform/http/pages.ts'
import { throughTheDoor } from './door.ts'

export type MessageRow = z.output<typeof ContactMessage>

const columns = [
  'id',
  'name',
  'email',
  'company',
  'topic',
  'message',
  'state',
  'created_at',
  'handled_at',
  'handled_by',
] as const

export function messagePage(page: PageRequest, state: MessageRow['state'] | undefined) {
  const order = page.isBackwards ? 'asc' : 'desc'
  let query = db
    .selectFrom('contact_messages')
    .select(columns)
    .orderBy('created_at', order)
    .orderBy('id', order)
    .limit(page.limit + 1)
  if (state) query = query.where('state', '=', state)
  if (page.position) {
    const [at, id] = page.position as [string, string]
    query = query.where((eb) =>
      eb(eb.refTuple('created_at', 'id'), page.isBackwards ? '>' : '<', eb.tuple(at, id)),
    )
  }
  return query.compile()
}

const handle = statement<MessageRow>(
  `update contact_messages set state = $2, handled_at = case when $2 = 'new' then null else $3::timestamptz end, handled_by = case when $2 = 'new' then null else $4 end
   where id = $1 returning ${columns.join(', ')}`,
)

/** @throws not_found */
export async function handleMessage(tx: Tx, id: string, state: MessageRow['state']): Promise<MessageRow> {
  const name = tx.principal.kind === 'user' ? tx.principal.name : null
  const row = await tx.first(handle(id, state, tx.now, name))
  if (!row) throw notFound('message')
  await throughTheDoor(tx, {
    action: `contact_message.${state === 'new' ? 'reopened' : state === 'spam' ? 'marked_as_spam' : 'done'}`,
    subject: { kind: 'contact_message', id, name: row.name },
  })
  return row
}
