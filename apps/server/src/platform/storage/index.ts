import type { FileStore } from './file-store.ts'
import { LocalFileStore } from './local-file-store.ts'
import type { S3Config } from './s3-file-store.ts'

export { FileStoreError, newFileKey } from './file-store.ts'
export type { ByteRange, FileFacts, FileStore, FileStoreErrorCode, StoredFile } from './file-store.ts'
export type { S3Config } from './s3-file-store.ts'

export interface FileStoreConfig {
  /** Where files live on this machine when no bucket is configured. */
  folder: string
  s3?: S3Config
}

/**
 * Reads `S3_BUCKET S3_ENDPOINT S3_REGION S3_ACCESS_KEY_ID S3_SECRET_ACCESS_KEY S3_FORCE_PATH_STYLE`. Naming a bucket
 * chooses S3; with an endpoint of its own, the path style is assumed unless said otherwise.
 * @throws Error naming the variable that is missing or wrong
 */
export function fileStoreConfigFrom(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): FileStoreConfig {
  const bucket = env['S3_BUCKET']
  if (!bucket) return { folder }
  const endpoint = env['S3_ENDPOINT']
  if (endpoint && !/^https?:$/.test(URL.parse(endpoint)?.protocol ?? '')) {
    throw new Error('S3_ENDPOINT must be an http or https address.')
  }
  const accessKeyId = env['S3_ACCESS_KEY_ID']
  const secretAccessKey = env['S3_SECRET_ACCESS_KEY']
  if (Boolean(accessKeyId) !== Boolean(secretAccessKey)) {
    throw new Error('S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY belong together: set both or none.')
  }
  const pathStyle = env['S3_FORCE_PATH_STYLE']
  if (pathStyle && pathStyle !== 'true' && pathStyle !== 'false') {
    throw new Error('S3_FORCE_PATH_STYLE must be true or false.')
  }
  return {
    folder,
    s3: {
      bucket,
      region: env['S3_REGION'] || 'us-east-1',
      forcePathStyle: pathStyle ? pathStyle === 'true' : Boolean(endpoint),
      ...(endpoint ? { endpoint } : {}),
      ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
    },
  }
}

/** Opens the bucket if one is configured, else the folder. The S3 library loads only when it is used. */
export async function openFileStore(config: FileStoreConfig): Promise<FileStore> {
  if (config.s3) {
    const { S3FileStore } = await import('./s3-file-store.ts')
    return new S3FileStore(config.s3)
  }
  const store = new LocalFileStore(config.folder)
  await store.prepare()
  return store
}
