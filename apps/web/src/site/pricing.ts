import { html } from './html.ts'
import type { Site, SitePage } from './layout.ts'
import { siteTexts } from './texts.ts'

const t = siteTexts.pricing

export interface PricedPlan {
  key: string
  name: string
  summary: string
  /** Per organization and month in minor units; null is by agreement. */
  price: number | null
  currency: string
  features: readonly string[]
}

function priceOf({ price, currency }: PricedPlan) {
  if (price === null) return html`<p class="price">${t.byAgreement}</p>`
  if (price === 0) return html`<p class="price">${t.free}</p>`
  const figure = new Intl.NumberFormat('en', { style: 'currency', currency, minimumFractionDigits: 0 })
  const digits = figure.resolvedOptions().maximumFractionDigits ?? 2
  return html`<p class="price">${figure.format(price / 10 ** digits)} <span>${t.perMonth}</span></p>`
}

/** The plans as the installation has them: what one runs oneself first, then what its operator hosts. */
export function pricing(site: Site, plans: readonly PricedPlan[]): SitePage {
  const own = plans.filter(({ key }) => key === 'self_hosted')
  const hosted = plans.filter(({ key }) => key !== 'self_hosted')
  const card = (plan: PricedPlan) => {
    const deed =
      plan.key === 'self_hosted'
        ? { href: '/docs/self-hosting', label: t.selfHost }
        : plan.price !== null && site.isSignUpOpen
          ? { href: '/sign-up', label: t.begin }
          : { href: `/contact?topic=hosting`, label: t.ask }
    return html`<li class="plan" data-plan="${plan.key}">
      <h3>${plan.name}</h3>
      ${priceOf(plan)}
      <p>${plan.summary}</p>
      <ul>
        ${plan.features.map((feature) => html`<li>${feature}</li>`)}
      </ul>
      <a
        class="button ${plan.key === 'self_hosted' ? '' : 'plain'}"
        href="${deed.href}"
        aria-label="${deed.label}: ${plan.name}"
        >${deed.label}</a
      >
    </li>`
  }
  return {
    title: t.title,
    description: t.description,
    path: '/pricing',
    body: html`<div class="wide page">
      <h1>${t.heading}</h1>
      <p class="lead">${t.lead}</p>
      <h2>${t.ownTitle}</h2>
      <ul class="plans one">
        ${own.map(card)}
      </ul>
      <h2>${t.hostedTitle}</h2>
      <p>${site.operator ? t.hostedBy(site.operator) : t.hostedUnsaid}</p>
      <ul class="plans">
        ${hosted.map(card)}
      </ul>
      <h2>${t.questionsTitle}</h2>
      <dl class="questions">
        ${t.questions.map(
          ({ question, answer }) =>
            html`<div>
              <dt>${question}</dt>
              <dd>${answer}</dd>
            </div>`,
        )}
      </dl>
    </div>`,
  }
}
