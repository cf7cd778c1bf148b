import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { PortalRight } from '@portico/contract/portal-rights.ts'
import { useMemo } from 'react'
import { portalApi, setPlace, unwrap, type Schema } from '../shared/api.ts'
import { speakAs } from '../shared/language.ts'

export type PortalMe = Schema<'PortalMe'>
export type PortalPlace = Schema<'PortalPlace'>

/** This person acts for no client of the organization in the address; whether there is such an organization stays open. */
export class NoAccess extends Error {
  override name = 'NoAccess'
}

export const portalMeQuery = queryOptions({
  queryKey: ['portal-me'],
  queryFn: ({ signal }) => unwrap(portalApi.GET('/v1/portal/me', { signal })),
  staleTime: 60_000,
})

/** Name and logo of the organization for those who are not signed in, and whether it can send mail at all. */
export const portalSiteQuery = (slug: string) =>
  queryOptions({
    queryKey: ['portal-site', slug],
    queryFn: ({ signal }) =>
      unwrap(portalApi.GET('/v1/portal-sites/{slug}', { params: { path: { slug } }, signal })),
    staleTime: 300_000,
  })

const CHOSEN = 'portico.client.'

/** The client that somebody with several acts for is remembered on this device. */
export function chooseClient(slug: string, clientId: string): void {
  try {
    localStorage.setItem(CHOSEN + slug, clientId)
  } catch {
    // A browser that keeps nothing starts with the first client each time.
  }
}

function chosenClient(slug: string): string | null {
  try {
    return localStorage.getItem(CHOSEN + slug)
  } catch {
    return null
  }
}

export function placeIn(me: PortalMe, slug: string): PortalPlace | null {
  const here = me.places.filter((place) => place.organization.slug === slug)
  const chosen = chosenClient(slug)
  return here.find((place) => place.client.id === chosen) ?? here[0] ?? null
}

/**
 * Runs before any page of the portal is drawn: finds for which client this person acts here, and says so to the API.
 * @throws NoAccess
 * @throws PorticoError 401 where nobody is signed in
 */
export async function enterPortal(queries: QueryClient, slug: string, isPreload: boolean): Promise<void> {
  const me = await queries.ensureQueryData(portalMeQuery)
  const place = placeIn(me, slug)
  if (!place) throw new NoAccess(slug)
  if (isPreload) return
  setPlace({ organization: place.organization.id, client: place.client.id })
  await speakAs(me)
}

export interface Portal {
  me: PortalMe
  place: PortalPlace
  /** `/client-portal/<slug>`, to put a path behind. */
  base: string
  /** Whether this contact may do it; screens hide what they may not (the server decides again). */
  can: (right: PortalRight) => boolean
  isSuspended: boolean
}

/** Who is signed in, and for which client. Only below `portalRoute`, which has loaded it. */
export function usePortal(): Portal {
  const { organization: slug = '' } = useParams({ strict: false }) as { organization?: string }
  const { data: me } = useSuspenseQuery(portalMeQuery)
  return useMemo(() => {
    const place = placeIn(me, slug)
    if (!place) throw new NoAccess(slug)
    const rights = new Set(place.rights)
    return {
      me,
      place,
      base: `/client-portal/${slug}`,
      can: (right: PortalRight) => rights.has(right),
      isSuspended: place.client.status === 'suspended',
    }
  }, [me, slug])
}

/** Links to documents in an answer end after an hour: a page that stays open asks again before. */
export const LINKS_LAST = 25 * 60_000
