import { toPublicId } from '@portico/contract'
import { appendAnchors, readAnchors, verifyChain, type Anchor } from '../modules/audit/index.ts'
import { verifyFiles } from '../modules/files/index.ts'
import { verifyLedger } from '../modules/ledger/index.ts'
import { db } from '../platform/database/index.ts'
import { lintSchema } from '../platform/database/lint.ts'
import { systemPrincipal } from '../platform/principal.ts'
import type { CommandParts } from './command-parts.ts'
import { withCommandParts } from './command-parts.ts'
import { say, styled } from './terminal.ts'

/** What was looked at, in numbers, and what does not add up. */
interface Verdict {
  subject: string
  looked: string
  findings: string[]
}

/**
 * Proves the stored data from itself: the locks between organizations, every balance against its postings, every
 * document against its hash, every file against its bytes, every audit entry against the chain. Changes nothing in the
 * database. An anchor file is compared, and where the chains are whole their heads are added to it. Returns the exit code.
 */
export async function runVerify(options: {
  organization?: string
  files: boolean
  anchor?: string
}): Promise<number> {
  return withCommandParts(async (parts) => {
    const organizations = await organizationsToVerify(parts, options.organization)
    const anchors =
      options.anchor === undefined ? new Map<string, Anchor[]>() : await readAnchors(options.anchor)
    let found = tell(await verifyLocks(parts))
    const heads: Head[] = []
    for (const organization of organizations) {
      found += tell(await verifyOrganization(parts, organization, options.files))
      const chain = await verifyAudit(parts, organization, anchors)
      found += tell(chain)
      if (chain.head) heads.push(chain.head)
    }
    if (options.anchor !== undefined) {
      const added = await appendAnchors(options.anchor, heads, parts.clock.now().toISOString())
      say(styled('dim', `${added} anchors added to ${options.anchor}`))
    }
    say()
    say(
      found === 0 ? styled('green', 'Everything adds up.') : styled('red', `${found} things do not add up.`),
    )
    return found === 0 ? 0 : 1
  })
}

type OrganizationRow = { id: string; slug: string; name: string }

async function organizationsToVerify(parts: CommandParts, slug?: string): Promise<OrganizationRow[]> {
  const all = db.selectFrom('organizations').select(['id', 'slug', 'name']).orderBy('slug')
  const rows = await parts.database.global(systemPrincipal('verify'), (tx) =>
    tx.all(slug === undefined ? all : all.where('slug', '=', slug)),
  )
  if (slug !== undefined && rows.length === 0) throw new Error(`There is no organization "${slug}".`)
  return rows
}

async function verifyLocks(parts: CommandParts): Promise<Verdict> {
  const findings = await lintSchema(parts.database)
  return {
    subject: 'Locks between organizations',
    looked: 'tables, policies, roles and rights',
    findings: findings.map(({ rule, object, detail }) => `${rule}: ${object} ${detail}`),
  }
}

async function verifyOrganization(
  parts: CommandParts,
  organization: OrganizationRow,
  withFiles: boolean,
): Promise<Verdict> {
  const ledger = await verifyLedger(parts.database, organization.id)
  const files = withFiles ? await verifyFiles(parts, organization.id) : null
  const sums = ledger.totals.map(({ currency, postings }) => `${postings} postings in ${currency}`)
  return {
    subject: `${organization.name} (${organization.slug})`,
    looked: [...(sums.length > 0 ? sums : ['no postings']), ...(files ? [`${files.count} files`] : [])].join(
      ', ',
    ),
    findings: [
      ...ledger.findings.map(
        ({ check, subject, expected, found }) => `${check}: ${subject}: expected ${expected}, found ${found}`,
      ),
      ...(files?.findings.map(({ file, problem }) => `file ${problem}: ${file}`) ?? []),
    ],
  }
}

type Head = { organizationId: string; seq: number; hash: string }

/** The audit log of an organization; its head, where all of it is as it was sealed. */
async function verifyAudit(
  parts: CommandParts,
  { id, slug }: OrganizationRow,
  anchors: ReadonlyMap<string, Anchor[]>,
): Promise<Verdict & { head: Head | null }> {
  const known = anchors.get(toPublicId('organization', id)) ?? []
  const { findings, more, sealed, waiting, erased, head } = await verifyChain(parts.database, id, known)
  return {
    subject: `Audit log of ${slug}`,
    looked: [
      `${sealed} sealed entries`,
      ...(waiting > 0 ? [`${waiting} wait for their seal`] : []),
      ...(erased > 0 ? [`${erased} with erased details`] : []),
      ...(known.length > 0 ? [`${known.length} anchors`] : []),
    ].join(', '),
    findings: [
      ...findings.map(
        ({ problem, seq, subject }, at) =>
          `${at === 0 ? 'first ' : ''}${problem.replace('_', ' ')}${seq === null ? '' : ` #${seq}`}: ${subject}`,
      ),
      ...(more > 0 ? [`and ${more} more`] : []),
    ],
    head: head && findings.length === 0 ? { organizationId: id, ...head } : null,
  }
}

function tell({ subject, looked, findings }: Verdict): number {
  const mark = findings.length === 0 ? styled('green', '✓') : styled('red', '✗')
  say(`${mark} ${subject}  ${styled('dim', looked)}`)
  for (const finding of findings) say(`    ${finding}`)
  return findings.length
}
