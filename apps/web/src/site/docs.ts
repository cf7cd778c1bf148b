import { html, type Html } from './html.ts'
import type { SitePage } from './layout.ts'
import { siteTexts } from './texts.ts'

const t = siteTexts.docs

/** A page of the documentation, written in Markdown and rendered by the server. */
export interface Guide {
  slug: string
  title: string
  summary: string
  group: string
  body: Html
  headings: readonly { id: string; text: string }[]
  /** Everything on the page in small letters, for the search. */
  words: string
}

/** The list of all pages, searchable by every word on them. */
export function docsList(guides: readonly Guide[]): SitePage {
  const groups = [...new Set(guides.map(({ group }) => group))]
  return {
    title: t.title,
    description: t.description,
    path: '/docs',
    body: html`<div class="wide page">
      <h1>${t.heading}</h1>
      <p class="lead">${t.lead}</p>
      <div class="search" hidden>
        <label for="docs-search">${t.search}</label
        ><input id="docs-search" type="search" data-docs-search autocomplete="off" />
      </div>
      <p data-docs-nothing hidden role="status">${t.nothing} <a href="/contact">${t.ask}</a></p>
      ${groups.map(
        (group) =>
          html`<section class="guides">
            <h2>${group}</h2>
            <ul>
              ${guides
                .filter((guide) => guide.group === group)
                .map(
                  (guide) =>
                    html`<li data-docs-entry="${guide.words}">
                      <h3><a href="/docs/${guide.slug}">${guide.title}</a></h3>
                      <p>${guide.summary}</p>
                    </li>`,
                )}
            </ul>
          </section>`,
      )}
      <section class="guides">
        <h2>${t.programs}</h2>
        <ul>
          <li data-docs-entry="api reference openapi console operations endpoints">
            <h3><a href="/developer">${t.reference}</a></h3>
            <p>${t.referenceText}</p>
          </li>
        </ul>
      </section>
    </div>`,
  }
}

export function docsPage(guide: Guide, guides: readonly Guide[]): SitePage {
  const at = guides.indexOf(guide)
  const next = guides[at + 1]
  return {
    title: `${guide.title} · ${t.title}`,
    description: guide.summary,
    path: `/docs/${guide.slug}`,
    body: html`<div class="wide docs">
      <nav class="pages" aria-label="${t.title}">
        <a class="all" href="/docs">${t.all}</a>
        <ul>
          ${guides.map(
            (one) =>
              html`<li>
                <a href="/docs/${one.slug}" ${one === guide ? html`aria-current="page"` : ''}>${one.title}</a>
              </li>`,
          )}
        </ul>
      </nav>
      <article class="reading">
        <h1>${guide.title}</h1>
        <p class="lead">${guide.summary}</p>
        ${
          guide.headings.length > 2
            ? html`<nav class="onpage" aria-label="${t.onPage}">
                <p>${t.onPage}</p>
                <ul>
                  ${guide.headings.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}
                </ul>
              </nav>`
            : ''
        }
        ${guide.body}
        ${next ? html`<p class="next"><a href="/docs/${next.slug}">${t.next(next.title)}</a></p>` : ''}
      </article>
    </div>`,
  }
}

export const missing = (): SitePage => ({
  title: t.missingTitle,
  description: t.missingText,
  path: '/',
  isHidden: true,
  status: 404,
  body: html`<div class="wide page narrow">
    <h1>${t.missingTitle}</h1>
    <p class="lead">${t.missingText}</p>
    <p class="deeds"><a class="button plain big" href="/docs">${t.all}</a></p>
  </div>`,
})
