import { statement, type Tx } from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { PersonPrincipal } from '../../platform/principal.ts'

export type Deed = {
  /** `<thing>.<deed>`, past tense: `organization.suspended`. */
  action: string
  subject: {
    kind: 'organization' | 'person' | 'job' | 'contact_message' | 'installation'
    id: string
    name: string | null
  }
  reason?: string | null
}

const insertDeed = statement(
  `insert into platform_deeds (id, at, user_id, actor_name, action, subject_kind, subject_id, subject_name, reason, ip, user_agent, request_id)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
)

/**
 * The one door through which platform admins act on what is not theirs. Whoever passes is an admin by the session of this very
 * transaction, and the deed is written down in it. An organization that is acted on gets it into its own log, too, where its members
 * read it; nothing of the organization is read.
 */
export async function throughTheDoor(tx: Tx, deed: Deed): Promise<PersonPrincipal> {
  const admin = tx.principal
  if (admin.kind !== 'user' || !admin.isPlatformAdmin) throw new Refusal('permission_denied')
  const { ip, userAgent, requestId } = tx.origin
  const { subject, action, reason = null } = deed
  tx.later(
    insertDeed(
      newId(),
      tx.now,
      admin.userId,
      admin.name,
      action,
      subject.kind,
      subject.id,
      subject.name,
      reason,
      ip,
      userAgent,
      requestId,
    ),
  )
  if (subject.kind === 'organization') {
    await tx.enter(subject.id)
    tx.record({
      action: `organizations.${action.split('.')[1]}`,
      entityKind: 'organization',
      entityId: subject.id,
      after: { reason },
    })
  }
  return admin
}
