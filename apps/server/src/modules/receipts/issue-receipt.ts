import { todayIn } from '@portico/money'
import type { AppParts } from '../../app-parts.ts'
import { statement, type Tx } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import type { ReceiptPaper } from '../../platform/paper/index.ts'
import type { DocumentRecipient } from '../clients/index.ts'
import { freeze, printedParties, takeNumber } from '../documents/index.ts'
import { queueEmail } from '../emails/index.ts'
import type { ReceiptParties } from './parties.ts'
import { taxesOfReceipt, type SettledPart } from './rules.ts'

/** Money that came in, or credit that was used, for which a receipt is to be given. Amounts in minor units of `currency`. */
export type ReceiptOrder = {
  clientId: string
  source: { paymentId: string } | { allocationId: string }
  currency: string
  amount: number
  credited: number
  /** `YYYY-MM-DD`: when the money was received. */
  date: string
  /** The receiving account by name, or that credit was used. */
  method: string
  reference: string | null
  settles: readonly SettledPart[]
  /** The payment in the base currency, at its frozen rate. */
  base: { currency: string; rate: string; rateDate: string; amount: number } | null
  locale: string
  /** Whether it follows a proof of payment that was checked: the mail says so. */
  isVerified?: boolean
  parties: ReceiptParties
  recipients: readonly Pick<DocumentRecipient, 'email' | 'name'>[]
  /** The page that the mail leads to. */
  url: string
}

/**
 * Gives the receipt: number, frozen content, row, mail to the client's document recipients. The number is the last lock that the
 * transaction takes, everything after it travels with the commit; call it after all other loads.
 */
export async function issueReceipt(
  parts: Pick<AppParts, 'keyring'>,
  tx: Tx,
  order: ReceiptOrder,
): Promise<{ receiptId: string; number: string; tax: number }> {
  const { parties, currency } = order
  const receiptId = newId()
  const { taxes, tax } = taxesOfReceipt(order.settles)
  const number = await takeNumber(
    tx,
    'receipt',
    parties.receipt_number_pattern,
    todayIn(parties.timezone, new Date(tx.now)),
  )

  const paper = paperOf(order, number, taxes)
  const hash = freeze(tx, 'receipt', receiptId, paper, parties.logo_file_id)
  const paymentId = 'paymentId' in order.source ? order.source.paymentId : null
  const allocationId = 'allocationId' in order.source ? order.source.allocationId : null
  tx.later(
    insertReceipt(
      tx.organizationId,
      receiptId,
      number,
      paymentId,
      allocationId,
      order.clientId,
      currency,
      order.amount,
      tax,
      order.date,
      hash,
      tx.now,
    ),
  )
  tx.announce('receipt.issued', { receipt_id: receiptId, client_id: order.clientId, payment_id: paymentId })
  tx.record({
    action: 'receipts.issued',
    entityKind: 'receipt',
    entityId: receiptId,
    clientId: order.clientId,
    after: { number, amount: order.amount, currency },
  })
  mail(parts, tx, order, receiptId, number)
  return { receiptId, number, tax }
}

function paperOf(order: ReceiptOrder, number: string, taxes: ReceiptPaper['taxes']): ReceiptPaper {
  const { parties, base } = order
  return {
    kind: 'receipt',
    number,
    date: order.date,
    currency: order.currency,
    locale: order.locale,
    paper: parties.paper,
    brandColor: parties.brand_color,
    ...printedParties(parties, order.locale),
    amount: order.amount,
    method: order.method,
    settles: order.settles.map((part) => ({
      invoiceNumber: part.number,
      invoiceGross: part.gross,
      amount: part.amount,
      remaining: remainingOf(part),
    })),
    taxes,
    ...(order.reference && { reference: order.reference }),
    ...(order.credited > 0 && { credited: order.credited }),
    ...(base &&
      base.currency !== order.currency && {
        base: { currency: base.currency, rate: base.rate, rateDate: base.rateDate, gross: base.amount },
      }),
  }
}

/** Each recipient gets a message of their own, by name. */
function mail(
  parts: Pick<AppParts, 'keyring'>,
  tx: Tx,
  order: ReceiptOrder,
  receiptId: string,
  number: string,
): void {
  const money = (amount: number) => ({ amount, currency: order.currency })
  for (const recipient of order.recipients) {
    queueEmail(parts, tx, {
      template: 'receipt',
      to: [recipient.email],
      locale: order.locale,
      subject: order.isVerified ? `Payment verified, receipt ${number}` : `Receipt ${number}`,
      props: {
        name: recipient.name,
        number,
        paid: money(order.amount),
        paidOn: order.date,
        method: order.method,
        invoices: order.settles.map((part) => ({
          number: part.number,
          paid: money(part.amount),
          remaining: money(remainingOf(part)),
        })),
        ...(order.credited > 0 && { credit: money(order.credited) }),
        url: order.url,
        attached: true,
        ...(order.isVerified && { isVerified: true }),
      },
      attachments: [{ documentKind: 'receipt', documentId: receiptId, name: `${number}.pdf` }],
      clientId: order.clientId,
      entity: { kind: 'receipt', id: receiptId },
    })
  }
}

const remainingOf = (part: SettledPart): number => part.gross - part.settledBefore - part.amount

const insertReceipt = statement(
  `insert into receipts (organization_id, id, number, payment_id, allocation_id, client_id, currency, amount, tax, receipt_date, content_hash, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)
