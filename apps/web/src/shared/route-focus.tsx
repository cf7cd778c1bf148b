import { useRouterState } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** After a navigation the focus stands at the new page's content, so that a screen reader and the keyboard start there. */
export function RouteFocus() {
  const path = useRouterState({
    select: (state) => state.resolvedLocation?.pathname ?? state.location.pathname,
  })
  const before = useRef(path)
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    document.getElementById('content')?.focus({ preventScroll: true })
  }, [path])
  return null
}
