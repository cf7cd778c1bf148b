import { z } from 'zod'
import { ClockTime, Invoice, invoiceParams } from './invoices.ts'
import { member, operation } from './operation.ts'
import { GivenDate, paragraph } from './pieces.ts'

/** Sending an invoice: now or later, and reminding of it. */

export const sendInvoice = operation({
  id: 'invoices.send',
  method: 'POST',
  path: '/v1/invoices/{invoice_id}/send',
  access: member('invoices.invoice.send'),
  params: invoiceParams,
  answer: Invoice,
  summary: 'Mail an issued invoice with its PDF and private link',
  body: z.strictObject({
    to: z.array(z.email().max(254)).min(1).max(20).optional(),
    cc: z.array(z.email().max(254)).max(20).optional(),
    message: paragraph(4000).optional(),
  }),
  problems: ['no_recipient', 'invoice_not_open'],
})
export const scheduleInvoice = operation({
  id: 'invoices.schedule_send',
  method: 'PUT',
  path: '/v1/invoices/{invoice_id}/scheduled-send',
  access: member('invoices.invoice.send'),
  params: invoiceParams,
  answer: Invoice,
  summary: 'Send an issued invoice later, at a day and a time of the organization’s zone; or change when',
  body: z.strictObject({
    send_on: GivenDate,
    send_time: ClockTime,
    to: z.array(z.email().max(254)).min(1).max(20).optional(),
    cc: z.array(z.email().max(254)).max(20).optional(),
    message: paragraph(4000).optional(),
  }),
  problems: ['invoice_not_open'],
})
export const unscheduleInvoice = operation({
  id: 'invoices.cancel_scheduled_send',
  method: 'DELETE',
  path: '/v1/invoices/{invoice_id}/scheduled-send',
  access: member('invoices.invoice.send'),
  params: invoiceParams,
  answer: Invoice,
  summary: 'Do not send it later after all',
})
export const setInvoiceReminders = operation({
  id: 'invoices.set_reminders',
  method: 'PUT',
  path: '/v1/invoices/{invoice_id}/reminders',
  access: member('invoices.invoice.send'),
  params: invoiceParams,
  answer: Invoice,
  summary: 'Switch the reminders of an overdue invoice on or off',
  body: z.strictObject({ is_on: z.boolean() }),
})
export const getSendPreview = operation({
  id: 'invoices.send_preview',
  method: 'GET',
  path: '/v1/invoices/{invoice_id}/send-preview',
  access: member('invoices.invoice.send'),
  params: invoiceParams,
  summary: 'To whom and with which words it would be sent',
  answer: z.strictObject({
    to: z.array(z.strictObject({ name: z.string().nullable(), email: z.string() })),
    cc: z.array(z.strictObject({ name: z.string().nullable(), email: z.string() })),
    subject: z.string(),
    is_mail_configured: z.boolean(),
  }),
})
