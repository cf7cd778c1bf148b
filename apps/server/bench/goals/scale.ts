import pg from 'pg'
import type { BenchOrganization } from '../data.ts'
import { median, pairs, type Load } from '../pairs.ts'
import { inMs, perSecond, type Report } from '../report.ts'
import { headersOf, openStage, type Stage } from '../stage.ts'

const small = 10_000

const reading = (url: string, organizations: BenchOrganization[], path: string): Load => ({
  url,
  connections: 16,
  requests: organizations.map((organization) => ({ path, headers: headersOf(organization) })),
})

/** G6: the same questions to a hundred organizations with all the invoices, and to as many with ten thousand among them. */
export async function scaling(stage: Stage, report: Report): Promise<void> {
  const { options } = stage
  const portico = await stage.portico()
  const little = await openStage(
    { ...options, invoices: small },
    { organizations: stage.organizations.length },
  )
  try {
    const other = await little.portico()
    for (const [what, path] of [
      ['list', '/v1/invoices?limit=50'],
      ['search', '/v1/invoices?limit=50&q=number%207'],
      ['dashboard', '/v1/invoices-outstanding'],
    ] as const) {
      const measured = await pairs(
        reading(other.url, little.organizations, path),
        reading(portico.url, stage.organizations, path),
        options,
      )
      report.note(
        'G6',
        `${what} among ${options.invoices.toLocaleString('en')} invoices, against ${small.toLocaleString('en')}`,
        '>= 0.80',
        {
          bare: perSecond(measured.base.perSecond),
          figure: perSecond(measured.variant.perSecond),
          ratio: measured.ratio,
          isMet: measured.ratio >= 0.8 && measured.errors === 0,
        },
      )
    }
  } finally {
    await little.close()
  }
  const [long] = (await stage.more(1, 10_100)) as [BenchOrganization]
  const page = async (after: string | null): Promise<{ next_cursor: string | null }> => {
    const query = after ? `&after=${encodeURIComponent(after)}` : ''
    const response = await fetch(`${portico.url}/v1/invoices?limit=50${query}`, { headers: headersOf(long) })
    return (await response.json()) as { next_cursor: string | null }
  }
  let cursor: string | null = null
  for (let at = 1; at < 200; at++) cursor = (await page(cursor)).next_cursor
  const deep = await pairs(
    reading(portico.url, [long], '/v1/invoices?limit=50'),
    reading(portico.url, [long], `/v1/invoices?limit=50&after=${encodeURIComponent(String(cursor))}`),
    options,
  )
  report.note('G6', 'page 200 against page 1', '>= 0.90', {
    bare: perSecond(deep.base.perSecond),
    figure: perSecond(deep.variant.perSecond),
    ratio: deep.ratio,
    isMet: deep.ratio >= 0.9 && deep.errors === 0,
  })
}

/** G7: what is owed to an organization, against a bare query along a covering index; and how it grows. */
export async function dashboards(stage: Stage, report: Report): Promise<void> {
  const portico = await stage.portico()
  const [tenThousand] = (await stage.more(1, 10_000)) as [BenchOrganization]
  const [hundredThousand] = (await stage.more(1, 100_000)) as [BenchOrganization]
  const client = new pg.Client({ connectionString: stage.postgres.adminUrl })
  await client.connect()
  const bare = async (): Promise<void> => {
    await client.query({
      name: 'dashboard',
      text: `select currency, sum(gross - settled), count(*) from invoices where organization_id = $1 and document_state = 'final' and settlement_state in ('open', 'partial') group by currency`,
      values: [tenThousand.id],
    })
  }
  const ours = async (organization: BenchOrganization): Promise<void> => {
    const response = await fetch(`${portico.url}/v1/invoices-outstanding`, {
      headers: headersOf(organization),
    })
    await response.text()
    if (!response.ok) throw new Error(`dashboard answered ${response.status}`)
  }
  const timed = async (work: () => Promise<void>): Promise<number> => {
    const times: number[] = []
    for (let at = 0; at < 60; at++) {
      const begun = performance.now()
      await work()
      times.push(performance.now() - begun)
    }
    return median(times.slice(10))
  }
  const [base, small_, large] = [
    await timed(bare),
    await timed(() => ours(tenThousand)),
    await timed(() => ours(hundredThousand)),
  ]
  await client.end()
  report.note('G7', 'what is owed to an organization of 10,000 invoices, against the bare query', '<= 3.00', {
    bare: inMs(base),
    figure: inMs(small_),
    ratio: small_ / base,
    isMet: small_ / base <= 3,
  })
  report.note('G7', 'the same for 100,000 invoices, against 10,000', '<= 1.50', {
    bare: inMs(small_),
    figure: inMs(large),
    ratio: large / small_,
    isMet: large / small_ <= 1.5,
  })
}
