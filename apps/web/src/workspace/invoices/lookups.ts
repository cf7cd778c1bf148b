import { queryOptions, type QueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from '../../shared/api.ts'

export { clientQuery, contactsQuery, type Client } from '../clients/clients-data.ts'

/** What an invoice is made of, as other modules keep it: clients, tax rates, accounts, the price list, exchange rates. */
export type TaxRate = Schema<'TaxRate'>
export type ReceivingAccount = Schema<'ReceivingAccount'>
export type PriceItem = Schema<'PriceItem'>

/** Clients whose name, email or refid fits; the likely ones for an empty text. */
export async function findClients(text: string, signal?: AbortSignal): Promise<Schema<'ClientSummary'>[]> {
  const query = text ? { q: text, limit: 12 } : { sort: '-created' as const, limit: 12 }
  const answer = await unwrap(api.GET('/v1/clients', { params: { query }, ...(signal && { signal }) }))
  return answer.data
}

/** The tax rates that hold on a date. */
export const taxRatesQuery = (on: string) =>
  queryOptions({
    queryKey: ['tax-rates', on],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/tax-rates', { params: { query: { on } }, signal })),
    staleTime: 300_000,
  })

export const receivingAccountsQuery = queryOptions({
  queryKey: ['receiving-accounts', 'active'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/v1/receiving-accounts', { params: { query: { is_active: 'true' } }, signal })),
})

/** The head of the price list: most organizations' whole one, so that typing an item asks the server nothing. */
const priceListQuery = queryOptions({
  queryKey: ['price-items', 'active'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/v1/price-items', { params: { query: { is_active: 'true', limit: 100 } }, signal })),
  staleTime: 60_000,
})

const MOST = 8

/** Active items of the price list that hold all the typed words. Only a list of more than a hundred is searched on the server. */
export async function findPriceItems(
  queries: QueryClient,
  text: string,
  signal: AbortSignal,
): Promise<PriceItem[]> {
  const list = await queries.ensureQueryData(priceListQuery)
  if (!list.has_more) return matchingItems(list.data, text)
  await pause(250, signal)
  const query = { q: text.slice(0, 120), is_active: 'true' as const, limit: MOST }
  const answer = await unwrap(api.GET('/v1/price-items', { params: { query }, signal }))
  return answer.data
}

export function matchingItems(items: readonly PriceItem[], text: string): PriceItem[] {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const begins = ({ name, code }: PriceItem) =>
    [name, code].some((one) => one.toLocaleLowerCase().startsWith(words[0] ?? ''))
  const found = items.filter(({ name, code, description }) => {
    const said = `${name} ${code} ${description ?? ''}`.toLocaleLowerCase()
    return words.every((word) => said.includes(word))
  })
  return [...found.filter(begins), ...found.filter((item) => !begins(item))].slice(0, MOST)
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(new DOMException('No longer wanted', 'AbortError'))
    })
  })

/** The rate of a currency on a date; null where none is stored, which is no error until the invoice is issued. */
export const exchangeRateQuery = (currency: string, on: string) =>
  queryOptions({
    queryKey: ['exchange-rates', currency, on],
    queryFn: async ({ signal }) => {
      const answer = await api.GET('/v1/exchange-rates/{currency}', {
        params: { path: { currency }, query: { on } },
        signal,
      })
      return answer.response.status === 422 ? null : unwrap(Promise.resolve(answer))
    },
    staleTime: 60_000,
  })

export function setExchangeRate(currency: string, rate: string, on: string): Promise<Schema<'ExchangeRate'>> {
  return unwrap(
    api.PUT('/v1/exchange-rates/{currency}', {
      params: { path: { currency } },
      body: { rate, rate_date: on },
    }),
  )
}
