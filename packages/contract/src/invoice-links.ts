import { z } from 'zod'
import { id } from './ids.ts'
import { fileQuery, PortalInvoice, proofFields, proofProblems } from './portal.ts'
import { link, operation } from './operation.ts'
import { DateOnly, Done, line, Locale } from './pieces.ts'

/** The private link: one invoice, without an account. */

const tokenParams = z.strictObject({ token: z.string().min(1).max(300) })
export const LinkedInvoice = z
  .strictObject({
    organization: z.strictObject({
      name: z.string(),
      slug: z.string(),
      logo_url: z.string().nullable(),
      brand_color: z.string(),
      locale: Locale,
      email: z.string().nullable(),
      phone: z.string().nullable(),
    }),
    is_portal_enabled: z.boolean(),
    client_locale: Locale.nullable().meta({ description: 'What the client reads, where that is known' }),
    today: DateOnly,
    invoice: PortalInvoice,
  })
  .meta({ id: 'LinkedInvoice' })
export const getLinkedInvoice = operation({
  id: 'invoice_links.get',
  method: 'GET',
  path: '/v1/invoice-links/{token}',
  access: link,
  limit: 'public',
  params: tokenParams,
  answer: LinkedInvoice,
  summary: 'The invoice behind a private link',
  problems: ['token_invalid'],
})
export const noteLinkedInvoiceView = operation({
  id: 'invoice_links.note_view',
  method: 'POST',
  path: '/v1/invoice-links/{token}/views',
  access: link,
  limit: 'public',
  params: tokenParams,
  answer: Done,
  summary: 'A person looked at it: the page says so, so that mail scanners and previews do not count',
  problems: ['token_invalid'],
})
export const submitLinkedProof = operation({
  id: 'invoice_links.submit_proof',
  method: 'POST',
  path: '/v1/invoice-links/{token}/proofs',
  access: link,
  limit: 'public',
  params: tokenParams,
  upload: { accept: 'image-or-pdf', limit: 'proof', isRequired: false },
  body: z.strictObject({ ...proofFields, your_name: line(120, 0).optional() }),
  status: 201,
  answer: LinkedInvoice,
  summary: 'Say “I have paid”, with an image, a PDF or the pasted message',
  problems: proofProblems,
})
export const downloadLinkedInvoice = operation({
  id: 'invoice_links.pdf',
  method: 'GET',
  path: '/v1/invoice-links/{token}/pdf',
  access: link,
  limit: 'public',
  params: tokenParams,
  query: fileQuery,
  answer: { file: ['application/pdf'] },
  summary: 'The invoice as PDF',
  problems: ['token_invalid'],
})
export const downloadLinkedReceipt = operation({
  id: 'invoice_links.receipt_pdf',
  method: 'GET',
  path: '/v1/invoice-links/{token}/receipts/{receipt_id}/pdf',
  access: link,
  limit: 'public',
  params: z.strictObject({ token: z.string().min(1).max(300), receipt_id: id('receipt') }),
  query: fileQuery,
  answer: { file: ['application/pdf'] },
  summary: 'A receipt of this invoice as PDF',
  problems: ['token_invalid'],
})

export const downloadFile = operation({
  id: 'files.download',
  method: 'GET',
  path: '/v1/files/{token}',
  access: link,
  params: z.strictObject({ token: z.string().min(1).max(600) }),
  answer: { file: ['*/*'] },
  summary: 'A file by its signed, expiring link',
  problems: ['token_invalid'],
})
