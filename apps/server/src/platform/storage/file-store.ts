import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'

/** What is known of a file before it is stored. The store checks the bytes against it and keeps nothing that differs. */
export interface FileFacts {
  /** Bytes. */
  size: number
  contentType: string
  /** Of the whole content, lower-case hex. */
  sha256: string
}

/** Part of a file, as in HTTP: both ends are included and counted from 0; without `end`, to the last byte. */
export interface ByteRange {
  start: number
  end?: number
}

export interface StoredFile {
  stream: Readable
  /** Bytes of the whole file, also when only a range of it was asked for. */
  size: number
  /** Bytes that `stream` will yield. */
  length: number
}

/**
 * Where files live: a folder on this machine or an S3 bucket. Content is written once under a random key
 * (`newFileKey`) and streamed both ways. A key never shows half a file: `put` either stores all of it or throws.
 */
export interface FileStore {
  readonly kind: 'local' | 's3'
  /** Tells this store from any other: two processes see the same files if, and only if, their stores say the same. */
  mark(): Promise<string>
  /**
   * Stores the file at a path of this machine, or the content of a stream, under a key.
   * @throws FileStoreError `file_damaged` when size or hash are not those announced, `bad_key`, `store_failed`
   */
  put(key: string, source: string | Readable, facts: FileFacts): Promise<void>
  /** @throws FileStoreError `file_not_found`, `range_not_satisfiable`, `bad_key`, `store_failed` */
  get(key: string, range?: ByteRange): Promise<StoredFile>
  /** Deleting what is not there is not an error, so that a retried job can finish. */
  delete(key: string): Promise<void>
  exists(key: string): Promise<boolean>
}

export type FileStoreErrorCode =
  | 'bad_key'
  | 'file_not_found'
  | 'file_damaged'
  | 'range_not_satisfiable'
  | 'store_failed'

/** Says what went wrong in the store without addresses, credentials or paths of the machine. */
export class FileStoreError extends Error {
  override readonly name = 'FileStoreError'
  readonly code: FileStoreErrorCode

  constructor(code: FileStoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

const keySegment = /^[A-Za-z0-9][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/
const keyLimit = 512

/**
 * Lets through only keys that mean the same place in a folder and in a bucket: plain segments joined by `/`, none of
 * which is empty, starts with a dot or holds `..`. So no key can leave the folder or reach the store's own files.
 * @throws FileStoreError `bad_key`
 */
export function checkFileKey(key: string): void {
  const sound =
    key.length > 0 && key.length <= keyLimit && key.split('/').every((part) => keySegment.test(part))
  if (!sound) throw new FileStoreError('bad_key', 'This file key is not one of ours.')
}

/** A fresh, unguessable key under a folder, fanned out so that no directory grows past a few thousand entries. */
export function newFileKey(folder: string): string {
  const random = randomBytes(20).toString('hex')
  const key = `${folder}/${random.slice(0, 2)}/${random.slice(2)}`
  checkFileKey(key)
  return key
}

/**
 * Turns a wanted range into exact offsets within a file of this size.
 * @throws FileStoreError `range_not_satisfiable`
 */
export function resolveRange(range: ByteRange, size: number): { start: number; end: number } {
  const end = Math.min(range.end ?? size - 1, size - 1)
  const sound = Number.isSafeInteger(range.start) && Number.isSafeInteger(end) && range.start >= 0
  if (!sound || range.start > end) {
    throw new FileStoreError('range_not_satisfiable', 'The file does not have the part that was asked for.')
  }
  return { start: range.start, end }
}
