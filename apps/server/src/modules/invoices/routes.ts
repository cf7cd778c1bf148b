import {
  createInvoice,
  deleteInvoice,
  downloadInvoice,
  duplicateInvoice as duplicateOperation,
  getInvoice,
  getOutstanding,
  getSendPreview,
  issueInvoice as issueOperation,
  listInvoiceHistory,
  listInvoiceLinks,
  listInvoices,
  rotateInvoiceLink,
  sendInvoice as sendOperation,
  putInvoice,
  updateInvoice,
  voidInvoice as voidOperation,
  scheduleInvoice,
  setInvoiceReminders,
  unscheduleInvoice,
} from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { historyOf, historyPosition, presentHistory, type HistoryRow } from '../../platform/database/index.ts'
import { notFound } from '../../platform/errors.ts'
import { FileAnswer } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { totalCap, type PageRequest } from '../../platform/http/pages.ts'
import { documentRecipients, type DocumentRecipient } from '../clients/index.ts'
import {
  documentPdf,
  linksOfDocument,
  linkUrl,
  makeLinkToken,
  previewPdf,
  rotateLink,
  type LinkRow,
} from '../documents/index.ts'
import { putDraft } from './put-draft.ts'
import { createDraft, duplicateInvoice } from './create-draft.ts'
import { figuresFor } from './draft-figures.ts'
import { issueInvoice } from './issue-invoice.ts'
import {
  listStatement,
  outstanding,
  positionOf,
  summaryById,
  totalStatement,
  type ListedInvoice,
  type OutstandingRow,
} from './list.ts'
import { invoicePaper } from './paper.ts'
import { presentInvoice, presentSummary } from './present.ts'
import { lockRecord, recordFrom, recordStatements, shownFrom, shownInvoice } from './reads.ts'
import { accountsToPay, datesAtIssue, inBase } from './rules.ts'
import { cancelScheduledSend, scheduleSend, setReminders } from './schedule-send.ts'
import { recipientsFrom, sendInvoice, subjectOf } from './send-invoice.ts'
import { voidInvoice } from './void-invoice.ts'
import { deleteDraft, updateDraft } from './update-draft.ts'

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(listInvoices, async (call) => {
    const { limit: _limit, after: _after, before: _before, total, ...filter } = call.query
    const page = call.page(call.query)
    const { rows } = await call.read(
      listStatement(call.organizationId, call.now, filter, page),
      ...(total ? [totalStatement(call.organizationId, call.now, filter)] : []),
    )
    const answer = edge.pages.answer(page, rows[0] as ListedInvoice[], positionOf(filter), (row) =>
      presentSummary(row, row.today),
    )
    const count = (rows[1]?.[0] as { count: number } | undefined)?.count
    return count === undefined
      ? answer
      : { ...answer, total: { count: Math.min(count, totalCap), is_capped: count > totalCap } }
  })

  edge.handle(getOutstanding, async (call) => {
    const { rows } = await call.read(outstanding(call.organizationId, call.now, call.query.client_id ?? null))
    return {
      data: (rows[0] as OutstandingRow[]).map(({ currency, open, overdue, ...row }) => ({
        currency,
        open: { amount: open, currency },
        overdue: { amount: overdue, currency },
        ...row,
      })),
    }
  })

  edge.handle(createInvoice, (call) => call.command((tx) => createDraft(tx, call.body)))
  edge.handle(putInvoice, (call) =>
    call.upsert((tx) => putDraft(tx, call.params.key, call.namedVersion, call.body)),
  )
  edge.handle(updateInvoice, (call) =>
    call.command((tx) => updateDraft(tx, call.params.invoice_id, call.expectedVersion, call.body)),
  )
  edge.handle(deleteInvoice, (call) => call.command((tx) => deleteDraft(tx, call.params.invoice_id)))
  edge.handle(duplicateOperation, (call) =>
    call.command((tx) => duplicateInvoice(tx, call.params.invoice_id)),
  )
  edge.handle(issueOperation, (call) =>
    call.command((tx) => issueInvoice(tx, parts, call.params.invoice_id, call.expectedVersion)),
  )
  edge.handle(sendOperation, (call) =>
    call.command((tx) => sendInvoice(tx, parts, call.params.invoice_id, call.body)),
  )
  edge.handle(scheduleInvoice, (call) =>
    call.command((tx) => scheduleSend(tx, call.params.invoice_id, call.body)),
  )
  edge.handle(unscheduleInvoice, (call) =>
    call.command((tx) => cancelScheduledSend(tx, call.params.invoice_id)),
  )
  edge.handle(setInvoiceReminders, (call) =>
    call.command((tx) => setReminders(tx, call.params.invoice_id, call.body.is_on)),
  )
  edge.handle(voidOperation, (call) =>
    call.command((tx) => voidInvoice(tx, call.params.invoice_id, call.expectedVersion, call.body.reason)),
  )

  edge.handle(getInvoice, async (call) => {
    const { principal, rows } = await call.read(
      shownInvoice(call.organizationId, call.params.invoice_id, call.now),
    )
    return presentInvoice(shownFrom(rows), principal)
  })

  edge.handle(getSendPreview, async (call) => {
    const { organizationId, params } = call
    const { row, context } = recordFrom(
      (await call.read(...recordStatements(organizationId, params.invoice_id, call.now))).rows,
    )
    const recipients = (await call.read(documentRecipients(organizationId, row.client_id)))
      .rows[0] as DocumentRecipient[]
    return {
      ...recipientsFrom(recipients),
      subject: subjectOf(row, context.organization_name),
      is_mail_configured: parts.mail.kind !== 'outbox',
    }
  })

  edge.handle(downloadInvoice, async (call) => {
    const { organizationId, params } = call
    const { rows } = await call.read(...recordStatements(organizationId, params.invoice_id, call.now))
    const record = recordFrom(rows)
    const { row, context } = record
    const disposition = call.query.disposition ?? 'attachment'
    if (row.document_state !== 'draft')
      return new FileAnswer({ ...(await documentPdf(parts, organizationId, 'invoice', row.id)), disposition })
    const figures = figuresFor(row, record.lines, record)
    const accounts = accountsToPay(record.accounts, row.currency, row.receiving_account_ids)
    const paper = invoicePaper(
      {
        row,
        context,
        figures,
        ...datesAtIssue(row, context),
        accounts,
        baseGross: inBase(figures.gross, context),
      },
      null,
    )
    return new FileAnswer({
      ...(await previewPdf(parts, organizationId, { logo: context.logo_file_id, paper }, 'draft.pdf')),
      disposition,
    })
  })

  edge.handle(listInvoiceHistory, async (call) => {
    const page = call.page(call.query)
    const { rows } = await call.read(
      summaryById(call.organizationId, call.params.invoice_id),
      invoiceHistory(call.organizationId, call.params.invoice_id, page),
    )
    if (!rows[0]?.[0]) throw notFound('invoice')
    return edge.pages.answer(page, rows[1] as HistoryRow[], historyPosition, presentHistory)
  })

  const presentLink = (organizationId: string, link: LinkRow) => ({
    id: link.id,
    name: link.name,
    url: linkUrl(parts.config.publicUrl, makeLinkToken(parts.keyring, organizationId, link.id, link.version)),
    is_revoked: link.revoked_at !== null,
    first_viewed_at: link.first_viewed_at,
    last_viewed_at: link.last_viewed_at,
    created_at: link.created_at,
  })

  edge.handle(listInvoiceLinks, async (call) => {
    const { rows } = await call.read(
      summaryById(call.organizationId, call.params.invoice_id),
      linksOfDocument(call.organizationId, 'invoice', call.params.invoice_id),
    )
    if (!rows[0]?.[0]) throw notFound('invoice')
    return { data: (rows[1] as LinkRow[]).map((link) => presentLink(call.organizationId, link)) }
  })

  edge.handle(rotateInvoiceLink, (call) =>
    call.command(async (tx) => {
      tx.allow('invoices.invoice.send')
      const { invoice_id, document_link_id } = call.params
      const { record } = await lockRecord(tx, invoice_id, 'invoice')
      const link = await tx.first(rotateLink(tx.organizationId, 'invoice', invoice_id, document_link_id))
      if (!link) throw notFound('link')
      tx.record({
        action: 'invoices.link_rotated',
        entityKind: 'invoice',
        entityId: invoice_id,
        clientId: record.row.client_id,
        after: { link: link.name, version: link.version },
      })
      return presentLink(tx.organizationId, link)
    }),
  )
}

/** The life of an invoice: its own entries, and those of the payment proofs that were sent for it. */
const invoiceHistory = (organizationId: string, invoiceId: string, page: PageRequest) =>
  historyOf(
    organizationId,
    page,
    (bind) => `e.entity_kind = 'invoice' and e.entity_id = ${bind(invoiceId)}`,
    (bind) =>
      `e.entity_kind = 'payment_proof' and e.entity_id in (select p.id from payment_proofs p where p.organization_id = $1 and p.invoice_id = ${bind(invoiceId)})`,
  )
