import {
  downloadPortalStatement,
  downloadStatement,
  exportStatement,
  getPortalStatement,
  getStatement,
  sendStatement as sendOperation,
} from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { fieldRefusal, Refusal } from '../../platform/errors.ts'
import { FileAnswer } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import type { Principal } from '../../platform/principal.ts'
import { statementCsv } from './csv.ts'
import { inMemory, statementPdf } from './file.ts'
import { statementFileName } from './pdf.ts'
import { presentStatement } from './present.ts'
import { statementReads, type Asked, type StatementRows } from './reads.ts'
import { mostLines, sendStatement } from './send-statement.ts'

/** An export holds every line. */
const allLines = 1_000_000_000

type Period = { from?: string | undefined; as_of?: string | undefined; currency?: string | undefined }
type Reading = {
  organizationId: string
  now: string
  read(
    ...queries: ReturnType<typeof statementReads>
  ): Promise<{ principal: Principal; rows: Record<string, unknown>[][] }>
}

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(getStatement, async (call) => {
    const { statement } = await read(call, askedOf(call.query, call.params.client_id), mostLines)
    return statement
  })
  edge.handle(downloadStatement, async (call) => {
    const { statement, head } = await read(call, askedOf(call.query, call.params.client_id), mostLines)
    const pdf = await statementPdf(parts, call.organizationId, statement, head)
    return new FileAnswer({ ...pdf, disposition: call.query.disposition ?? 'attachment' })
  })
  edge.handle(exportStatement, async (call) => {
    const { statement } = await read(call, askedOf(call.query, call.params.client_id), allLines)
    const csv = inMemory(statementCsv(statement), statementFileName(statement, 'csv'), 'text/csv')
    return new FileAnswer({ ...csv, disposition: 'attachment' })
  })
  edge.handle(sendOperation, async (call) =>
    call.command((tx) => {
      const { to, cc, message, ...period } = call.body
      return sendStatement(
        tx,
        parts,
        { ...askedOf(period), client: call.params.client_id },
        { to, cc, message },
      )
    }),
  )

  edge.handle(
    getPortalStatement,
    async (call) => (await read(call, askedOf(call.query), mostLines)).statement,
  )
  edge.handle(downloadPortalStatement, async (call) => {
    const { statement, head } = await read(call, askedOf(call.query), mostLines)
    const pdf = await statementPdf(parts, call.organizationId, statement, head)
    return new FileAnswer({ ...pdf, disposition: call.query.disposition ?? 'attachment' })
  })
}

/** Without a client it is the one that the calling contact acts for. */
function askedOf({ from, as_of, currency }: Period, client: string | null = null): Asked {
  if (from && as_of && from > as_of)
    throw fieldRefusal('/from', 'after_the_end', 'The first day is after the last one.')
  return { client, from: from ?? null, asOf: as_of ?? null, currency: currency ?? null }
}

async function read(call: Reading, asked: Asked, most: number) {
  const { principal, rows } = await call.read(...statementReads(call.organizationId, asked, call.now, most))
  // A statement lists invoices and payments: who may not see those is not shown them here.
  const needed = ['invoices.invoice.read', 'payments.payment.read'] as const
  if (principal.kind === 'member' && !needed.every((permission) => principal.permissions.has(permission)))
    throw new Refusal('permission_denied')
  return presentStatement(rows as unknown as StatementRows, asked, most)
}
