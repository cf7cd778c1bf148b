// A worker in a process of its own, for being killed: it notes each event in a table, fails some jobs once and others always.
import { z } from 'zod'
import type { AppParts } from '../src/app-parts.ts'
import { systemClock } from '../src/platform/clock.ts'
import { Database, statement } from '../src/platform/database/index.ts'
import { job, subscribe } from '../src/platform/jobs/definitions.ts'
import { Worker } from '../src/platform/jobs/worker.ts'
import { systemPrincipal } from '../src/platform/principal.ts'

const [databaseUrl, jobsUrl] = process.argv.slice(2)
if (!databaseUrl || !jobsUrl)
  throw new Error('usage: outbox-worker.ts <url of the worker> <url of the queue>')

const note = statement(
  'insert into proof_effects (id, tries) values ($1, 1) on conflict (id) do update set tries = proof_effects.tries + 1',
)
const noted = job({
  name: 'proof.noted',
  payload: z.object({ client_id: z.string() }),
  maxAttempts: 3,
  async run({ payload, attempt }) {
    if (payload.client_id.startsWith('poison')) throw new Error('this job never succeeds')
    if (payload.client_id.startsWith('late') && attempt === 1) throw new Error('not yet')
    await database.global(systemPrincipal('proof'), (tx) => tx.change(note(payload.client_id)))
  },
})
const database = new Database({
  connectionString: databaseUrl,
  poolSize: 4,
  clock: systemClock,
  applicationName: 'proof worker',
})
await Worker.start({
  parts: { database, clock: systemClock } as AppParts,
  jobsUrl,
  subscriptions: [
    subscribe('client.created', noted, (event) => ({ client_id: event.payload['client_id'] as string })),
  ],
  recurring: [],
  leaseSeconds: 3,
  log: { warn: () => {}, error: () => {} },
})
process.stdout.write('ready\n')
