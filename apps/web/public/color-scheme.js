// Runs before the first paint, so that a dark page never flashes white. The strict content policy allows no inline script.
;(function () {
  var scheme = null
  try {
    scheme = localStorage.getItem('portico-color-scheme')
    if (localStorage.getItem('portico-density') === 'compact') {
      document.documentElement.setAttribute('data-density', 'compact')
    }
  } catch {
    // Storage is blocked: the device decides.
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
})()
