import { z } from 'zod'
import { id } from './ids.ts'
import { member, operation } from './operation.ts'
import {
  Currency,
  Done,
  ExchangeRate,
  GivenDate,
  Instant,
  line,
  listOf,
  pageQuery,
  paragraph,
  Percent,
  Version,
} from './pieces.ts'

/** What an organization sells under: tax rates, exchange rates, receiving accounts, the price list. */

export const TaxRate = z
  .strictObject({
    id: id('taxRate'),
    key: z.string(),
    name: z.string(),
    category: z.enum(['standard', 'zero', 'exempt', 'reverse', 'out_of_scope']),
    percent: z.string(),
    exemption_reason: z.string().nullable(),
    valid_from: z.string(),
    valid_to: z.string().nullable(),
    is_current: z.boolean(),
    version: Version,
  })
  .meta({ id: 'TaxRate' })
export const listTaxRates = operation({
  id: 'tax_rates.list',
  method: 'GET',
  path: '/v1/tax-rates',
  access: member('taxes.rate.read'),
  summary: 'Tax rates, each a dated row',
  query: z.strictObject({ on: GivenDate.optional().meta({ description: 'Only those valid on this date' }) }),
  answer: z.strictObject({ data: z.array(TaxRate) }),
})
export const createTaxRate = operation({
  id: 'tax_rates.create',
  method: 'POST',
  path: '/v1/tax-rates',
  access: member('taxes.rate.manage'),
  status: 201,
  answer: TaxRate,
  summary: 'Add a rate, or a new percentage of a rate from a date on',
  description: 'A row of the same key that is open-ended ends on the day before.',
  body: z.strictObject({
    key: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,31}$/, 'Small letters, digits, dash and underscore'),
    name: line(80),
    category: z.enum(['standard', 'zero', 'exempt', 'reverse', 'out_of_scope']),
    percent: Percent,
    exemption_reason: line(200).nullable().optional(),
    valid_from: GivenDate,
  }),
  problems: ['rate_period_taken'],
})
export const updateTaxRate = operation({
  id: 'tax_rates.update',
  method: 'PATCH',
  path: '/v1/tax-rates/{tax_rate_id}',
  access: member('taxes.rate.manage'),
  versioned: true,
  answer: TaxRate,
  params: z.strictObject({ tax_rate_id: id('taxRate') }),
  summary: 'Rename a rate or end it; its percentage never changes',
  body: z.strictObject({
    name: line(80).optional(),
    exemption_reason: line(200).nullable().optional(),
    valid_to: GivenDate.nullable().optional(),
  }),
  problems: ['rate_period_taken'],
})
export const StoredExchangeRate = z
  .strictObject({
    currency: Currency,
    base_currency: Currency,
    rate_date: z.string(),
    rate: z.string(),
    source: z.string(),
  })
  .meta({ id: 'ExchangeRate' })
export const listExchangeRates = operation({
  id: 'exchange_rates.list',
  method: 'GET',
  path: '/v1/exchange-rates',
  access: member('currencies.rate.read'),
  summary: 'Stored exchange rates, newest first',
  query: z.strictObject({ ...pageQuery, currency: Currency.optional() }),
  answer: listOf(StoredExchangeRate),
})
export const lookUpExchangeRate = operation({
  id: 'exchange_rates.look_up',
  method: 'GET',
  path: '/v1/exchange-rates/{currency}',
  access: member('currencies.rate.read'),
  answer: StoredExchangeRate,
  summary: 'The rate of a currency on a date: the latest stored on or before it',
  params: z.strictObject({ currency: Currency }),
  query: z.strictObject({ on: GivenDate.optional() }),
  problems: ['exchange_rate_missing'],
})
export const setExchangeRate = operation({
  id: 'exchange_rates.set',
  method: 'PUT',
  path: '/v1/exchange-rates/{currency}',
  access: member('currencies.rate.manage'),
  answer: StoredExchangeRate,
  params: z.strictObject({ currency: Currency }),
  summary: 'Store the rate of a currency for a date: one unit of it in the base currency',
  body: z.strictObject({ rate: ExchangeRate, rate_date: GivenDate }),
  problems: ['currency_mismatch'],
})

export const ReceivingAccount = z
  .strictObject({
    id: id('receivingAccount'),
    kind: z.enum(['bank', 'mobile_money', 'cash', 'other']),
    name: z.string(),
    currency: Currency,
    details: z.array(z.strictObject({ label: z.string(), value: z.string() })),
    steps: z.array(z.string()),
    qr_payload: z.string().nullable(),
    is_active: z.boolean(),
    is_shown_to_clients: z.boolean(),
    position: z.number().int(),
    version: Version,
  })
  .meta({ id: 'ReceivingAccount' })
const accountFields = {
  kind: z.enum(['bank', 'mobile_money', 'cash', 'other']),
  name: line(80),
  details: z.array(z.strictObject({ label: line(60), value: line(120) })).max(12),
  steps: z.array(line(300)).max(10),
  qr_payload: line(500).nullable(),
  is_shown_to_clients: z.boolean(),
  position: z.number().int().min(0).max(1000),
}
export const listReceivingAccounts = operation({
  id: 'receiving_accounts.list',
  method: 'GET',
  path: '/v1/receiving-accounts',
  access: member('accounts.account.read'),
  summary: 'Where money is received',
  query: z.strictObject({ currency: Currency.optional(), is_active: z.enum(['true', 'false']).optional() }),
  answer: z.strictObject({ data: z.array(ReceivingAccount) }),
})
export const createReceivingAccount = operation({
  id: 'receiving_accounts.create',
  method: 'POST',
  path: '/v1/receiving-accounts',
  access: member('accounts.account.manage'),
  status: 201,
  answer: ReceivingAccount,
  summary: 'Add a receiving account',
  body: z.strictObject({
    ...z
      .strictObject(accountFields)
      .partial({ details: true, steps: true, qr_payload: true, is_shown_to_clients: true, position: true })
      .shape,
    currency: Currency,
  }),
})
export const updateReceivingAccount = operation({
  id: 'receiving_accounts.update',
  method: 'PATCH',
  path: '/v1/receiving-accounts/{receiving_account_id}',
  access: member('accounts.account.manage'),
  versioned: true,
  answer: ReceivingAccount,
  params: z.strictObject({ receiving_account_id: id('receivingAccount') }),
  summary: 'Change, retire or bring back a receiving account; its currency never changes',
  body: z.strictObject({
    ...z.strictObject(accountFields).partial().shape,
    is_active: z.boolean().optional(),
  }),
})

export const PriceItem = z
  .strictObject({
    id: id('priceItem'),
    external_id: z
      .string()
      .nullable()
      .meta({ description: 'The id of the record in another system; see the PUT by external id' }),
    code: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    unit: z.string().nullable(),
    tax_rate_key: z.string().nullable(),
    prices: z.array(z.strictObject({ currency: Currency, price: z.string() })),
    is_active: z.boolean(),
    updated_at: Instant,
    version: Version,
  })
  .meta({ id: 'PriceItem' })
const priceItemFields = {
  code: line(40),
  name: line(160),
  description: paragraph(2000).nullable(),
  unit: line(20).nullable(),
  tax_rate_key: z.string().max(32).nullable(),
  prices: z
    .array(
      z.strictObject({
        currency: Currency,
        price: z.string().regex(/^-?\d{1,12}(\.\d{1,8})?$/, 'A price with at most 8 decimals'),
      }),
    )
    .max(30),
}
const priceItemParams = z.strictObject({ price_item_id: id('priceItem') })
export const listPriceItems = operation({
  id: 'price_items.list',
  method: 'GET',
  path: '/v1/price-items',
  access: member('prices.item.read'),
  summary: 'The price list',
  answer: listOf(PriceItem),
  query: z.strictObject({
    ...pageQuery,
    external_id: z.string().max(200).optional(),
    q: z.string().max(120).optional(),
    is_active: z.enum(['true', 'false']).optional(),
  }),
})
export const createPriceItem = operation({
  id: 'price_items.create',
  method: 'POST',
  path: '/v1/price-items',
  access: member('prices.item.manage'),
  status: 201,
  answer: PriceItem,
  summary: 'Add an item',
  body: z
    .strictObject(priceItemFields)
    .partial({ description: true, unit: true, tax_rate_key: true, prices: true }),
  problems: ['duplicate_code'],
})
export const getPriceItem = operation({
  id: 'price_items.get',
  method: 'GET',
  path: '/v1/price-items/{price_item_id}',
  access: member('prices.item.read'),
  params: priceItemParams,
  answer: PriceItem,
  summary: 'One item',
})
export const updatePriceItem = operation({
  id: 'price_items.update',
  method: 'PATCH',
  path: '/v1/price-items/{price_item_id}',
  access: member('prices.item.manage'),
  versioned: true,
  params: priceItemParams,
  answer: PriceItem,
  summary: 'Change an item; no document changes with it',
  body: z.strictObject({
    ...z.strictObject(priceItemFields).partial().shape,
    is_active: z.boolean().optional(),
  }),
  problems: ['duplicate_code'],
})
export const deletePriceItem = operation({
  id: 'price_items.delete',
  method: 'DELETE',
  path: '/v1/price-items/{price_item_id}',
  access: member('prices.item.manage'),
  params: priceItemParams,
  answer: Done,
  summary: 'Remove an item from the list',
})
