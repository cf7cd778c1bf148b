import { statement } from '../../platform/database/index.ts'
import { newId } from '../../platform/ids.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { commitBatch } from './commit.ts'
import { planBatch } from './planning/plan.ts'
import { readFiles } from './read-files.ts'
import { undoBatch } from './undo.ts'
import { holdBatch, NotOurs, type Parts, type Run } from './run.ts'

/** How long a runner that says nothing is believed to be alive. */
const leaseSeconds = 60
const system = systemPrincipal('import')

/**
 * Does what was asked for on a batch: reads and plans it, brings it in, withdraws it. What is done is done by chunks, so that a killed
 * process loses at most one, and whoever comes next goes on.
 */
export async function advanceImport(
  parts: Parts,
  organizationId: string,
  batchId: string,
  options: { givesUp?: boolean } = {},
): Promise<void> {
  const runnerId = newId()
  const run: Run = {
    parts,
    organizationId,
    batchId,
    chunk: (work) =>
      parts.database.withOrganization(organizationId, system, async (tx) => {
        const batch = await tx.first(
          holdBatch(organizationId, batchId, runnerId, tx.now, later(tx.now, leaseSeconds)),
        )
        if (!batch) throw new NotOurs()
        return work(tx, batch)
      }),
  }
  try {
    for (;;) {
      const batch = await run.chunk(async (_tx, row) => row)
      if (batch.phase === 'reading') await readFiles(run)
      else if (batch.phase === 'planning') await planBatch(run)
      else if (batch.phase === 'committing') await commitBatch(run)
      else if (batch.phase === 'undoing') await undoBatch(run)
      else return
    }
  } catch (error) {
    if (error instanceof NotOurs) return
    if (options.givesUp)
      await run
        .chunk(async (tx) =>
          tx.later(
            fail(
              organizationId,
              batchId,
              'It did not succeed, also after several tries. What was brought in is kept.',
              tx.now,
            ),
          ),
        )
        .catch(() => {})
    else await run.chunk(async (tx) => tx.later(release(organizationId, batchId, tx.now))).catch(() => {})
    throw error
  }
}

const later = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1000).toISOString()

const fail = statement(
  `update import_batches set state = 'failed', phase = null, failure = $3, runner_id = null, runner_until = null, updated_at = $4, version = version + 1 where organization_id = $1 and id = $2`,
)
const release = statement(
  'update import_batches set runner_id = null, runner_until = null, updated_at = $3 where organization_id = $1 and id = $2',
)
