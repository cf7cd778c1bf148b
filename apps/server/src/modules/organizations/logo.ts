import { statement, type Tx } from '../../platform/database/index.ts'
import { insertFile, type StoredUpload } from '../files/index.ts'
import { organizationById, presentOrganization, type OrganizationRow } from './reads.ts'

const lockSettings = statement(
  'select version from organization_settings where organization_id = $1 for update',
)
const setLogo = statement(
  'update organization_settings set logo_file_id = $2, updated_at = $3, version = version + 1 where organization_id = $1',
)
const retireFile = statement('update files set deleted_at = $3 where organization_id = $1 and id = $2')

/** Makes a stored file the logo; null takes the logo away. The file before it stays where mails that were sent show it from, unless it is taken away. */
export async function changeLogo(
  tx: Tx,
  file: StoredUpload | null,
): Promise<ReturnType<typeof presentOrganization>> {
  tx.allow('organizations.settings.edit')
  const organizationId = tx.organizationId
  const [, rows] = await tx.batch([lockSettings(organizationId), organizationById(organizationId)])
  const before = rows[0] as OrganizationRow
  if (!file && !before.logo_file_id) return presentOrganization(before)
  if (file) await insertFile(tx, file)
  else tx.later(retireFile(organizationId, before.logo_file_id, tx.now))
  tx.later(setLogo(organizationId, file?.id ?? null, tx.now))
  tx.record({
    action: file ? 'organizations.logo_set' : 'organizations.logo_removed',
    entityKind: 'organization',
    entityId: organizationId,
    before: { logo_file_id: before.logo_file_id },
    after: { logo_file_id: file?.id ?? null },
  })
  tx.announce('organization.updated', { organization_id: organizationId })
  return presentOrganization({
    ...before,
    logo_file_id: file?.id ?? null,
    logo_sha256: file ? Buffer.from(file.sha256, 'hex') : null,
    version: before.version + 1,
  })
}
