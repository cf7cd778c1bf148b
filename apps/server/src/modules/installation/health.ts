import { statfs } from 'node:fs/promises'
import type { Health } from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { statement } from '../../platform/database/index.ts'
import { lintSchema } from '../../platform/database/lint.ts'
import { porticoVersion } from '../../platform/version.ts'

type Shown = z.output<typeof Health>
type Check = Shown['checks'][number]

const startedAt = new Date(Date.now() - process.uptime() * 1000).toISOString()
const gigabyte = 2 ** 30

type Facts = {
  version: string
  database_bytes: number
  schema: string | null
  organizations: number
  people: number
  mails_waiting: number
  mails_failed: number
  messages: number
}
const facts = statement<Facts>(
  `select current_setting('server_version') as version, pg_database_size(current_database()) as database_bytes,
     (select max(name) from migrations.applied) as schema,
     (select count(*) from organizations where status <> 'deleted') as organizations, (select count(*) from users) as people,
     (select count(*) from system_emails where status = 'queued') as mails_waiting,
     (select count(*) from system_emails where status = 'failed' and created_at > $1::timestamptz - interval '7 days') as mails_failed,
     (select count(*) from contact_messages where state = 'new') as messages`,
)

/** The installation as whoever runs it needs to see it: what is well, what is not, and what to do about it. */
export async function checkHealth(parts: AppParts): Promise<Shown> {
  const began = performance.now()
  const [[[row], findings], queue, disk, mail] = await Promise.all([
    Promise.all([
      parts.database.look(facts(parts.database.now())).then(([rows]) => rows),
      lintSchema(parts.database),
    ]),
    parts.jobQueue?.figures().catch(() => null) ?? null,
    statfs(parts.config.dataFolder).catch(() => null),
    parts.mail.check().catch((error: Error) => ({ ok: false as const, reason: error.message })),
  ])
  const known = row as Facts
  const took = Math.round(performance.now() - began)
  return {
    checks: [
      check('database', 'good', `PostgreSQL ${known.version.split(' ')[0]} answers in ${took} ms`),
      findings.length === 0
        ? check('locks', 'good', 'Every table is locked to its organization')
        : check(
            'locks',
            'problem',
            `${findings.length} tables or functions are not locked as they should be`,
            'Run "npx portico verify"; it names them.',
          ),
      check('migrations', 'good', `At ${known.schema ?? 'nothing'}`),
      diskCheck(disk, Boolean(parts.config.environment['S3_BUCKET'])),
      queueCheck(queue),
      mailCheck(parts, mail, known.mails_failed),
      parts.config.isSecure
        ? check('address', 'good', `${parts.config.publicUrl}, over HTTPS`)
        : check(
            'address',
            'warning',
            `${parts.config.publicUrl} is not HTTPS: passwords travel readable`,
            'Put a proxy with a certificate in front, and set PORTICO_URL to its https address.',
          ),
      check(
        'backup',
        'unknown',
        'Portico does not know when the last backup was made',
        'Back up the data folder, or your PostgreSQL and the files, and keep secrets.json with it.',
      ),
    ],
    versions: {
      portico: porticoVersion,
      node: process.versions.node,
      postgresql: known.version.split(' ')[0] ?? known.version,
      schema: known.schema ?? '',
    },
    figures: {
      organizations: known.organizations,
      people: known.people,
      database_bytes: known.database_bytes,
      jobs_waiting: queue?.waiting ?? 0,
      jobs_failed: queue?.failed ?? 0,
      oldest_job_seconds: queue?.oldestSeconds ?? null,
      mails_waiting: known.mails_waiting,
      mails_failed: known.mails_failed,
      new_contact_messages: known.messages,
    },
    started_at: startedAt,
  }
}

const check = (
  key: Check['key'],
  state: Check['state'],
  finding: string,
  fix: string | null = null,
): Check => ({
  key,
  state,
  finding,
  fix,
})

function diskCheck(
  disk: { bavail: number; bsize: number; blocks: number } | null,
  isElsewhere: boolean,
): Check {
  if (!disk) return check('disk', 'unknown', 'The data folder’s disk cannot be measured')
  const free = disk.bavail * disk.bsize
  const size = disk.blocks * disk.bsize
  const finding = `${inGigabytes(free)} of ${inGigabytes(size)} free${isElsewhere ? '; files are in S3' : ''}`
  if (free < gigabyte)
    return check('disk', 'problem', finding, 'Free some space: a full disk stops the database.')
  return free < 5 * gigabyte
    ? check('disk', 'warning', finding, 'Free some space before it is needed.')
    : check('disk', 'good', finding)
}
const inGigabytes = (bytes: number): string => `${(bytes / gigabyte).toFixed(1)} GB`

function queueCheck(queue: { waiting: number; failed: number; oldestSeconds: number | null } | null): Check {
  if (!queue)
    return check(
      'queue',
      'unknown',
      'The queue does not answer',
      'Look at the server’s log, and at the database.',
    )
  const { waiting, failed, oldestSeconds } = queue
  if (oldestSeconds !== null && oldestSeconds > 120)
    return check(
      'queue',
      'problem',
      `A job has waited ${Math.round(oldestSeconds / 60)} minutes: no worker takes it`,
      'Start a process with PORTICO_ROLE=worker or all.',
    )
  return failed > 0
    ? check(
        'queue',
        'warning',
        `${failed} failed for good, ${waiting} wait`,
        'Read why under Jobs, and try them again.',
      )
    : check('queue', 'good', waiting === 0 ? 'Nothing waits' : `${waiting} wait, none too long`)
}

function mailCheck(
  parts: AppParts,
  mail: { ok: true } | { ok: false; reason: string },
  failed: number,
): Check {
  if (parts.mail.kind === 'outbox')
    return check(
      'mail',
      'warning',
      'No mail server is set: mails are kept in the app and reach nobody',
      'Set SMTP_URL and EMAIL_FROM, and start again.',
    )
  if (!mail.ok)
    return check('mail', 'problem', mail.reason, 'Check SMTP_URL, and that the server lets us in.')
  return failed > 0
    ? check(
        'mail',
        'warning',
        `The mail server answers; ${failed} mails of the last week were refused`,
        'Read why under Mail.',
      )
    : check('mail', 'good', 'The mail server answers')
}
