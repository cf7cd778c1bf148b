import type { AppParts } from '../../app-parts.ts'
import {
  actorOf,
  isDatabaseError,
  statement,
  type Statement,
  type Tx,
} from '../../platform/database/index.ts'
import { Refusal } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { newFileKey } from '../../platform/storage/index.ts'
import type { ReceivedFile } from '../../platform/uploads/index.ts'

export type FilePurpose = 'logo' | 'proof' | 'invoice_pdf' | 'receipt_pdf' | 'import'

/** A file that lies in the store already and whose row is still to be written. */
export type StoredUpload = {
  id: string
  organizationId: string
  storageKey: string
  name: string
  mediaType: string
  size: number
  sha256: string
  purpose: FilePurpose
}

/**
 * Puts a received file into the store, before the transaction that refers to it: nothing waits for a file while it holds locks.
 * The row follows with `insertFile`, in that transaction. `withStoredFile` does both and cleans up.
 * @throws FileStoreError where the store refuses
 */
export async function storeUploadedFile(
  parts: Pick<AppParts, 'files'>,
  organizationId: string,
  received: ReceivedFile,
  purpose: FilePurpose,
): Promise<StoredUpload> {
  const storageKey = newFileKey(`${organizationId}/${purpose}`)
  await parts.files.put(storageKey, received.path, {
    size: received.size,
    contentType: received.mediaType,
    sha256: received.sha256,
  })
  return {
    id: newId(),
    organizationId,
    storageKey,
    name: received.name,
    mediaType: received.mediaType,
    size: received.size,
    sha256: received.sha256,
    purpose,
  }
}

const insert = statement(
  `insert into files (organization_id, id, storage_key, name, media_type, size, sha256, purpose, created_at, created_by)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
)

/** The row of a stored file, for a batch: rows that refer to it follow behind it. */
export function fileRow(tx: Tx, file: StoredUpload): Statement {
  const actor = actorOf(tx.principal)
  const createdBy = actor.id ? `${actor.kind}:${actor.id}` : actor.kind
  return insert(
    tx.organizationId,
    file.id,
    file.storageKey,
    file.name,
    file.mediaType,
    file.size,
    Buffer.from(file.sha256, 'hex'),
    file.purpose,
    tx.now,
    createdBy,
  )
}

/** Writes the row of a stored file at once. */
export async function insertFile(tx: Tx, file: StoredUpload): Promise<void> {
  await tx.change(fileRow(tx, file))
}

/**
 * Stores a received file, lets `work` refer to it, and removes it from the store where the work was refused or found that it had
 * been done before (`keep` was not called). Where nobody knows whether the transaction was committed, the file stays: better one
 * too many than evidence lost.
 */
export async function withStoredFile<Answer>(
  parts: Pick<AppParts, 'files'>,
  organizationId: string,
  received: ReceivedFile | null,
  purpose: FilePurpose,
  work: (file: StoredUpload | null, keep: () => void) => Promise<Answer>,
): Promise<Answer> {
  if (!received) return work(null, () => {})
  const file = await storeUploadedFile(parts, organizationId, received, purpose)
  let isKept = false
  const discard = (): Promise<void> => parts.files.delete(file.storageKey).catch(() => {})
  try {
    const answer = await work(file, () => (isKept = true))
    if (!isKept) await discard()
    return answer
  } catch (error) {
    if (error instanceof Refusal || isDatabaseError(error)) await discard()
    throw error
  }
}
