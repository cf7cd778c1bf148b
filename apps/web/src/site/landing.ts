import { html, type Html } from './html.ts'
import type { Site, SitePage } from './layout.ts'
import { siteTexts } from './texts.ts'

const t = siteTexts.landing

type Picture = { name: string; alt: string; width: number; height: number; isFirst?: boolean }

/** A picture of the product in the reader's colours; the other one is not fetched, because what is not shown is not loaded. */
export const picture = ({ name, alt, width, height, isFirst }: Picture): Html =>
  html`<figure class="shot">
    ${(['light', 'dark'] as const).map(
      (scheme) =>
        html`<img
          class="${scheme}"
          src="/site/${name}-${scheme}.webp"
          alt="${alt}"
          width="${width}"
          height="${height}"
          loading="lazy"
          decoding="async"
          ${isFirst ? html`fetchpriority="high"` : ''}
        />`,
    )}
  </figure>`

export function landing(site: Site): SitePage {
  const start = site.isSignUpOpen
    ? html`<a class="button big" href="/sign-up">${t.signUp}</a>`
    : html`<a class="button big" href="#start">${t.runIt}</a>`
  return {
    title: t.title,
    description: t.description,
    path: '/',
    body: html` <section class="hero">
        <div class="wide">
          <h1>${t.sentence}</h1>
          <p class="lead">${t.lead}</p>
          <p class="deeds">
            ${start}<a class="button plain big" href="/docs/getting-started">${t.readHow}</a>
          </p>
          <p class="small">${t.underButtons}</p>
          ${picture({ name: 'home', alt: t.homeAlt, width: 1440, height: 900, isFirst: true })}
        </div>
      </section>
      <section id="features" class="wide stories" aria-label="${t.featuresLabel}">
        ${t.stories.map(
          (story) =>
            html`<article class="story">
              <div>
                <h2>${story.title}</h2>
                ${story.text.map((text) => html`<p>${text}</p>`)}
                <p><a href="${story.href}">${story.link}</a></p>
              </div>
              ${picture({ name: story.picture, alt: story.alt, width: story.isPhone ? 360 : 1200, height: story.isPhone ? 740 : 800 })}
            </article>`,
        )}
      </section>
      <section class="wide also">
        <h2>${t.alsoTitle}</h2>
        <ul class="grid">
          ${t.also.map(
            ({ title, text }) =>
              html`<li>
                <h3>${title}</h3>
                <p>${text}</p>
              </li>`,
          )}
        </ul>
      </section>
      <section id="start" class="start">
        <div class="wide">
          <div>
            <h2>${t.startTitle}</h2>
            ${t.startText.map((text) => html`<p>${text}</p>`)}
            <p><a href="/docs/self-hosting">${t.startLink}</a></p>
          </div>
          <pre><code>${t.commands}</code></pre>
        </div>
      </section>`,
  }
}
