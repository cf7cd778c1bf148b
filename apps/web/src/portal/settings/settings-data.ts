import { queryOptions } from '@tanstack/react-query'
import { portalApi, unwrap, type Schema } from '../../shared/api.ts'

export type PortalProfile = Schema<'PortalProfile'>

export const profileQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['portal', clientId, 'profile'],
    queryFn: ({ signal }) => unwrap(portalApi.GET('/v1/portal/profile', { signal })),
    // What somebody is typing into must not be replaced under their hands.
    refetchOnWindowFocus: false,
  })
