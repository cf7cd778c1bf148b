import { Outlet } from '@tanstack/react-router'
import { LinkContext } from '@portico/ui'
import { RouteFocus } from './route-focus.tsx'
import { RouterLink } from './router-link.tsx'

/** Outermost inside the router: links know the router, focus follows the pages. */
export function ShellRoot() {
  return (
    <LinkContext value={RouterLink}>
      <RouteFocus />
      <Outlet />
    </LinkContext>
  )
}
