import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { paths } from '@portico/sdk'
import { api, ifMatch, unwrap, type Schema } from '../../shared/api.ts'
import { showBrandNow } from '../brand-now.ts'
import type { Organization } from '../workspace-data.ts'

export type OrganizationPatch =
  paths['/v1/organization']['patch']['requestBody']['content']['application/json']
export type TaxRate = Schema<'TaxRate'>
export type ReceivingAccount = Schema<'ReceivingAccount'>
export type StoredRate = Schema<'ExchangeRate'>
export type NewTaxRate = paths['/v1/tax-rates']['post']['requestBody']['content']['application/json']
export type NewAccount = paths['/v1/receiving-accounts']['post']['requestBody']['content']['application/json']
export type AccountChange =
  paths['/v1/receiving-accounts/{receiving_account_id}']['patch']['requestBody']['content']['application/json']

/** A changed organization goes straight into the workspace that every page reads. */
export function keepOrganization(queries: QueryClient, organization: Organization): Organization {
  queries.setQueriesData<Schema<'Workspace'>>({ queryKey: ['workspace'] }, (workspace) =>
    workspace?.organization.id === organization.id ? { ...workspace, organization } : workspace,
  )
  showBrandNow(organization.brand_color)
  void queries.invalidateQueries({ queryKey: ['me'] })
  return organization
}

export const patchOrganization = (version: number, body: OrganizationPatch): Promise<Organization> =>
  unwrap(api.PATCH('/v1/organization', { params: { header: ifMatch(version) }, body }))

export const allTaxRatesQuery = queryOptions({
  queryKey: ['tax-rates', 'all'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/tax-rates', { signal })),
})

export function useAddTaxRate() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: NewTaxRate) => {
      const rate = await unwrap(api.POST('/v1/tax-rates', { body }))
      await queries.invalidateQueries({ queryKey: ['tax-rates'] })
      return rate
    },
  })
}

export function useEndTaxRate() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ rate, lastDay }: { rate: TaxRate; lastDay: string }) => {
      const ended = await unwrap(
        api.PATCH('/v1/tax-rates/{tax_rate_id}', {
          params: { path: { tax_rate_id: rate.id }, header: ifMatch(rate.version) },
          body: { valid_to: lastDay },
        }),
      )
      await queries.invalidateQueries({ queryKey: ['tax-rates'] })
      return ended
    },
  })
}

export interface RatesQuestion {
  currency?: string
  after?: string
  before?: string
}

export const exchangeRatesQuery = (question: RatesQuestion) =>
  queryOptions({
    queryKey: ['exchange-rates', 'list', question],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/exchange-rates', { params: { query: { ...question, limit: 50 } }, signal })),
  })

export function useSetExchangeRate() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ currency, rate, date }: { currency: string; rate: string; date: string }) => {
      const stored = await unwrap(
        api.PUT('/v1/exchange-rates/{currency}', {
          params: { path: { currency } },
          body: { rate, rate_date: date },
        }),
      )
      await queries.invalidateQueries({ queryKey: ['exchange-rates'] })
      return stored
    },
  })
}

export const allAccountsQuery = queryOptions({
  queryKey: ['receiving-accounts', 'all'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/receiving-accounts', { signal })),
})

/** Adds an account, or changes the one that is given from its version. */
export function useSaveAccount() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (
      given: { account: null; body: NewAccount } | { account: ReceivingAccount; body: AccountChange },
    ) => {
      const saved = given.account
        ? await unwrap(
            api.PATCH('/v1/receiving-accounts/{receiving_account_id}', {
              params: {
                path: { receiving_account_id: given.account.id },
                header: ifMatch(given.account.version),
              },
              body: given.body,
            }),
          )
        : await unwrap(api.POST('/v1/receiving-accounts', { body: given.body }))
      await queries.invalidateQueries({ queryKey: ['receiving-accounts'] })
      return saved
    },
  })
}

/** The texts of the kinds of receiving accounts. */
export const accountKinds = {
  bank: 'kindBank',
  mobile_money: 'kindMobileMoney',
  cash: 'kindCash',
  other: 'kindElse',
} as const satisfies Record<ReceivingAccount['kind'], string>
