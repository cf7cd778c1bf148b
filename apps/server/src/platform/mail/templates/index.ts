import type { NotificationType } from '@portico/contract'
import type { Money } from '@portico/money'
import type { MailBrand } from '../brand.ts'
import type { MailContent } from '../content.ts'
import type { MailFormats } from '../formats.ts'
import type { MailTexts } from '../texts/index.ts'
import { accountLocked, passwordReset, signUpExistingAccount, verifyEmail } from './account.ts'
import { invitation, portalEnabled, portalSignIn } from './access.ts'
import { contactMessage, contactReceived } from './contact.ts'
import { invoiceOverdue, invoiceSent } from './invoice.ts'
import { notifications } from './notifications.ts'
import { statement } from './statement.ts'
import { proofReceived, proofRejected, receipt } from './payment.ts'

/**
 * Every mail there is, with what it needs. Amounts are minor units with their currency, days are `YYYY-MM-DD`, instants
 * are ISO 8601, spans are whole minutes, addresses are http or https. All texts are plain and escaped where they are shown.
 */
export interface MailTemplates {
  'verify-email': { name?: string; url: string; expiresInMinutes: number }
  'password-reset': {
    name?: string
    url: string
    expiresInMinutes: number
    /** Where the request came from, in words: "41.59.0.10, Firefox on Windows". */
    place?: string
  }
  invitation: {
    inviter: string
    organization: string
    /** As shown in the app, such as "Project manager". */
    role: string
    url: string
    expiresOn: string
    message?: string
  }
  /** Sent on request, each time a contact signs in. `code` has six digits. */
  'portal-sign-in': { url: string; code: string; expiresInMinutes: number }
  'portal-enabled': { name?: string; client: string; url: string }
  'invoice-sent': {
    name?: string
    client: string
    number: string
    amountDue: Money
    /** Shown where it differs from what is due. */
    total?: Money
    issuedOn: string
    dueOn: string
    /** The private link. */
    url: string
    /** Whether the page behind the link offers a way to pay. */
    payable: boolean
    purchaseOrder?: string
    paymentReference?: string
    note?: { from: string; text: string }
    /** Whether the message carries the PDF. */
    attached: boolean
  }
  'invoice-overdue': {
    name?: string
    client: string
    number: string
    amountDue: Money
    dueOn: string
    /** The private link. */
    url: string
    purchaseOrder?: string
    paymentReference?: string
    attached: boolean
    /** Ends mails of this kind with one click (RFC 8058). */
    unsubscribeUrl?: string
  }
  /** What happened lately, for one member or contact: one mail for all that came together. */
  notifications: {
    name?: string
    items: readonly NotificationItem[]
    /** How many more there are than are said. */
    more: number
    /** The page with all of them. */
    url: string
    settingsUrl: string
    unsubscribeUrl?: string
  }
  'proof-received': {
    name?: string
    invoices: readonly string[]
    amount?: Money
    receivedOn: string
    /** How long checking usually takes. */
    usualMinutes?: number
    url: string
  }
  'proof-rejected': {
    name?: string
    invoices: readonly string[]
    amount?: Money
    /** In the reviewer's words or from the ready reasons, in the reader's language. */
    reason: string
    nextStep?: string
    url: string
  }
  receipt: {
    /** Whether it follows a proof of payment that was checked. */
    isVerified?: boolean
    name?: string
    number: string
    paid: Money
    paidOn: string
    /** "by M-Pesa", "by bank transfer". */
    method?: string
    invoices: readonly { number: string; paid: Money; remaining: Money }[]
    /** What was paid beyond the invoices. */
    credit?: Money
    url: string
    attached: boolean
  }
  statement: {
    name?: string
    client: string
    standsOn: string
    url: string
    /** One per currency; a negative balance is credit. */
    balances: readonly { balance: Money; overdue: Money }[]
    note?: { from: string; text: string }
  }
  'sign-up-existing-account': { url: string; resetUrl: string }
  'account-locked': {
    name?: string
    attempts: number
    lockedMinutes: number
    lockedUntil: string
    timeZone: string
    place?: string
    resetUrl: string
  }
  /** To whoever wrote in the site's contact form. Says nothing of what was written: the address may be somebody else's. */
  'contact-received': { name: string; operator: string; url: string }
  /** The same to the people who run the installation; answers go to the writer. */
  'contact-message': {
    name: string
    email: string
    company?: string
    topic: string
    message: string
    url: string
  }
}

/** One thing that happened: what it is about, whose it is, how much. */
export interface NotificationItem {
  type: NotificationType
  label?: string
  client?: string
  amount?: Money
  url: string
}

export type MailTemplateName = keyof MailTemplates

/** What a template writes with. */
export interface MailContext {
  texts: MailTexts
  formats: MailFormats
  brand: MailBrand
}

export type MailTemplate<Name extends MailTemplateName> = (
  props: MailTemplates[Name],
  context: MailContext,
) => MailContent

export const templates: { [Name in MailTemplateName]: MailTemplate<Name> } = {
  'verify-email': verifyEmail,
  'password-reset': passwordReset,
  invitation,
  'portal-sign-in': portalSignIn,
  'portal-enabled': portalEnabled,
  'invoice-sent': invoiceSent,
  'invoice-overdue': invoiceOverdue,
  notifications,
  'proof-received': proofReceived,
  'proof-rejected': proofRejected,
  receipt,
  statement,
  'sign-up-existing-account': signUpExistingAccount,
  'account-locked': accountLocked,
  'contact-received': contactReceived,
  'contact-message': contactMessage,
}
