import { recordPayment, submitPortalProof, toPublicId } from '@portico/contract'
import sharp from 'sharp'
import { statement } from '../src/platform/database/index.ts'
import type { Caller, TestApp } from './app.ts'
import type { Desk } from './billing.ts'

export type Part = { id: string }
export type GivenPayment = { amount: number; currency?: string; parts?: [Part, number][]; change?: object }

export const tzs = (amount: number) => ({ amount, currency: 'TZS' })
/** The public id of the desk's receiving account for a currency. */
export const accountOf = (desk: Desk, currency = 'TZS'): string =>
  toPublicId('receivingAccount', desk.accounts[currency] as string)

/** The body of a payment of today into the desk's account; what `parts` do not take becomes credit. */
export const paymentOf = (desk: Desk, { amount, currency = 'TZS', parts = [], change }: GivenPayment) => ({
  client_id: desk.client.publicId,
  receiving_account_id: accountOf(desk, currency),
  amount: { amount, currency },
  received_on: '2026-03-10',
  allocations: parts.map(([{ id }, part]) => ({ invoice_id: id, amount: { amount: part, currency } })),
  ...change,
})
export const pay = (app: TestApp, desk: Desk, given: GivenPayment, caller: Caller = desk.owner) =>
  app.call(recordPayment, caller, { body: paymentOf(desk, given) })

export type GivenProof = {
  body?: Record<string, string>
  file?: { name: string; content: Buffer | string }
  key?: string
}
/** Sends a proof from the portal: the pasted message "Paid" unless something else is given. */
export const sendProof = (
  app: TestApp,
  caller: Caller,
  invoice: Part,
  given: GivenProof = { body: { pasted_text: 'Paid' } },
) =>
  app.call(submitPortalProof, caller, {
    params: { invoice_id: invoice.id },
    body: given.body ?? {},
    ...(given.file && { file: given.file }),
    ...(given.key && { idempotencyKey: given.key }),
  })

/** A small picture of one colour: of another colour, another file. */
export const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 12, height: 8, channels: 3, background } })
    .png()
    .toBuffer()

/** Rows of a desk's organization; `$1` is the organization. */
export const look = <Row>(app: TestApp, desk: Desk, text: string): Promise<Row[]> =>
  app.fixtures.inOrganization(desk.organization.id, (tx) => tx.all(statement<Row>(text)(tx.organizationId)))

export const eventsOf = (app: TestApp, desk: Desk, type: string) =>
  look<{ payload: Record<string, string> }>(
    app,
    desk,
    `select payload from domain_events where organization_id = $1 and type = '${type}'`,
  )
