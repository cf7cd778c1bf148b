import { useEffect } from 'react'
import { portalApi } from '../shared/api.ts'

/** As long as somebody must see the page before it counts. */
const LOOKED_AT = 2000

/**
 * Says once that a person looked at the invoice: when it has been in view for two seconds. Mail scanners and previews of messengers
 * open links too, but they do not look. A note that does not arrive is no harm, and is not repeated.
 */
export function useNoteView(token: string, isShown: boolean): void {
  useEffect(() => {
    if (!isShown) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', watch)
    }
    const note = () => {
      stop()
      void portalApi
        .POST('/v1/invoice-links/{token}/views', { params: { path: { token } } })
        .catch(() => undefined)
    }
    const watch = () => {
      clearTimeout(timer)
      if (document.visibilityState === 'visible') timer = setTimeout(note, LOOKED_AT)
    }
    document.addEventListener('visibilitychange', watch)
    watch()
    return stop
  }, [token, isShown])
}
