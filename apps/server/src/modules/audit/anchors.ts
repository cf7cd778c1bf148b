import { appendFile, readFile } from 'node:fs/promises'
import { toPublicId } from '@portico/contract'
import { statement, type Database } from '../../platform/database/index.ts'
import type { RecurringJob } from '../../platform/jobs/definitions.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import type { Anchor } from './verify.ts'

const system = systemPrincipal('anchors')
const organizations = statement<{ id: string }>('select id from organizations order by id')
export const headOf = statement<{ seq: number; hash: Buffer; sealed_at: string }>(
  'select seq, hash, sealed_at from audit_heads where organization_id = $1 and seq > 0',
)

/** A line of an anchor file. The organization's public id comes first, so that a file can be searched by eye. */
type Line = { organization: string; seq: number; hash: string; at: string }

/**
 * The anchors that a file holds, by organization. A file is lines of JSON, one head a line, only ever added to; kept where whoever can
 * change the database cannot write, it tells a chain that was rewritten as a whole. A missing file holds none.
 * @throws Error where a line is no anchor
 */
export async function readAnchors(path: string): Promise<Map<string, Anchor[]>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map()
    throw error
  }
  const anchors = new Map<string, Anchor[]>()
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const anchor = lineOf(line)
    if (!anchor) throw new Error(`Line ${at + 1} of ${path} is no anchor.`)
    const { organization, ...rest } = anchor
    const known = anchors.get(organization)
    if (known) known.push(rest)
    else anchors.set(organization, [rest])
  }
  return anchors
}

function lineOf(text: string): Line | null {
  try {
    const line = JSON.parse(text) as Partial<Line>
    return typeof line.organization === 'string' &&
      Number.isSafeInteger(line.seq) &&
      /^[0-9a-f]{64}$/.test(line.hash ?? '') &&
      typeof line.at === 'string'
      ? (line as Line)
      : null
  } catch {
    return null
  }
}

/** Writes a head down, unless the file's newest one of this organization says the same. */
export async function appendAnchors(
  path: string,
  heads: readonly { organizationId: string; seq: number; hash: string }[],
  now: string,
): Promise<number> {
  const known = await readAnchors(path)
  const lines = heads
    .map(({ organizationId, seq, hash }) => ({
      organization: toPublicId('organization', organizationId),
      seq,
      hash,
      at: now,
    }))
    .filter(({ organization, seq }) => (known.get(organization)?.at(-1)?.seq ?? 0) < seq)
  if (lines.length > 0)
    await appendFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 })
  return lines.length
}

export async function headsOf(
  database: Database,
): Promise<{ organizationId: string; seq: number; hash: string }[]> {
  const all = await database.global(system, (tx) => tx.all(organizations()))
  const heads = await database.lookInEach(
    all.map(({ id }) => id),
    (id) => statement<{ organization_id: string; seq: number; hash: Buffer }>(headsText)(id),
  )
  return heads.map(({ organization_id, seq, hash }) => ({
    organizationId: organization_id,
    seq,
    hash: hash.toString('hex'),
  }))
}
const headsText = 'select organization_id, seq, hash from audit_heads where organization_id = $1 and seq > 0'

/** Where a file is named for it, each hour's heads are written down outside of the database. */
export const anchorHeads: RecurringJob = {
  name: 'audit.anchor',
  everySeconds: 3600,
  async run({ config, database }) {
    if (config.auditAnchorFile)
      await appendAnchors(config.auditAnchorFile, await headsOf(database), database.now())
  },
}
