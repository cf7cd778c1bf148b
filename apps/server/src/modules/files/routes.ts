import { downloadFile } from '@portico/contract'
import type { AppParts } from '../../app-parts.ts'
import { statement } from '../../platform/database/index.ts'
import { notFound, Refusal } from '../../platform/errors.ts'
import { FileAnswer } from '../../platform/http/call.ts'
import type { Edge } from '../../platform/http/edge.ts'
import { systemPrincipal } from '../../platform/principal.ts'
import { FileStoreError } from '../../platform/storage/index.ts'
import { documentPdf } from '../documents/index.ts'
import { readFileToken } from './links.ts'

type FileRow = { storage_key: string; name: string; media_type: string; size: number; sha256: Buffer }
const fileById = statement<FileRow>(
  'select storage_key, name, media_type, size, sha256 from files where organization_id = $1 and id = $2 and deleted_at is null',
)

export function registerRoutes(edge: Edge, parts: AppParts): void {
  edge.handle(downloadFile, async (call) => {
    const link = readFileToken(parts.keyring, call.params.token, call.now)
    if (!link) throw new Refusal('token_invalid', 'This link has expired. Reload the page that it is on.')
    const { organizationId, target, disposition } = link
    if (target.kind !== 'file')
      return new FileAnswer({
        ...(await documentPdf(parts, organizationId, target.kind, target.id)),
        disposition,
      })

    const [rows] = await call.readFor(
      organizationId,
      systemPrincipal('file link'),
      fileById(organizationId, target.id),
    )
    const file = rows?.[0] as FileRow | undefined
    if (!file) throw new Refusal('token_invalid', 'This file is gone.')
    return new FileAnswer({
      name: file.name,
      mediaType: file.media_type,
      size: file.size,
      sha256: file.sha256.toString('hex'),
      disposition,
      open: async (range) => {
        try {
          return (await parts.files.get(file.storage_key, range)).stream
        } catch (error) {
          if (error instanceof FileStoreError && error.code === 'file_not_found') throw notFound('file')
          throw error
        }
      },
    })
  })
}
