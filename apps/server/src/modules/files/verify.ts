import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import type { AppParts } from '../../app-parts.ts'
import { statement } from '../../platform/database/index.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { FileStoreError } from '../../platform/storage/index.ts'

export type FileFinding = { file: string; problem: 'missing' | 'changed' }

type FileRow = { id: string; name: string; storage_key: string; sha256: string }

const pageSize = 500
const firstId = '00000000-0000-0000-0000-000000000000'
const nextFiles = statement<FileRow>(
  `select id, name, storage_key, encode(sha256, 'hex') as sha256 from files
   where organization_id = $1 and id > $2 and deleted_at is null order by id limit ${pageSize}`,
)

/** Reads every file of an organization and compares it with the hash of its row: for `portico verify`. */
export async function verifyFiles(
  parts: Pick<AppParts, 'database' | 'files'>,
  organizationId: string,
): Promise<{ count: number; findings: FileFinding[] }> {
  const findings: FileFinding[] = []
  let count = 0
  let last = firstId
  for (;;) {
    const rows = await parts.database.withOrganization(organizationId, systemPrincipal('verify'), (tx) =>
      tx.all(nextFiles(organizationId, last)),
    )
    for (const row of rows) {
      const hash = await hashOf(parts, row.storage_key)
      if (hash === row.sha256) continue
      findings.push({ file: `${row.name} (${row.id})`, problem: hash === null ? 'missing' : 'changed' })
    }
    count += rows.length
    if (rows.length < pageSize) return { count, findings }
    last = rows.at(-1)?.id ?? last
  }
}

/** Hex, or null where there is no such file. */
async function hashOf(parts: Pick<AppParts, 'files'>, key: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    const { stream } = await parts.files.get(key)
    await pipeline(stream, hash)
  } catch (error) {
    if (error instanceof FileStoreError && error.code === 'file_not_found') return null
    throw error
  }
  return hash.digest('hex')
}
