import type { Status } from '@portico/ui'
import type { Schema } from '../../shared/api.ts'

/** How a mail's state looks in the lists. */
export const mailBadges: Record<Schema<'EmailSummary'>['status'], Status> = {
  queued: 'pending',
  sent: 'sent',
  kept: 'draft',
  failed: 'failed',
}
