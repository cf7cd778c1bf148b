import { html, type Html } from './html.ts'
import { siteTexts } from './texts.ts'

const t = siteTexts.frame

/** What every page of the site knows of its installation. */
export interface Site {
  /** Without a slash at the end. */
  publicUrl: string
  /** Who runs this installation; null where nobody has said so. */
  operator: string | null
  isSignUpOpen: boolean
  /** Whether landing, pricing and contact are shown; documentation and legal pages always are. */
  isOn: boolean
}

export interface SitePage {
  title: string
  description: string
  /** Without the public address: `/pricing`. */
  path: string
  body: Html
  /** Kept out of search engines. */
  isHidden?: boolean
  status?: number
}

/** The front's two columns and a lintel: a portico. */
export const mark: Html = html`<svg
  class="mark"
  viewBox="0 0 24 24"
  width="24"
  height="24"
  aria-hidden="true"
>
  <path fill="currentColor" d="M12 2 2 8v2h20V8L12 2Zm-7 9v8H3v3h18v-3h-2v-8h-3v8h-2.5v-8h-3v8H8v-8H5Z" />
</svg>`

const moon: Html = html`<svg
  viewBox="0 0 24 24"
  width="18"
  height="18"
  aria-hidden="true"
  fill="none"
  stroke="currentColor"
  stroke-width="1.5"
  stroke-linecap="round"
  stroke-linejoin="round"
>
  <path d="M12 3a9 9 0 1 0 9 9 7 7 0 0 1-9-9Z" />
</svg>`

/** What belongs into `<head>`. */
export function headOf(page: SitePage, site: Site): Html {
  const address = site.publicUrl + page.path
  return html`<title>${page.title}</title>
    <meta name="description" content="${page.description}" />
    ${page.isHidden || !site.isOn ? html`<meta name="robots" content="noindex" />` : html`<link rel="canonical" href="${address}" />`}
    <meta property="og:type" content="website" />
    <meta property="og:site_name" content="Portico" />
    <meta property="og:title" content="${page.title}" />
    <meta property="og:description" content="${page.description}" />
    <meta property="og:url" content="${address}" />
    <meta property="og:image" content="${site.publicUrl}/site/og.png" />
    <meta name="twitter:card" content="summary_large_image" />
    <link rel="icon" href="/site/icon.svg" type="image/svg+xml" />`
}

/** Header, the page, footer. */
export function frame(page: SitePage, site: Site): Html {
  const links = [
    ...(site.isOn
      ? [
          { href: '/#features', label: t.features },
          { href: '/pricing', label: t.pricing },
        ]
      : []),
    { href: '/docs', label: t.docs },
    ...(site.isOn ? [{ href: '/contact', label: t.contact }] : []),
  ]
  const list = links.map(
    ({ href, label }) =>
      html`<li>
        <a
          href="${href}"
          ${page.path === href || (href === '/docs' && page.path.startsWith('/docs')) ? html`aria-current="page"` : ''}
          >${label}</a
        >
      </li>`,
  )
  return html`<a class="skip" href="#content">${t.skip}</a>
    <header class="top">
      <div class="wide">
        <a class="brand" href="${site.isOn ? '/' : '/docs'}">${mark}<span>Portico</span></a>
        <nav class="links" aria-label="${t.navigation}">
          <ul>
            ${list}
          </ul>
        </nav>
        <div class="deeds">
          <button type="button" class="quiet" data-colours hidden aria-label="${t.colours}">${moon}</button>
          <a class="button" href="/sign-in">${t.signIn}</a>
          <details class="menu">
            <summary aria-label="${t.menu}"><span></span></summary>
            <ul>
              ${list}
            </ul>
          </details>
        </div>
      </div>
    </header>
    <main id="content" tabindex="-1">${page.body}</main>
    <footer class="bottom">
      <div class="wide">
        <p class="brand">${mark}<span>Portico</span></p>
        <p>${site.operator ? t.runBy(site.operator) : t.openSource}</p>
        <ul>
          <li><a href="/docs">${t.docs}</a></li>
          <li><a href="/developer">${t.api}</a></li>
          ${site.isOn ? html`<li><a href="/contact">${t.contact}</a></li>` : ''}
          <li><a href="/legal/terms">${t.terms}</a></li>
          <li><a href="/legal/privacy">${t.privacy}</a></li>
          <li><a href="/legal/imprint">${t.imprint}</a></li>
        </ul>
      </div>
    </footer>`
}
