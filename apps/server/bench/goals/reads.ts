import { toPublicId } from '@portico/contract'
import type { BenchOrganization } from '../data.ts'
import { pairs, type Load } from '../pairs.ts'
import { perSecond, type Report } from '../report.ts'
import { countingProxy } from '../round-trips.ts'
import { draftBody, headersOf, type Stage } from '../stage.ts'

export const listOf = (url: string, organizations: BenchOrganization[]): Load => ({
  url,
  connections: 32,
  requests: organizations.map((organization) => ({
    path: '/v1/invoices?limit=50',
    headers: headersOf(organization),
  })),
})

/** G1: a page of fifty, with session, permissions and row-level security, against one prepared statement without any of them. */
export async function lists(stage: Stage, report: Report): Promise<void> {
  const { organizations, bare, options } = stage
  const portico = await stage.portico()
  const bareList: Load = {
    url: bare.url,
    connections: 32,
    requests: organizations.map(({ id }) => ({ path: `/list?organization=${id}` })),
  }
  const g1 = await pairs(bareList, listOf(portico.url, organizations), options)
  report.note('G1', 'list of 50, 32 connections', '>= 0.70', {
    bare: perSecond(g1.base.perSecond),
    figure: perSecond(g1.variant.perSecond),
    ratio: g1.ratio,
    isMet: g1.ratio >= 0.7 && g1.errors === 0,
  })
  report.note('G1', 'its p99 against the bare one', '<= 2.00', {
    bare: `${g1.base.p99} ms`,
    figure: `${g1.variant.p99} ms`,
    ratio: g1.p99Ratio,
    isMet: g1.p99Ratio <= 2,
  })
}

/** G2: what row-level security costs, and how often the wire is crossed. */
export async function security(stage: Stage, report: Report): Promise<void> {
  const { organizations, options, postgres } = stage
  const portico = await stage.portico()
  await stage.asAdmin((admin) =>
    admin.query(`create role bench_bypass login password 'bench' bypassrls in role portico_app`),
  )
  const bypassUrl = new URL(postgres.adminUrl)
  bypassUrl.username = 'bench_bypass'
  bypassUrl.password = 'bench'
  const bypass = await stage.openPortico(bypassUrl.href)
  const g2 = await pairs(listOf(bypass.url, organizations), listOf(portico.url, organizations), options)
  await bypass.close()
  report.note('G2', 'the same list with row-level security, against a role that bypasses it', '>= 0.95', {
    bare: perSecond(g2.base.perSecond),
    figure: perSecond(g2.variant.perSecond),
    ratio: g2.ratio,
    isMet: g2.ratio >= 0.95,
  })

  const proxy = await countingProxy(postgres.urlFor('portico_app'))
  const counted = await stage.openPortico(proxy.url)
  const organization = organizations[0] as BenchOrganization
  const trips = async (path: string, body?: string): Promise<number> => {
    const send = (): Promise<Response> =>
      fetch(`${counted.url}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          ...headersOf(organization),
          'idempotency-key': crypto.randomUUID(),
          ...(body && { 'content-type': 'application/json' }),
        },
        ...(body && { body }),
      })
    await (await send()).text()
    const before = proxy.taken()
    const response = await send()
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    await response.text()
    return proxy.taken() - before
  }
  const perRead = [
    await trips('/v1/invoices?limit=50'),
    await trips(`/v1/invoices/${toPublicId('invoice', organization.invoiceId)}`),
    await trips('/v1/clients'),
    await trips('/v1/invoices-outstanding'),
  ]
  const perCommand = await trips('/v1/invoices', draftBody(organization))
  await counted.close()
  await proxy.close()
  const most = Math.max(...perRead)
  report.note('G2', `wire round trips of a read: ${perRead.join(', ')}`, '<= 1', {
    bare: '1',
    figure: String(most),
    ratio: most,
    isMet: most <= 1,
  })
  report.note('G2', 'wire round trips of creating an invoice', '<= 4', {
    bare: '1',
    figure: String(perCommand),
    ratio: perCommand,
    isMet: perCommand <= 4,
  })
}

/** G3: one invoice with everything that its page shows, against its header and lines alone. */
export async function opening(stage: Stage, report: Report): Promise<void> {
  const { organizations, bare, options } = stage
  const portico = await stage.portico()
  const bareOpen: Load = {
    url: bare.url,
    connections: 32,
    requests: organizations.map(({ id, invoiceId }) => ({
      path: `/open?organization=${id}&id=${invoiceId}`,
    })),
  }
  const open: Load = {
    url: portico.url,
    connections: 32,
    requests: organizations.map((organization) => ({
      path: `/v1/invoices/${toPublicId('invoice', organization.invoiceId)}`,
      headers: headersOf(organization),
    })),
  }
  const g3 = await pairs(bareOpen, open, options)
  report.note('G3', 'open an invoice with lines, taxes, settlements, client', '>= 0.50', {
    bare: perSecond(g3.base.perSecond),
    figure: perSecond(g3.variant.perSecond),
    ratio: g3.ratio,
    isMet: g3.ratio >= 0.5 && g3.errors === 0,
  })
}
