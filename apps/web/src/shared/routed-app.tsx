import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider, createRouter, type AnyRoute } from '@tanstack/react-router'
import { PorticoProvider, Toasts } from '@portico/ui'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from './query.ts'
import { RouteError, RouteNotFound, RoutePending } from './route-states.tsx'
import { parseSearch, stringifySearch } from './url-search.ts'
import { reloadOnNewVersion } from './reload-on-new-version.ts'

/** Puts a shell with pages on the screen: router, queries, theme, toasts. */
export function startRoutedApp(routeTree: AnyRoute): void {
  reloadOnNewVersion()
  const queries = createQueryClient()
  const router = createRouter({
    routeTree,
    context: { queries },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: false,
    defaultPendingMs: 120,
    defaultPendingMinMs: 0,
    defaultErrorComponent: RouteError,
    defaultNotFoundComponent: () => <RouteNotFound />,
    defaultPendingComponent: RoutePending,
  })
  const root = document.getElementById('root')
  if (!root) throw new Error('the page has no root element')
  createRoot(root).render(
    <StrictMode>
      <PorticoProvider>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
          <Toasts />
        </QueryClientProvider>
      </PorticoProvider>
    </StrictMode>,
  )
}
