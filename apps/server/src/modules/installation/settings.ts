import type { Installation, updateInstallation } from '@portico/contract'
import type { z } from 'zod'
import type { AppParts } from '../../app-parts.ts'
import { db, statement, type Tx } from '../../platform/database/index.ts'
import { Refusal, versionMismatch } from '../../platform/errors.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { throughTheDoor } from './door.ts'

type Shown = z.output<typeof Installation>
type Patch = z.output<NonNullable<(typeof updateInstallation)['body']>>
export type InstallationRow = Omit<Shown, 'demo'> & {
  demo_state: Shown['demo']['state']
  demo_detail: string | null
  demo_started_at: string | null
}

const columns =
  'is_site_on, operator_name, operator_address, contact_email, terms, privacy, imprint, demo_state, demo_detail, demo_started_at, version'
export const theInstallation = statement<InstallationRow>(`select ${columns} from installation`)
const lockInstallation = statement<InstallationRow>(`select ${columns} from installation for update`)
const noteDemo = statement(
  'update installation set demo_state = $1, demo_detail = $2, demo_started_at = coalesce($3, demo_started_at)',
)

/** Who runs this installation and what its site says, for the pages that everybody sees. */
export async function readInstallation(parts: Pick<AppParts, 'database'>): Promise<InstallationRow> {
  const [rows] = await parts.database.look(theInstallation())
  return rows[0] as InstallationRow
}

/** @throws version_mismatch */
export async function changeInstallation(tx: Tx, patch: Patch, expectedVersion: number): Promise<Shown> {
  const before = (await tx.first(lockInstallation())) as InstallationRow
  if (before.version !== expectedVersion) throw versionMismatch(before.version)
  await throughTheDoor(tx, {
    action: 'installation.changed',
    subject: { kind: 'installation', id: 'installation', name: null },
    reason: Object.keys(patch).join(', ') || null,
  })
  // An emptied text is the same as none: the site then says its default.
  const values = Object.fromEntries(
    Object.entries(patch).map(([key, value]) => [key, value === '' ? null : value]),
  )
  await tx.change(
    db.updateTable('installation').set({ ...values, updated_at: tx.now, version: expectedVersion + 1 }),
  )
  return presentInstallation((await tx.first(theInstallation())) as InstallationRow, tx.now)
}

const patience = 15 * 60_000

/** A demo that was begun and not finished within a quarter of an hour ended with its process. */
export function presentInstallation(row: InstallationRow, now: string): Shown {
  const { demo_state, demo_detail, demo_started_at, ...shown } = row
  const isStuck =
    demo_state === 'loading' &&
    demo_started_at !== null &&
    Date.parse(now) - Date.parse(demo_started_at) > patience
  return {
    ...shown,
    demo: isStuck
      ? {
          state: 'failed',
          detail: 'It did not come to its end: the server was stopped. What it had made is there.',
        }
      : { state: demo_state, detail: demo_detail },
  }
}

/**
 * Begins to load the demo and goes on without waiting: it lives through a year, which takes half a minute.
 * @throws demo_is_here, not_configured
 */
export async function beginDemo(parts: AppParts, tx: Tx, ownerId: string): Promise<void> {
  const { loadDemo } = parts
  if (!loadDemo) throw new Refusal('not_configured', 'The demo cannot be loaded from here.')
  const row = (await tx.first(lockInstallation())) as InstallationRow
  const { demo } = presentInstallation(row, tx.now)
  if (demo.state === 'loading' || demo.state === 'loaded') throw new Refusal('demo_is_here')
  await tx.change(noteDemo('loading', null, tx.now))
  const note = (state: 'loaded' | 'failed', detail: string): Promise<void> =>
    parts.database.global(
      systemPrincipal('demo'),
      async (done) => void (await done.change(noteDemo(state, detail, null))),
    )
  // After this transaction: the demo reads and writes by doors of its own.
  setTimeout(() => {
    loadDemo(ownerId)
      .then(
        (detail) => note('loaded', detail),
        (error: unknown) => note('failed', (error as Error).message),
      )
      .catch(() => {})
  }, 50)
}
