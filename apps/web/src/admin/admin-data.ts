import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { toast, toastProblem } from '@portico/ui'
import { api, unwrap, type Schema } from '../shared/api.ts'
import { pageOf } from '../shared/list-state.ts'
import { meQuery } from '../shared/me.ts'
import type { SearchValues } from '../shared/url-search.ts'

export type AdminOrganization = Schema<'PlatformOrganization'>
export type AdminPerson = Schema<'PlatformPerson'>
export type AdminJob = Schema<'PlatformJob'>
export type Message = Schema<'ContactMessage'>
export type Installation = Schema<'Installation'>

export const useMe = (): Schema<'Me'> => useSuspenseQuery(meQuery).data

const chosen = <Value extends string>(
  value: string | undefined,
  among: readonly Value[],
): Value | undefined => among.find((one) => one === value)

export const organizationStates = ['active', 'suspended'] as const
export const organizationsQuery = (values: SearchValues) => {
  const status = chosen(values['status'], organizationStates)
  const query = {
    ...pageOf(values),
    ...(values['search'] && { search: values['search'] }),
    ...(status && { status }),
  }
  return queryOptions({
    queryKey: ['admin', 'organizations', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/platform/organizations', { params: { query }, signal })),
  })
}

export const peopleFilters = ['locked', 'admins'] as const
export const peopleQuery = (values: SearchValues) => {
  const only = chosen(values['only'], peopleFilters)
  const query = {
    ...pageOf(values),
    ...(values['search'] && { search: values['search'] }),
    ...(only && { only }),
  }
  return queryOptions({
    queryKey: ['admin', 'people', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/platform/people', { params: { query }, signal })),
  })
}

export const jobStates = ['failed', 'retrying', 'running', 'queued'] as const
export const jobsQuery = (values: SearchValues) => {
  const state = chosen(values['state'], jobStates)
  const query = { ...pageOf(values), ...(state && { state }) }
  return queryOptions({
    queryKey: ['admin', 'jobs', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/platform/jobs', { params: { query }, signal })),
    refetchInterval: 10_000,
  })
}

export const messageStates = ['new', 'done', 'spam'] as const
export const messagesQuery = (values: SearchValues) => {
  const state = chosen(values['state'], messageStates)
  const query = { ...pageOf(values), ...(state && { state }) }
  return queryOptions({
    queryKey: ['admin', 'messages', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/platform/contact-messages', { params: { query }, signal })),
  })
}

export const deedsQuery = (values: SearchValues) => {
  const query = { limit: 50, ...(values['after'] && { after: values['after'] }) }
  return queryOptions({
    queryKey: ['admin', 'deeds', query],
    queryFn: ({ signal }) => unwrap(api.GET('/v1/platform/deeds', { params: { query }, signal })),
  })
}

export const healthQuery = queryOptions({
  queryKey: ['admin', 'health'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/platform/health', { signal })),
  refetchInterval: 30_000,
})

export const installationQuery = queryOptions({
  queryKey: ['admin', 'installation'],
  queryFn: ({ signal }) => unwrap(api.GET('/v1/platform/installation', { signal })),
  // The demo is on its way for half a minute.
  refetchInterval: ({ state }) => (state.data?.demo.state === 'loading' ? 1500 : false),
})

/** A deed on one row: done, told, and everything on the pages asked for again. */
export function useDeed<Given>(deed: (given: Given) => Promise<unknown>, done: (given: Given) => string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: deed,
    onSuccess: async (_, given) => {
      toast(done(given))
      await queries.invalidateQueries({ queryKey: ['admin'] })
    },
    onError: (error) => toastProblem(error),
  })
}
