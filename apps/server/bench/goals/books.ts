import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { copy } from '../copy.ts'
import type { BenchOrganization } from '../data.ts'
import { importElsewhere } from '../import-run.ts'
import { median } from '../pairs.ts'
import { perSecond, type Report } from '../report.ts'
import { headersOf, type Stage } from '../stage.ts'

const many = 100_000
/** One line of a hundred repeats a client that was there before: dropped, and said so. */
const repeated = many / 100
const header = 'Name,Email,Phone,Street,City,Postal Code,Country,VAT Number,Currency,Notes\r\n'
const most = 64

const line = (run: number, n: number): string =>
  `Kunde ${run}-${n} Handels GmbH,office${n}@run${run}.example,+49 30 ${1_000_000 + n},Hauptstraße ${n % 300},Berlin,${10_000 + (n % 9_000)},Germany,DE${run}${100_000_000 + n},EUR,Met at the fair ${n % 12}\r\n`
function csvOf(run: number, rows: number, again: number): string {
  const lines = Array.from({ length: rows - again }, (_, n) => line(run, n))
  for (let n = 0; n < again; n++) lines.push(line(run, n * 7))
  return header + lines.join('')
}

/** What `\copy` reads: the columns that the importer fills, made beforehand. */
function copyLines(organizationId: string, run: number): Buffer[] {
  const chunks: Buffer[] = []
  let lines: string[] = []
  const at = new Date().toISOString()
  for (let n = 0; n < many - repeated; n++) {
    const name = `Kunde ${run}-${n} Handels GmbH`
    const email = `office${n}@run${run}.example`
    const refid = `CL-${run}-${n}`
    lines.push(
      `${organizationId}\t${uuidOf(run, n)}\t${refid}\tcompany\t${name}\t${email}\t${email}\t+49 30 ${1_000_000 + n}\tactive\t{"line1":"Hauptstraße ${n % 300}","city":"Berlin","postal_code":"${10_000 + (n % 9_000)}"}\tDE\tDE${run}${100_000_000 + n}\tEUR\t{"note":"Met at the fair ${n % 12}"}\t${`${name} ${email} ${refid}`.toLowerCase()}\t${at}\t${at}\n`,
    )
    if (lines.length === 1_000) {
      chunks.push(Buffer.from(lines.join('')))
      lines = []
    }
  }
  chunks.push(Buffer.from(lines.join('')))
  return chunks
}
const uuidOf = (run: number, n: number): string =>
  `0199${run.toString(16).padStart(4, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const copyIn = `copy clients (organization_id, id, refid, kind, name, email, email_key, phone, status, address, country, tax_number, currency, metadata, search_text, created_at, updated_at) from stdin`

/**
 * G11: a hundred thousand clients from a CSV file, with the dry run, the look for duplicates, a note on each line that has one, the undo's
 * record and an audit entry for each; beside `\copy` of as many ready rows into the same table. And the audit log of it as CSV, beside `\copy` out.
 */
export async function books(stage: Stage, report: Report): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-bench-books-'))
  const rounds = Math.min(3, stage.options.rounds)
  const organizations = await stage.more(2 * rounds + 1, 1)
  const spare = organizations.pop() as BenchOrganization
  const client = new pg.Client({ connectionString: stage.postgres.adminUrl })
  await client.connect()
  try {
    const bare: number[] = []
    const whole: number[] = []
    const commit: number[] = []
    const grown: number[] = []
    let last = spare
    for (let round = 1; round <= rounds; round++) {
      const [theirs, ours] = organizations.splice(0, 2) as [BenchOrganization, BenchOrganization]
      const chunks = copyLines(theirs.id, round)
      await client.query('checkpoint')
      const begun = performance.now()
      await copy(client, copyIn, chunks)
      bare.push(((many - repeated) * 1000) / (performance.now() - begun))
      const csv = join(folder, `clients-${round}.csv`)
      await writeFile(csv, csvOf(round, many, repeated))
      // Clients of its own each time: what is there already would not be brought in.
      const warmUp = join(folder, `warm-up-${round}.csv`)
      await writeFile(warmUp, csvOf(1_000 + round, 3_000, 30))
      await client.query('checkpoint')
      const figures = await importElsewhere({
        connectionString: stage.postgres.urlFor('portico_app'),
        dataFolder: folder,
        organizationId: ours.id,
        csv,
        warmUp: { organizationId: spare.id, csv: warmUp },
      })
      if (figures.clients !== many - repeated) throw new Error(`${figures.clients} clients came in`)
      whole.push((many * 1000) / (figures.analyseMs + figures.commitMs))
      commit.push((many * 1000) / figures.commitMs)
      grown.push(figures.grownMiB)
      last = ours
    }
    const ratioOf = (figures: readonly number[]): number =>
      median(figures.map((figure, at) => figure / (bare[at] as number)))
    for (const [what, figures] of [
      ['100,000 clients from CSV: dry run, duplicates and commit', whole],
      ['… its commit alone', commit],
    ] as const)
      report.note('G11', what, '>= 0.35', {
        bare: perSecond(median(bare)),
        figure: perSecond(median(figures)),
        ratio: ratioOf(figures),
        isMet: ratioOf(figures) >= 0.35,
      })
    report.note('G11', 'memory that it took beyond a small import, MiB', '<= 64', {
      bare: `${most}`,
      figure: median(grown).toFixed(0),
      ratio: median(grown) / most,
      isMet: median(grown) <= most,
    })
    await exporting(stage, report, client, last, rounds)
  } finally {
    await client.end()
    await rm(folder, { recursive: true, force: true })
  }
}

const copyOut = (organizationId: string): string =>
  `copy (select e.at, e.actor_kind, p.actor_name, e.action, e.entity_kind, e.entity_id, c.name, c.name, p.ip, p.user_agent, e.request_id, p.before, p.after from audit_entries e
     join audit_payloads p on p.organization_id = e.organization_id and p.entry_id = e.id left join clients c on c.organization_id = e.organization_id and c.id = e.client_id
     where e.organization_id = '${organizationId}' order by e.at desc, e.id desc) to stdout (format csv)`

async function exporting(
  stage: Stage,
  report: Report,
  client: pg.Client,
  organization: BenchOrganization,
  rounds: number,
): Promise<void> {
  const { url } = await stage.portico()
  const bare: number[] = []
  const ours: number[] = []
  const grown: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const begun = performance.now()
    await copy(client, copyOut(organization.id))
    const copied = performance.now()
    const before = process.memoryUsage.rss()
    let peak = before
    const answer = await fetch(`${url}/v1/audit-export`, { headers: headersOf(organization) })
    if (!answer.ok || !answer.body) throw new Error(`The export answered ${answer.status}`)
    let lines = 0
    for await (const chunk of answer.body) {
      for (const byte of chunk) if (byte === 10) lines++
      peak = Math.max(peak, process.memoryUsage.rss())
    }
    if (lines < many - repeated) throw new Error(`${lines} lines came out`)
    if (round === 0) continue
    bare.push((lines * 1000) / (copied - begun))
    ours.push((lines * 1000) / (performance.now() - copied))
    grown.push((peak - before) / 2 ** 20)
  }
  const ratio = median(ours.map((figure, at) => figure / (bare[at] as number)))
  report.note('G11', '100,000 audit entries as CSV', '>= 0.35', {
    bare: perSecond(median(bare)),
    figure: perSecond(median(ours)),
    ratio,
    isMet: ratio >= 0.35,
  })
  report.note('G11', 'memory that it took, MiB', '<= 64', {
    bare: `${most}`,
    figure: median(grown).toFixed(0),
    ratio: median(grown) / most,
    isMet: median(grown) <= most,
  })
}
