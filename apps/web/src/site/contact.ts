import { html } from './html.ts'
import type { SitePage } from './layout.ts'
import { siteTexts } from './texts.ts'

const t = siteTexts.contact

export interface ContactForm {
  values: Readonly<Record<string, string>>
  /** What is wrong, by field; `form` for all of it. */
  errors: Readonly<Record<string, string>>
  /** The mark of when it was opened. */
  opened: string
}

const topics = ['question', 'hosting', 'security', 'other'] as const

/** The form; it works without a script. */
export function contact(form: ContactForm): SitePage {
  const problem = (name: string) =>
    form.errors[name] ? html`<p class="wrong" id="${name}-wrong">${form.errors[name]}</p>` : ''
  const state = (name: string) =>
    form.errors[name] ? html`aria-invalid="true" aria-describedby="${name}-wrong"` : ''
  const field = (name: 'name' | 'email' | 'company', type: string, complete: string, isNeeded: boolean) =>
    html`<div class="field">
      <label for="${name}">${t[name]}${isNeeded ? '' : html` <span>${t.optional}</span>`}</label>
      <input
        id="${name}"
        name="${name}"
        type="${type}"
        autocomplete="${complete}"
        maxlength="${name === 'email' ? 254 : 120}"
        value="${form.values[name] ?? ''}"
        ${isNeeded ? html`required` : ''}
        ${state(name)}
      />${problem(name)}
    </div>`
  const hasErrors = Object.keys(form.errors).length > 0
  return {
    title: t.title,
    description: t.description,
    path: '/contact',
    ...(hasErrors && { status: 422 }),
    body: html`<div class="wide page narrow">
      <h1>${t.heading}</h1>
      <p class="lead">${t.lead}</p>
      <form method="post" action="/contact" class="form" novalidate>
        ${form.errors['form'] ? html`<p class="wrong" role="alert">${form.errors['form']}</p>` : hasErrors ? html`<p class="wrong" role="alert">${t.somethingWrong}</p>` : ''}
        ${field('name', 'text', 'name', true)} ${field('email', 'email', 'email', true)}
        ${field('company', 'text', 'organization', false)}
        <div class="field">
          <label for="topic">${t.topic}</label
          ><select id="topic" name="topic">
            ${topics.map((topic) => html`<option value="${topic}" ${form.values['topic'] === topic ? html`selected` : ''}>${t.topics[topic]}</option>`)}
          </select>
        </div>
        <div class="field">
          <label for="message">${t.message}</label
          ><textarea id="message" name="message" rows="7" maxlength="5000" required ${state('message')}>
${form.values['message'] ?? ''}</textarea
          >${problem('message')}
        </div>
        <div class="trap" aria-hidden="true">
          <label for="website">${t.trap}</label
          ><input id="website" name="website" type="text" tabindex="-1" autocomplete="off" />
        </div>
        <input type="hidden" name="opened" value="${form.opened}" />
        <p class="deeds"><button class="button big" type="submit">${t.send}</button></p>
        <p class="small">${t.whatHappens} <a href="/legal/privacy">${t.privacy}</a></p>
      </form>
    </div>`,
  }
}

/** After sending: what happens now. */
export const contactSent = (): SitePage => ({
  title: t.sentTitle,
  description: t.description,
  path: '/contact',
  isHidden: true,
  body: html`<div class="wide page narrow">
    <h1>${t.sentHeading}</h1>
    <p class="lead">${t.sentText}</p>
    <p class="deeds"><a class="button plain big" href="/docs">${t.sentDocs}</a></p>
  </div>`,
})
