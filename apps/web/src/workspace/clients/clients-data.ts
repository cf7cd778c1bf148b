import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import type { paths } from '@portico/sdk'
import { api, ifMatch, unwrap, type Schema } from '../../shared/api.ts'
import type { SearchValues } from '../../shared/url-search.ts'

export type Client = Schema<'Client'>
export type ClientSummary = Schema<'ClientSummary'>
export type ClientBalance = Schema<'ClientBalance'>
export type Contact = Schema<'Contact'>
export type ClientStatus = Client['status']
export type NewClient = paths['/v1/clients']['post']['requestBody']['content']['application/json']
export type ClientChange =
  paths['/v1/clients/{client_id}']['patch']['requestBody']['content']['application/json']
type ListQuery = NonNullable<paths['/v1/clients']['get']['parameters']['query']>

export const CLIENT_STATUSES: ClientStatus[] = ['active', 'pending', 'suspended', 'inactive']
const PAGE = 50

export function isClientStatus(value: string | undefined): value is ClientStatus {
  return CLIENT_STATUSES.includes(value as ClientStatus)
}

/** The address of the list as a question to the API. */
export function listQueryOf(values: SearchValues): ListQuery {
  const asked = {
    q: values['q'],
    status: isClientStatus(values['status']) ? values['status'] : undefined,
    segment: values['segment'],
    sort: values['sort'] === 'name' || values['sort'] === '-created' ? values['sort'] : undefined,
    after: values['after'],
    before: values['before'],
    limit: PAGE,
    total: 'true',
  }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value)) as ListQuery
}

export const clientsQuery = (query: ListQuery) =>
  queryOptions({
    queryKey: ['clients', 'list', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/clients', { params: { query }, signal })),
    placeholderData: keepPreviousData,
  })

const onClient = (clientId: string) => ({ path: { client_id: clientId } })

export const clientQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', 'one', clientId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/clients/{client_id}', { params: onClient(clientId), signal })),
  })

export const contactsQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', 'one', clientId, 'contacts'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/clients/{client_id}/contacts', { params: onClient(clientId), signal })),
  })

export interface LedgerQuestion {
  currency: string
  account: 'receivable' | 'credit'
  /** Empty: everything booked so far. */
  asOf: string
}

export const ledgerQuery = (clientId: string, { currency, account, asOf }: LedgerQuestion) =>
  queryOptions({
    queryKey: ['clients', 'one', clientId, 'ledger', currency, account, asOf],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/v1/clients/{client_id}/ledger', {
          params: { ...onClient(clientId), query: { currency, account, ...(asOf && { as_of: asOf }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  })

export interface DuplicateQuestion {
  name?: string
  email?: string
  tax_number?: string
  except?: string
}

export const duplicatesQuery = (question: DuplicateQuestion) =>
  queryOptions({
    queryKey: ['clients', 'duplicates', question],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/client-duplicates', { params: { query: question }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  })

/** The answer of a change is the newest there is: it goes straight into the page, the rest is asked for again. */
async function keepClient(queries: QueryClient, client: Client): Promise<Client> {
  queries.setQueryData(clientQuery(client.id).queryKey, client)
  await Promise.all([
    queries.invalidateQueries({ queryKey: ['clients', 'list'] }),
    queries.invalidateQueries({ queryKey: ['clients', 'one', client.id], refetchType: 'active' }),
  ])
  return client
}

export function useCreateClient() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: NewClient) =>
      keepClient(queries, await unwrap(api.POST('/v1/clients', { body }))),
  })
}

export function useUpdateClient(clientId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ version, body }: { version: number; body: ClientChange }) =>
      keepClient(
        queries,
        await unwrap(
          api.PATCH('/v1/clients/{client_id}', {
            params: { ...onClient(clientId), header: ifMatch(version) },
            body,
          }),
        ),
      ),
  })
}

export function useChangeStatus(clientId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ status, reason }: { status: ClientStatus; reason: string }) =>
      keepClient(
        queries,
        await unwrap(
          api.POST('/v1/clients/{client_id}/status-changes', {
            params: onClient(clientId),
            body: { status, ...(reason.trim() && { reason: reason.trim() }) },
          }),
        ),
      ),
  })
}

export function useSetPortal(clientId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (isOn: boolean) =>
      keepClient(
        queries,
        await unwrap(
          api.PUT('/v1/clients/{client_id}/portal', {
            params: onClient(clientId),
            body: { is_portal_enabled: isOn },
          }),
        ),
      ),
  })
}

export function useDeleteClient() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (clientId: string) => {
      await unwrap(api.DELETE('/v1/clients/{client_id}', { params: onClient(clientId) }))
      await queries.invalidateQueries({ queryKey: ['clients', 'list'] })
    },
  })
}

export async function restoreClient(queries: QueryClient, clientId: string): Promise<Client> {
  return keepClient(
    queries,
    await unwrap(api.POST('/v1/clients/{client_id}/restore', { params: onClient(clientId) })),
  )
}

type ContactBody =
  paths['/v1/clients/{client_id}/contacts']['post']['requestBody']['content']['application/json']
type AccessBody =
  paths['/v1/clients/{client_id}/contacts/{contact_id}/portal-access']['put']['requestBody']['content']['application/json']

/** Adds a contact, or changes the one that is given from its version. */
export function useSaveContact(clientId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ contact, body }: { contact: Contact | null; body: Partial<ContactBody> }) => {
      const saved = contact
        ? await unwrap(
            api.PATCH('/v1/clients/{client_id}/contacts/{contact_id}', {
              params: {
                path: { client_id: clientId, contact_id: contact.id },
                header: ifMatch(contact.version),
              },
              body,
            }),
          )
        : await unwrap(
            api.POST('/v1/clients/{client_id}/contacts', {
              params: onClient(clientId),
              body: body as ContactBody,
            }),
          )
      await queries.invalidateQueries({ queryKey: ['clients', 'one', clientId] })
      return saved
    },
  })
}

export function useRemoveContact(clientId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (contactId: string) => {
      await unwrap(
        api.DELETE('/v1/clients/{client_id}/contacts/{contact_id}', {
          params: { path: { client_id: clientId, contact_id: contactId } },
        }),
      )
      await queries.invalidateQueries({ queryKey: ['clients', 'one', clientId] })
    },
  })
}

export function useSetPortalAccess(clientId: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ contact, body }: { contact: Contact; body: AccessBody }) => {
      await unwrap(
        api.PUT('/v1/clients/{client_id}/contacts/{contact_id}/portal-access', {
          params: { path: { client_id: clientId, contact_id: contact.id } },
          headers: ifMatch(contact.version),
          body,
        }),
      )
    },
    // After a refusal too: where somebody changed it meanwhile, what stands there now is shown.
    onSettled: () => queries.invalidateQueries({ queryKey: ['clients', 'one', clientId] }),
  })
}
