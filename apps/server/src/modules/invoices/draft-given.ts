import type { createInvoice, updateInvoice } from '@portico/contract'
import { isCurrency } from '@portico/money'
import type { z } from 'zod'
import type { Statement } from '../../platform/database/index.ts'
import { fieldRefusal } from '../../platform/errors.ts'
import { priceItemsByIds } from '../prices/index.ts'
import { ratesOn, type WrittenLine } from './rules.ts'
import type { BillingContext, DatedTaxRate, PayAccount } from './rows.ts'

export type NewDraft = z.output<NonNullable<typeof createInvoice.body>>
export type DraftChange = z.output<NonNullable<typeof updateInvoice.body>>
type GivenLine = NonNullable<NewDraft['lines']>[number]

/** The lines as written: the default tax rate where a line says nothing, no tax where it says null. */
export function writtenLines(
  lines: readonly GivenLine[],
  context: BillingContext,
  rates: readonly DatedTaxRate[],
  items: readonly Record<string, unknown>[] | undefined,
): WrittenLine[] {
  const known = new Set(items?.map((item) => item['id']))
  const valid = ratesOn(rates, context.rate_on)
  return lines.map((line, index) => {
    if (line.price_item_id && !known.has(line.price_item_id))
      throw fieldRefusal(
        `/lines/${index}/price_item_id`,
        'unknown_id',
        'There is no such item in the price list.',
      )
    if (line.tax_rate_key && !valid.has(line.tax_rate_key))
      throw fieldRefusal(
        `/lines/${index}/tax_rate_key`,
        'unknown_tax_rate',
        `There is no tax rate “${line.tax_rate_key}” on ${context.rate_on}.`,
      )
    return {
      price_item_id: line.price_item_id ?? null,
      description: line.description,
      details: line.details || null,
      quantity: line.quantity,
      unit: line.unit ?? null,
      unit_price: line.unit_price,
      discount_percent: line.discount_percent ?? null,
      tax_rate_key: line.tax_rate_key === undefined ? context.default_tax_rate_key : line.tax_rate_key,
    }
  })
}

/** The price items that lines name, for a batch; no statement where they name none. */
export function namedItems(organizationId: string, lines: readonly GivenLine[] | undefined): Statement[] {
  const ids = [...new Set(lines?.flatMap((line) => line.price_item_id ?? []))]
  return ids.length > 0 ? [priceItemsByIds(organizationId, ids)] : []
}

export function requireClient(context: BillingContext | undefined): BillingContext {
  if (!context) throw fieldRefusal('/client_id', 'unknown_id', 'There is no such client.')
  return context
}

export function requireCurrency(currency: string): void {
  if (!isCurrency(currency))
    throw fieldRefusal('/currency', 'unknown_currency', `${currency} is not a currency in use.`)
}

export function requireAccounts(
  ids: readonly string[] | undefined,
  accounts: readonly PayAccount[],
  currency: string,
): void {
  ids?.forEach((id, index) => {
    const account = accounts.find((candidate) => candidate.id === id)
    if (!account)
      throw fieldRefusal(
        `/receiving_account_ids/${index}`,
        'unknown_id',
        'There is no such receiving account in use.',
      )
    if (account.currency !== currency)
      throw fieldRefusal(
        `/receiving_account_ids/${index}`,
        'currency_mismatch',
        `${account.name} receives ${account.currency}, the invoice is in ${currency}.`,
      )
  })
}
