import { useRouter } from '@tanstack/react-router'
import type { LinkProps } from '@portico/ui'
import type { MouseEvent } from 'react'

/** What the routers know; the rest (the API reference, files, private links) are documents of their own. */
const OWN_PAGES = [
  '/app',
  '/client-portal',
  '/account',
  '/admin',
  '/sign-',
  '/set-up',
  '/forgot-password',
  '/reset-password',
  '/verify-email',
  '/invitations',
]

/**
 * The router's link for plain addresses: `<Link href="/app/studio/invoices?status=overdue">`. Whatever a browser does
 * with a link still works (new tab, copy, middle click); pages are fetched when the pointer comes near.
 */
export function RouterLink({ href, onClick, target, ...props }: LinkProps) {
  const router = useRouter()
  const isOwn = OWN_PAGES.some((start) => href.startsWith(start)) && isSameApp(href)

  function open(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !isPlain || !isOwn || target) return
    event.preventDefault()
    router.history.push(href)
  }

  function prepare() {
    if (isOwn) void router.preloadRoute({ to: href.split(/[?#]/)[0] } as never).catch(() => undefined)
  }

  return (
    <a {...props} href={href} target={target} onClick={open} onPointerEnter={prepare} onFocus={prepare} />
  )
}

/** The portal and the workspace are two pages; going from one to the other is a real navigation. */
function isSameApp(href: string): boolean {
  return href.startsWith('/client-portal') === location.pathname.startsWith('/client-portal')
}
