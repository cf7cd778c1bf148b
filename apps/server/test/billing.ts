import type { DraftLine, Invoice } from '@portico/contract'
import { createInvoice, issueInvoice } from '@portico/contract'
import type { z } from 'zod'
import { statement } from '../src/platform/database/index.ts'
import { newId } from '../src/platform/ids.ts'
import type { Caller, TestApp } from './app.ts'
import type { BuiltClient, BuiltMember, BuiltOrganization } from './fixtures.ts'

type Line = z.input<typeof DraftLine>
/** An invoice as it stands on the wire. */
export type ApiInvoice = z.input<typeof Invoice>
export type Desk = {
  organization: BuiltOrganization
  owner: BuiltMember
  client: BuiltClient
  accounts: Record<string, string>
}

/** What an organization needs before it can send invoices: VAT from 2020 on, accounts in some currencies, rates, a client who can be mailed. */
export async function billingDesk(
  app: TestApp,
  given: {
    currency?: string
    clientCurrency?: string
    accounts?: string[]
    rates?: Record<string, string>
    email?: string | null
  } = {},
): Promise<Desk> {
  const organization = await app.fixtures.organization({ currency: given.currency ?? 'USD' })
  const client = await app.fixtures.client(organization, {
    currency: given.clientCurrency ?? 'TZS',
    ...(given.email !== null && { email: given.email ?? `pwani-${newId()}@example.com` }),
  })
  const accounts: Record<string, string> = {}
  await app.fixtures.inOrganization(organization.id, async (tx) => {
    await addTaxRate(app, organization.id, { key: 'vat', name: 'VAT', percent: '18', from: '2020-01-01' })
    await addTaxRate(app, organization.id, {
      key: 'zero',
      name: 'Zero rated',
      category: 'zero',
      percent: '0',
      from: '2020-01-01',
    })
    for (const currency of given.accounts ?? ['TZS', 'USD']) {
      const id = (accounts[currency] = newId())
      await tx.all(
        insertAccount(
          tx.organizationId,
          id,
          `Bank ${currency}`,
          currency,
          JSON.stringify([{ label: 'Account no.', value: `0150 ${currency}` }]),
          tx.now,
        ),
      )
    }
    for (const [currency, rate] of Object.entries(
      given.rates ?? { TZS: '0.000377358491', EUR: '1.08', JPY: '0.0067', KWD: '3.25' },
    )) {
      await tx.all(insertRate(tx.organizationId, currency, given.currency ?? 'USD', rate, tx.now))
    }
    await tx.all(setDefaults(tx.organizationId))
  })
  return { organization, owner: organization.owner, client, accounts }
}

export async function addTaxRate(
  app: TestApp,
  organizationId: string,
  rate: {
    key: string
    name: string
    percent: string
    from: string
    to?: string
    category?: string
    reason?: string
  },
): Promise<void> {
  await app.fixtures.inOrganization(organizationId, (tx) =>
    tx.all(
      insertTaxRate(
        organizationId,
        newId(),
        rate.key,
        rate.name,
        rate.category ?? 'standard',
        rate.percent,
        rate.reason ?? null,
        rate.from,
        rate.to ?? null,
        tx.now,
      ),
    ),
  )
}

export const workLine = (change: Partial<Line> = {}): Line => ({
  description: 'Website redesign',
  quantity: '1',
  unit_price: '100',
  ...change,
})

/** A draft through the API; fails the test where it is refused. */
export async function draft(
  app: TestApp,
  desk: Desk,
  given: Record<string, unknown> = {},
  caller: Caller = desk.owner,
): Promise<ApiInvoice> {
  const answer = await app.call(createInvoice, caller, {
    body: { client_id: desk.client.publicId, lines: [workLine()], ...given } as never,
  })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body
}

/** An issued invoice through the API. */
export async function issued(
  app: TestApp,
  desk: Desk,
  given: Record<string, unknown> = {},
): Promise<ApiInvoice & { number: string }> {
  const { id, version } = await draft(app, desk, given)
  const answer = await app.call(issueInvoice, desk.owner, { params: { invoice_id: id }, version, body: {} })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as ApiInvoice & { number: string }
}

const insertTaxRate = statement(
  'insert into tax_rates (organization_id, id, key, name, category, percent, exemption_reason, valid_from, valid_to, created_at) values ($1, $2, $3, $4, $5, $6::numeric, $7, $8, $9, $10)',
)
const insertAccount = statement(
  `insert into receiving_accounts (organization_id, id, kind, name, currency, details, created_at, updated_at) values ($1, $2, 'bank', $3, $4, $5::jsonb, $6, $6)`,
)
const insertRate = statement(
  `insert into exchange_rates (organization_id, currency, base_currency, rate_date, rate, source, created_at) values ($1, $2, $3, '2026-01-01', $4::numeric, 'manual', $5)`,
)
const setDefaults = statement(
  `update organization_settings set default_tax_rate_key = 'vat', tin = '142-887-301', vrn = '40-031882-K', legal_name = 'Kijani Digital Studio Limited', address = '{"line1": "Plot 14", "city": "Dar es Salaam"}' where organization_id = $1`,
)
