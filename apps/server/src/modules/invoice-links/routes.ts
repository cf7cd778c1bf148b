import {
  downloadLinkedInvoice,
  downloadLinkedReceipt,
  getLinkedInvoice,
  noteLinkedInvoiceView,
  submitLinkedProof,
  toPublicId,
} from '@portico/contract'
import { todayIn } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import { notFound } from '../../platform/errors.ts'
import { FileAnswer } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { documentPdf, noteLinkView } from '../documents/index.ts'
import { withStoredFile } from '../files/index.ts'
import { noteViewed } from '../invoices/index.ts'
import { logoUrl } from '../organizations/index.ts'
import { submitProof } from '../payment-proofs/index.ts'
import { invoiceFrom, invoiceStatements } from '../portal/index.ts'
import { receiptsOfInvoice, type ReceiptRow } from '../receipts/index.ts'
import {
  holderOf,
  invoiceBehind,
  linkedInvoiceOf,
  openLinkIn,
  tokenInvalid,
  type LinkedRow,
  type LinkHolder,
} from './open-link.ts'

export function registerRoutes(edge: Edge, parts: AppParts): void {
  const present = (token: string, holder: LinkHolder, now: string, rows: readonly unknown[][]) => {
    const [links, ...invoiceRows] = rows
    const row = links?.[0] as LinkedRow | undefined
    if (!row) throw tokenInvalid()
    const { name, slug, brand_color, locale, email, phone } = row
    return {
      organization: {
        name,
        slug,
        logo_url: logoUrl(holder.organizationId, row.logo_sha256),
        brand_color,
        locale: locale as 'en',
        email,
        phone,
      },
      is_portal_enabled: row.is_portal_enabled,
      client_locale: row.client_locale as 'en' | null,
      today: todayIn(row.timezone, new Date(now)),
      // Balances are for people who signed in; whoever holds the link may pay and prove.
      invoice: invoiceFrom(invoiceRows, {
        now,
        mayPay: true,
        seesCredit: false,
        downloadUrl: `/v1/invoice-links/${token}/pdf`,
        receiptUrl: (receiptId) =>
          `/v1/invoice-links/${token}/receipts/${toPublicId('receipt', receiptId)}/pdf`,
      }),
    }
  }
  const wholePage = (holder: LinkHolder) => [
    linkedInvoiceOf(holder),
    ...invoiceStatements(holder.organizationId, invoiceBehind(holder), 'of_link'),
  ]

  edge.handle(getLinkedInvoice, async (call) => {
    const holder = holderOf(parts.keyring, call.params.token)
    return present(
      call.params.token,
      holder,
      call.now,
      await call.readFor(holder.organizationId, holder.principal, ...wholePage(holder)),
    )
  })

  edge.handle(noteLinkedInvoiceView, async (call) => {
    const holder = holderOf(parts.keyring, call.params.token)
    return call.commandFor(holder.organizationId, holder.principal, async (tx) => {
      const { invoice_id: invoiceId } = await openLinkIn(tx, holder)
      tx.later(noteLinkView(tx.organizationId, holder.linkId, tx.now))
      await noteViewed(tx, invoiceId)
      return { done: true as const }
    })
  })

  edge.handle(submitLinkedProof, async (call) => {
    const { token } = call.params
    const { your_name: name, ...given } = call.body
    const known = holderOf(parts.keyring, token)
    const holder: LinkHolder = {
      ...known,
      principal: { kind: 'link', linkId: known.linkId, name: name || null },
    }
    // Nobody puts a file into the store with a link that is no longer in force.
    const [links] = await call.readFor(holder.organizationId, holder.principal, linkedInvoiceOf(holder))
    if (!links?.[0]) throw tokenInvalid()
    return withStoredFile(parts, holder.organizationId, call.file, 'proof', (file, keep) =>
      call.commandFor(holder.organizationId, holder.principal, async (tx) => {
        const { invoice_id: invoiceId, client_id: clientId } = await openLinkIn(tx, holder)
        const rows = await submitProof(parts, tx, { ...given, invoiceId, clientId, file }, wholePage(holder))
        const answer = present(token, holder, tx.now, rows)
        keep()
        return answer
      }),
    )
  })

  edge.handle(downloadLinkedInvoice, async (call) => {
    const holder = holderOf(parts.keyring, call.params.token)
    const [links] = await call.readFor(holder.organizationId, holder.principal, linkedInvoiceOf(holder))
    const row = links?.[0] as LinkedRow | undefined
    if (!row) throw tokenInvalid()
    return new FileAnswer({
      ...(await documentPdf(parts, holder.organizationId, 'invoice', row.invoice_id)),
      disposition: call.query.disposition ?? 'attachment',
    })
  })

  edge.handle(downloadLinkedReceipt, async (call) => {
    const holder = holderOf(parts.keyring, call.params.token)
    const [links, receipts] = await call.readFor(
      holder.organizationId,
      holder.principal,
      linkedInvoiceOf(holder),
      receiptsOfInvoice(holder.organizationId, invoiceBehind(holder)),
    )
    if (!links?.[0]) throw tokenInvalid()
    const receipt = (receipts as ReceiptRow[]).find(({ id }) => id === call.params.receipt_id)
    if (!receipt) throw notFound('receipt')
    return new FileAnswer({
      ...(await documentPdf(parts, holder.organizationId, 'receipt', receipt.id)),
      disposition: call.query.disposition ?? 'attachment',
    })
  })
}
