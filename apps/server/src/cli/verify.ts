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
 * document against its hash, every file against its bytes. Changes nothing. Returns the exit code.
 */
export async function runVerify(options: { organization?: string; files: boolean }): Promise<number> {
  return withCommandParts(async (parts) => {
    const organizations = await organizationsToVerify(parts, options.organization)
    let found = tell(await verifyLocks(parts))
    for (const organization of organizations)
      found += tell(await verifyOrganization(parts, organization, options.files))
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

function tell({ subject, looked, findings }: Verdict): number {
  const mark = findings.length === 0 ? styled('green', '✓') : styled('red', '✗')
  say(`${mark} ${subject}  ${styled('dim', looked)}`)
  for (const finding of findings) say(`    ${finding}`)
  return findings.length
}
