import { queryOptions } from '@tanstack/react-query'
import { portalApi, unwrap, type Schema } from '../../shared/api.ts'
import { LINKS_LAST } from '../portal-data.ts'

export type PortalHome = Schema<'PortalHome'>

/** `clientId` is part of the key, so that one client's figures can never stand under another's name. */
export const portalHomeQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['portal', clientId, 'home'],
    queryFn: ({ signal }) => unwrap(portalApi.GET('/v1/portal/home', { signal })),
    refetchInterval: LINKS_LAST,
  })
