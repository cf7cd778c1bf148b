const KEY = 'portico-reloaded-at'

/**
 * After an update the old page's parts are gone from the server: load the page again, once. Where a part is missing because nothing
 * answers at all, the page stays as it is and says so; loading it again would leave its reader with nothing.
 */
export function reloadOnNewVersion(): void {
  window.addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(KEY) ?? 0)
    if (Date.now() - last < 10_000) return
    fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).then(
      ({ ok }) => {
        if (!ok) return
        sessionStorage.setItem(KEY, String(Date.now()))
        location.reload()
      },
      () => undefined,
    )
  })
}
