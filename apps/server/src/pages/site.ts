import { randomBytes } from 'node:crypto'
import { sendContactMessage } from '@portico/contract'
import type { FastifyReply, FastifyRequest } from 'fastify'
import {
  contact,
  contactSent,
  docsList,
  docsPage,
  frame,
  headOf,
  landing,
  legal,
  legalPages,
  missing,
  pricing,
  type ContactForm,
  type Guide,
  type PricedPlan,
  type Site,
  type SitePage,
} from '../../../web/src/site/index.ts'
import type { AppParts } from '../app-parts.ts'
import { newMark, receiveMessage } from '../modules/contact-form/index.ts'
import { isSignedIn } from '../modules/identity/index.ts'
import { readInstallation, type InstallationRow } from '../modules/installation/index.ts'
import { statement } from '../platform/database/index.ts'
import { Refusal } from '../platform/errors.ts'
import type { Edge } from '../platform/http/edge.ts'
import type { BuiltFile } from './built-files.ts'
import { readGuides } from './guides.ts'
import { pageHeaders } from './security-headers.ts'

const pricedPlans = statement<PricedPlan>(
  'select key, name, summary, price, currency, features from plans order by position',
)
const anyAdmin = statement<{ one: number }>('select 1 as one from users where is_platform_admin limit 1')

/**
 * The site: what a visitor sees who is not signed in. Rendered here, whole without a script. Where it is turned off, `/` leads to
 * signing in, and only the documentation and the legal pages stay.
 */
export function registerSite(edge: Edge, parts: AppParts, files: Map<string, BuiltFile>): void {
  const { server } = edge
  const { publicUrl, isSecure, registration } = parts.config
  let guides: Guide[] | null = null
  const allGuides = (): Guide[] => (guides ??= readGuides())

  const siteOf = (row: InstallationRow): Site => ({
    publicUrl,
    operator: row.operator_name,
    isSignUpOpen: registration === 'open',
    isOn: row.is_site_on,
  })
  const send = (reply: FastifyReply, page: SitePage, site: Site): FastifyReply => {
    const file = files.get('/site.html')
    if (!file)
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('The web app is not built. Run "npm run build" and start again.')
    const nonce = randomBytes(16).toString('base64')
    return reply
      .code(page.status ?? 200)
      .headers(pageHeaders(nonce, isSecure))
      .type(file.type)
      .send(
        file.content
          .toString('utf8')
          .replaceAll('%NONCE%', nonce)
          .replace('%HEAD%', () => headOf(page, site).text)
          .replace('%BODY%', () => frame(page, site).text),
      )
  }
  /** A page of the site; those that sell are only there while it is on. */
  const page = (
    path: string,
    render: (site: Site, row: InstallationRow) => Promise<SitePage> | SitePage,
    always = false,
  ) =>
    server.get(path, async (_request, reply) => {
      const row = await readInstallation(parts)
      const site = siteOf(row)
      return send(reply, site.isOn || always ? await render(site, row) : missing(), site)
    })

  server.get('/', async (request, reply) => {
    const token = edge.cookies.read(request, 'staff')
    const [row, isIn, [admins]] = await Promise.all([
      readInstallation(parts),
      token ? isSignedIn(parts, token) : false,
      parts.database.look(anyAdmin()),
    ])
    if (isIn) return reply.redirect('/app', 302)
    if (!row.is_site_on || admins.length === 0) return reply.redirect('/sign-in', 302)
    return send(reply, landing(siteOf(row)), siteOf(row))
  })
  page('/pricing', async (site) => {
    const [plans] = await parts.database.look(pricedPlans())
    return pricing(site, plans)
  })
  for (const name of legalPages)
    page(
      `/legal/${name}`,
      (_site, row) =>
        legal(name, {
          operator: row.operator_name,
          address: row.operator_address,
          email: row.contact_email,
          text: row[name],
        }),
      true,
    )
  page('/docs', () => docsList(allGuides()), true)
  server.get<{ Params: { slug: string } }>('/docs/:slug', async (request, reply) => {
    const site = siteOf(await readInstallation(parts))
    const guide = allGuides().find(({ slug }) => slug === request.params.slug)
    return send(reply, guide ? docsPage(guide, allGuides()) : missing(), site)
  })
  registerContact(edge, parts, async (reply, sitePage) => {
    const site = siteOf(await readInstallation(parts))
    return send(reply, site.isOn ? sitePage : missing(), site)
  })

  server.get('/robots.txt', async (_request, reply) => {
    const { is_site_on } = await readInstallation(parts)
    const closed = [
      '/app',
      '/admin',
      '/account',
      '/client-portal',
      '/i/',
      '/v1/',
      '/files/',
      '/sign-in',
      '/set-up',
    ]
    return reply
      .type('text/plain; charset=utf-8')
      .send(
        is_site_on
          ? `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${publicUrl}/sitemap.xml\n`
          : 'User-agent: *\nDisallow: /\n',
      )
  })
  server.get('/sitemap.xml', async (_request, reply) => {
    const { is_site_on } = await readInstallation(parts)
    const paths = is_site_on
      ? [
          '/',
          '/pricing',
          '/contact',
          '/docs',
          ...allGuides().map(({ slug }) => `/docs/${slug}`),
          ...legalPages.map((name) => `/legal/${name}`),
        ]
      : []
    return reply
      .type('application/xml; charset=utf-8')
      .send(
        `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc>${publicUrl}${path}</loc></url>`).join('')}</urlset>\n`,
      )
  })
  // RFC 9116. It ends within a year, so that nobody writes to an address that is long dead.
  server.get('/.well-known/security.txt', async (_request, reply) => {
    const { contact_email } = await readInstallation(parts)
    const until = new Date(Date.parse(parts.database.now()) + 300 * 86_400_000)
    until.setUTCHours(0, 0, 0, 0)
    return reply
      .type('text/plain; charset=utf-8')
      .send(
        [
          `Contact: ${contact_email ? `mailto:${contact_email}` : `${publicUrl}/contact?topic=security`}`,
          `Expires: ${until.toISOString()}`,
          'Preferred-Languages: en',
          `Canonical: ${publicUrl}/.well-known/security.txt`,
          '',
        ].join('\n'),
      )
  })
}

/** The contact form, sent as browsers send forms, so that it needs no script. A room of its own: the API takes no such bodies. */
function registerContact(
  edge: Edge,
  parts: AppParts,
  send: (reply: FastifyReply, page: SitePage) => Promise<FastifyReply>,
): void {
  const form = (values: ContactForm['values'], errors: ContactForm['errors'] = {}): SitePage =>
    contact({ values, errors, opened: newMark(parts) })
  void edge.server.register(async (room) => {
    room.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 64 * 1024 },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(body as string))),
    )
    room.get<{ Querystring: { topic?: string } }>('/contact', async (request, reply) =>
      send(reply, form({ topic: String(request.query.topic ?? '') })),
    )
    room.get('/contact/sent', async (_request, reply) => send(reply, contactSent()))
    room.post('/contact', async (request, reply) => {
      const values = (request.body ?? {}) as Record<string, string>
      const read = sendContactMessage.body?.safeParse({
        ...Object.fromEntries(
          Object.entries(values).filter(([name, value]) => value !== '' && fields.has(name)),
        ),
        name: values['name'] ?? '',
        email: values['email'] ?? '',
        message: values['message'] ?? '',
      })
      if (!read?.success) {
        const errors: Record<string, string> = {}
        for (const issue of read?.error.issues ?? [])
          errors[String(issue.path[0] ?? 'form')] ??= issue.message
        return send(reply, form(values, errors))
      }
      try {
        await receiveMessage(parts, originOf(request), read.data)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return send(reply, { ...form(values, { form: error.message }), status: 429 })
      }
      // After that a reload asks for a page and sends nothing twice.
      return reply.redirect('/contact/sent', 303)
    })
  })
}

const fields = new Set(['name', 'email', 'company', 'topic', 'message', 'website', 'opened'])
const originOf = (request: FastifyRequest) => ({
  requestId: request.id,
  ip: request.ip,
  userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
})
