import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const API = process.env['PORTICO_API'] ?? 'http://127.0.0.1:3000'

/** While developing, does what the server does with the built pages: picks the page of a path and fills its places. */
function pagesLikeTheServer(): Plugin {
  const pageOf = (path: string): string => {
    if (path.startsWith('/client-portal')) return '/portal.html'
    if (path.startsWith('/i/')) return '/invoice-link.html'
    if (path.startsWith('/pieces')) return '/pieces.html'
    return '/app.html'
  }
  return {
    name: 'pages-like-the-server',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const isPage = request.headers.accept?.includes('text/html')
        if (isPage && request.url && !request.url.includes('.html')) request.url = pageOf(request.url)
        next()
      })
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) =>
        html
          .replace('%TITLE%', 'Portico')
          .replace('%BRAND_CSS%', '')
          .replace(
            '%BOOT%',
            '<script type="application/json" id="boot">{"organization":null,"locale":null}</script>',
          )
          .replaceAll('%NONCE%', ''),
    },
  }
}

/** The letters of the first paint are fetched beside the styles, not after them. */
function preloadFont(): Plugin {
  return {
    name: 'preload-font',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        const font = Object.keys(bundle ?? {}).find((file) => file.includes('inter-latin-wght-normal'))
        if (!font) return []
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${font}` }
        return [{ tag: 'link', attrs, injectTo: 'head' }]
      },
    },
  }
}

export default defineConfig(({ command }) => ({
  root: import.meta.dirname,
  appType: 'mpa',
  plugins: [react(), pagesLikeTheServer(), preloadFont()],
  // The server puts a fresh nonce into each answer; Vite marks scripts, styles and a meta element with it.
  ...(command === 'build' ? { html: { cspNonce: '%NONCE%' } } : {}),
  server: {
    port: 4200,
    strictPort: true,
    // The host stays the page's own, because the server refuses changes that come from another one.
    proxy: Object.fromEntries(
      ['/v1', '/brand', '/files'].map((path) => [path, { target: API, changeOrigin: false }]),
    ),
  },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    manifest: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: ['app', 'portal', 'invoice-link', 'site'].map((name) => `${import.meta.dirname}/${name}.html`),
    },
  },
}))
