import { html, paragraphs } from './html.ts'
import type { SitePage } from './layout.ts'
import { siteTexts } from './texts.ts'

const t = siteTexts.legal

export const legalPages = ['terms', 'privacy', 'imprint'] as const
export type LegalPage = (typeof legalPages)[number]

export interface LegalFacts {
  operator: string | null
  address: string | null
  email: string | null
  /** The operator's own text; null where there is none. */
  text: string | null
}

/** The operator's own words where there are any; else what holds for any installation, and that the operator has not said more. */
export function legal(page: LegalPage, facts: LegalFacts): SitePage {
  const { heading, description, sections } = t[page]
  const who = html`<address>
    ${facts.operator ?? t.nobody}${facts.address ? html`<br />${facts.address.split('\n').map((line, at) => (at > 0 ? html`<br />${line}` : line))}` : ''}${facts.email ? html`<br /><a href="mailto:${facts.email}">${facts.email}</a>` : ''}
  </address>`
  const body = facts.text
    ? paragraphs(facts.text)
    : [
        html`<p class="note">${t.standard}</p>`,
        ...sections.map(
          ({ title, text }) =>
            html`<h2>${title}</h2>
              ${text.map((line) => html`<p>${line}</p>`)}`,
        ),
      ]
  return {
    title: `${heading} · Portico`,
    description,
    path: `/legal/${page}`,
    body: html`<article class="wide page reading">
      <h1>${heading}</h1>
      ${page === 'imprint' ? who : ''}${body}${
        page === 'imprint'
          ? ''
          : html`<h2>${t.whoTitle}</h2>
              ${who}`
      }
    </article>`,
  }
}
