/** The site's pages, as functions of what the server knows: it renders them, so that they stand without a script. */
export { contact, contactSent, type ContactForm } from './contact.ts'
export { docsList, docsPage, missing, type Guide } from './docs.ts'
export { Html, html } from './html.ts'
export { landing } from './landing.ts'
export { frame, headOf, type Site, type SitePage } from './layout.ts'
export { legal, legalPages, type LegalPage } from './legal.ts'
export { pricing, type PricedPlan } from './pricing.ts'
