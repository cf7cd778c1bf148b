import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import { checkedStream } from './checked-stream.ts'
import { checkFileKey, FileStoreError, resolveRange } from './file-store.ts'
import type { ByteRange, FileFacts, FileStore, StoredFile } from './file-store.ts'

export interface S3Config {
  /** Without it, AWS itself. */
  endpoint?: string
  region: string
  bucket: string
  /** Without it, the machine's own role (AWS instance, container or shared profile) signs. */
  credentials?: { accessKeyId: string; secretAccessKey: string }
  /** `https://host/bucket/key` instead of `https://bucket.host/key`; most self-hosted stores need it. */
  forcePathStyle: boolean
}

/** Every failure reaches the caller as an error; the SDK would also print its own remarks to the console. */
const quiet = { debug() {}, info() {}, warn() {}, error() {} }

const putAttempts = 3
const firstPauseMs = 200

/** Status and name of an answer of the store; status 0 when there was no answer. */
function answerOf(error: unknown): { status: number; name: string } {
  if (!(error instanceof Error)) return { status: 0, name: '' }
  const metadata = '$metadata' in error ? error.$metadata : undefined
  const status =
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata
      ? Number(metadata.httpStatusCode ?? 0)
      : 0
  return { status, name: error.name }
}

function failed(error: unknown): FileStoreError {
  const { status, name } = answerOf(error)
  const reason = status === 0 ? 'no answer' : `${status} ${name}`
  return new FileStoreError('store_failed', `The object store refused or did not answer (${reason}).`, {
    cause: error,
  })
}

function wholeSize(contentRange: string | undefined, length: number): number {
  const total = /\/(\d+)$/.exec(contentRange ?? '')?.[1]
  return total === undefined ? length : Number(total)
}

/** Files in a bucket of any store that speaks S3 (AWS, MinIO, Ceph, R2, Garage…). */
export class S3FileStore implements FileStore {
  readonly kind = 's3'
  readonly #client: S3Client
  readonly #bucket: string

  constructor(config: S3Config) {
    this.#bucket = config.bucket
    this.#client = new S3Client({
      region: config.region,
      ...(config.endpoint === undefined ? {} : { endpoint: config.endpoint }),
      ...(config.credentials === undefined ? {} : { credentials: config.credentials }),
      forcePathStyle: config.forcePathStyle,
      // The SDK's own checksums frame a streamed body in chunks, which many stores keep as content.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      logger: quiet,
    })
  }

  async mark(): Promise<string> {
    return `bucket ${this.#bucket}`
  }

  async put(key: string, source: string | Readable, facts: FileFacts): Promise<void> {
    checkFileKey(key)
    // Only a file can be read again; a stream has one chance.
    const attempts = typeof source === 'string' ? putAttempts : 1
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#putOnce(key, source, facts)
      } catch (error) {
        if (error instanceof FileStoreError) throw error
        const { status, name } = answerOf(error)
        if (name === 'XAmzContentSHA256Mismatch') {
          throw new FileStoreError('file_damaged', 'The file changed on its way to the store.', {
            cause: error,
          })
        }
        const worthAgain = status === 0 || status === 429 || status >= 500
        if (attempt >= attempts || !worthAgain) throw failed(error)
        await sleep(firstPauseMs * 2 ** (attempt - 1))
      }
    }
  }

  async get(key: string, range?: ByteRange): Promise<StoredFile> {
    checkFileKey(key)
    try {
      if (range) resolveRange(range, Number.MAX_SAFE_INTEGER)
      const answer = await this.#client.send(
        new GetObjectCommand({
          Bucket: this.#bucket,
          Key: key,
          ...(range ? { Range: `bytes=${range.start}-${range.end ?? ''}` } : {}),
        }),
      )
      if (!(answer.Body instanceof Readable)) throw new Error('The answer has no body.')
      const length = answer.ContentLength ?? 0
      return { stream: answer.Body, size: wholeSize(answer.ContentRange, length), length }
    } catch (error) {
      if (error instanceof FileStoreError) throw error
      const { status } = answerOf(error)
      if (status === 404) throw new FileStoreError('file_not_found', 'This file is not in the store.')
      if (status === 416) {
        throw new FileStoreError(
          'range_not_satisfiable',
          'The file does not have the part that was asked for.',
        )
      }
      throw failed(error)
    }
  }

  async delete(key: string): Promise<void> {
    checkFileKey(key)
    try {
      await this.#client.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: key }))
    } catch (error) {
      if (answerOf(error).status !== 404) throw failed(error)
    }
  }

  async exists(key: string): Promise<boolean> {
    checkFileKey(key)
    try {
      await this.#client.send(new HeadObjectCommand({ Bucket: this.#bucket, Key: key }))
      return true
    } catch (error) {
      if (answerOf(error).status === 404) return false
      throw failed(error)
    }
  }

  /** Ends idle connections, so that a stopping process does not wait for them. */
  close(): void {
    this.#client.destroy()
  }

  async #putOnce(key: string, source: string | Readable, facts: FileFacts): Promise<void> {
    const input = typeof source === 'string' ? createReadStream(source) : source
    const body = checkedStream(facts)
    // The SDK waits for ever for a body that breaks, so a broken body calls the request off.
    const callOff = new AbortController()
    let broken: Error | undefined
    pipeline(input, body).catch((error: unknown) => {
      broken = error instanceof Error ? error : new Error('The source of the file broke.')
      callOff.abort()
    })
    const command = new PutObjectCommand({
      Bucket: this.#bucket,
      Key: key,
      Body: body,
      ContentLength: facts.size,
      ContentType: facts.contentType,
    })
    // Signing the true hash of the body, where the SDK would sign "unsigned" for a stream, makes the store refuse
    // whatever differs from what was received (AWS Signature Version 4, x-amz-content-sha256).
    command.middlewareStack.add(
      (next) => (args) => {
        if (typeof args.request === 'object' && args.request !== null && 'headers' in args.request) {
          Object.assign(args.request.headers as object, { 'x-amz-content-sha256': facts.sha256 })
        }
        return next(args)
      },
      { step: 'build', name: 'signKnownPayloadHash' },
    )
    try {
      await this.#client.send(command, { abortSignal: callOff.signal })
    } catch (error) {
      throw broken ?? error
    } finally {
      input.destroy()
      body.destroy()
    }
  }
}
