import { z } from 'zod'
import { job, subscribe } from '../../platform/jobs/definitions.ts'
import { advanceImport } from './advance.ts'

/** Works on a batch until nothing is left to do: what was asked for stands in the batch, so a job that comes twice finds nothing. */
const advance = job({
  name: 'imports.advance',
  payload: z.object({ import_id: z.string() }),
  async run({ organizationId, payload, parts, isLastAttempt }) {
    await advanceImport(parts, organizationId, payload.import_id, { givesUp: isLastAttempt })
  },
  maxAttempts: 8,
})

export const subscriptions = [
  subscribe('import.requested', advance, (event) => ({ import_id: event.payload['import_id'] as string })),
]
