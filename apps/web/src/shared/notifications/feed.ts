import { infiniteQueryOptions, queryOptions, type QueryKey } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import { api, portalApi, unwrap, type Schema } from '../api.ts'

export type Notification = Schema<'Notification'>
export type Preference = Schema<'NotificationPreference'>
export type PreferenceChange = { type: Preference['type']; in_app?: boolean; email?: boolean }
type Page = { data: Notification[]; next_cursor: string | null }

/** One person's notifications, as a member or as a contact: the same screens on two sides of the API. */
export interface Feed {
  side: 'staff' | 'portal'
  /** First words of the keys of all that belongs to it. */
  key: QueryKey
  /** The shell's address, to put a path behind. */
  base: string
  count(signal: AbortSignal): Promise<Schema<'UnreadCount'>>
  list(query: { limit: number; after?: string }, signal: AbortSignal): Promise<Page>
  read(id: string): Promise<unknown>
  readAll(upTo: string | undefined): Promise<unknown>
  preferences(signal: AbortSignal): Promise<{ data: Preference[] }>
  change(preferences: PreferenceChange[]): Promise<{ data: Preference[] }>
}

export function staffFeed(base: string): Feed {
  return {
    side: 'staff',
    key: ['notifications'],
    base,
    count: (signal) => unwrap(api.GET('/v1/notifications/unread-count', { signal })),
    list: (query, signal) => unwrap(api.GET('/v1/notifications', { params: { query }, signal })),
    read: (id) =>
      unwrap(
        api.POST('/v1/notifications/{notification_id}/read', { params: { path: { notification_id: id } } }),
      ),
    readAll: (upTo) => unwrap(api.POST('/v1/notifications/read-all', { body: upTo ? { up_to: upTo } : {} })),
    preferences: (signal) => unwrap(api.GET('/v1/notification-preferences', { signal })),
    change: (preferences) =>
      unwrap(api.PATCH('/v1/notification-preferences', { body: { preferences: preferences as never } })),
  }
}

export function portalFeed(base: string, clientId: string): Feed {
  return {
    side: 'portal',
    key: ['portal', clientId, 'notifications'],
    base,
    count: (signal) => unwrap(portalApi.GET('/v1/portal/notifications/unread-count', { signal })),
    list: (query, signal) => unwrap(portalApi.GET('/v1/portal/notifications', { params: { query }, signal })),
    read: (id) =>
      unwrap(
        portalApi.POST('/v1/portal/notifications/{notification_id}/read', {
          params: { path: { notification_id: id } },
        }),
      ),
    readAll: (upTo) =>
      unwrap(portalApi.POST('/v1/portal/notifications/read-all', { body: upTo ? { up_to: upTo } : {} })),
    preferences: (signal) => unwrap(portalApi.GET('/v1/portal/notification-preferences', { signal })),
    change: (preferences) =>
      unwrap(
        portalApi.PATCH('/v1/portal/notification-preferences', {
          body: { preferences: preferences as never },
        }),
      ),
  }
}

export const FeedContext = createContext<Feed | null>(null)
export function useFeed(): Feed {
  const feed = useContext(FeedContext)
  if (!feed) throw new Error('The shell gives its pages a feed')
  return feed
}

export const unreadQuery = (feed: Feed) =>
  queryOptions({ queryKey: [...feed.key, 'unread'], queryFn: ({ signal }) => feed.count(signal) })

export const feedQuery = (feed: Feed, limit: number) =>
  infiniteQueryOptions({
    queryKey: [...feed.key, 'list', limit],
    queryFn: ({ pageParam, signal }) => feed.list({ limit, ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page: Page) => page.next_cursor ?? undefined,
  })

export const preferencesQuery = (feed: Feed) =>
  queryOptions({
    queryKey: [...feed.key, 'preferences'],
    queryFn: ({ signal }) => feed.preferences(signal),
  })
