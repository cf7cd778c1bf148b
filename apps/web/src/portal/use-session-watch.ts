import { useQueryClient } from '@tanstack/react-query'
import { problemOf, textsOf, toast } from '@portico/ui'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { usePortal } from './portal-data.ts'
import { portalTexts } from './texts.ts'

/** Where the server no longer knows the session, signing in comes first and leads back here; a proof that was begun is kept. */
export function useSessionWatch(): void {
  const queries = useQueryClient()
  const router = useRouter()
  const { base } = usePortal()
  useEffect(() => {
    let isGoing = false
    const look = (thrown: unknown) => {
      if (isGoing || problemOf(thrown)?.code !== 'not_signed_in') return
      isGoing = true
      toast(textsOf(portalTexts)('ended'))
      const { href } = router.state.location
      queries.removeQueries({ queryKey: ['portal-me'] })
      router.history.replace(`${base}/sign-in?next=${encodeURIComponent(href)}`)
    }
    const stops = [
      queries.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
      }),
      queries.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [queries, router, base])
}
