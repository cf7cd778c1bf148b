import { queryOptions, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Permission } from '@portico/contract'
import { useMemo } from 'react'
import { api, currentPlace, PorticoError, setPlace, unwrap, type Schema } from '../shared/api.ts'
import { meQuery } from '../shared/me.ts'
import { readBoot } from '../shared/boot.ts'
import { readersLocale, speak } from '../shared/language.ts'

export type Me = Schema<'Me'>
export type Organization = Schema<'Organization'>
export type WorkspaceData = Schema<'Workspace'> & {
  /** Whether this member may do it; screens hide what they may not (the server decides again). */
  can: (permission: Permission) => boolean
}

/** The address names an organization that does not exist, or that this person does not belong to; both look alike. */
export class UnknownOrganization extends Error {
  override name = 'UnknownOrganization'
}

/** It is there and this person belongs to it, but whoever runs the installation has closed it. */
export class SuspendedOrganization extends Error {
  override name = 'SuspendedOrganization'
  readonly organization: string
  readonly reason: string | null
  constructor(organization: string, reason: string | null) {
    super(organization)
    this.organization = organization
    this.reason = reason
  }
}

export { meQuery }

async function organizationIdOf(queries: QueryClient, slug: string): Promise<string> {
  const boot = readBoot().organization
  if (boot?.slug === slug) return boot.id
  const me = await queries.ensureQueryData(meQuery)
  const entry = me.organizations.find((organization) => organization.slug === slug)
  if (!entry) throw new UnknownOrganization(slug)
  return entry.id
}

export const workspaceQuery = (slug: string) =>
  queryOptions({
    queryKey: ['workspace', slug],
    queryFn: async ({ client, signal }) => {
      const id = await organizationIdOf(client, slug)
      try {
        // Named here rather than taken from the place: the switcher prepares another organization's workspace.
        return await unwrap(api.GET('/v1/workspace', { headers: { 'portico-organization': id }, signal }))
      } catch (error) {
        if (error instanceof PorticoError && (error.status === 403 || error.status === 404)) {
          const me = await client.ensureQueryData(meQuery)
          const entry = me.organizations.find((organization) => organization.slug === slug)
          if (entry?.status === 'suspended') throw new SuspendedOrganization(entry.name, entry.status_reason)
          throw new UnknownOrganization(slug, { cause: error })
        }
        throw error
      }
    },
    staleTime: 60_000,
  })

/**
 * Runs before any page of a workspace is drawn: finds the organization of the address, and says to the API which one the
 * page is about. What is remembered of another organization is dropped, so that no list can show it.
 * @throws UnknownOrganization
 * @throws PorticoError 401 where nobody is signed in
 */
export async function enterWorkspace(queries: QueryClient, slug: string, isPreload: boolean): Promise<void> {
  const [me, workspace] = await Promise.all([
    queries.ensureQueryData(meQuery),
    queries.ensureQueryData(workspaceQuery(slug)),
  ])
  if (isPreload) return
  const before = currentPlace().organization
  if (before && before !== workspace.organization.id) {
    queries.removeQueries({
      predicate: ({ queryKey }) => queryKey[0] !== 'me' && queryKey[0] !== 'workspace',
    })
  }
  setPlace({ organization: workspace.organization.id })
  await speak(readersLocale(me.locale))
}

/** Organization, membership, permissions and today's date there. Only below `workspaceRoute`, which has loaded it. */
export function useWorkspace(): WorkspaceData {
  const { organization: slug = '' } = useParams({ strict: false }) as { organization?: string }
  const { data } = useSuspenseQuery(workspaceQuery(slug))
  return useMemo(() => {
    const permissions = new Set<string>(data.permissions)
    return { ...data, can: (permission: Permission) => permissions.has(permission) }
  }, [data])
}

/** Who is signed in. Only on pages that have loaded it: the workspace, `/app`, `/account`. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

/** `/app/<slug>`, to put a path behind: `${base}/clients`. */
export function useWorkspaceBase(): string {
  const { organization = '' } = useParams({ strict: false }) as { organization?: string }
  return `/app/${organization}`
}
