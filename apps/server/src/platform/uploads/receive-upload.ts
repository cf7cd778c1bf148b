import { createHash, randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { cleanFileName } from './file-name.ts'
import { checkImage, drawSvg, encodeLogo, replaceFile } from './images.ts'
import { acceptedInWords, extensionsOf, isAccepted, sniffMediaType, sniffTable } from './media-types.ts'
import type { Accepted } from './media-types.ts'
import { Refusal } from '../errors.ts'
import { sizeInWords } from './size-in-words.ts'

export interface UploadRules {
  limitBytes: number
  accept: Accepted
  /** As the sender gave it; only its words are used, never its path or its extension. */
  originalName: string
  /** Where the file waits until it is stored; the machine's temporary folder unless said otherwise. */
  folder?: string
}

/** A file that was received whole and found to be what it is; it lives at `path` until disposed. */
export interface ReceivedFile {
  path: string
  /** Bytes. */
  size: number
  /** Lower-case hex. */
  sha256: string
  /** By content. */
  mediaType: string
  /** Safe to show, to store and to send in a header. */
  name: string
  /** Removes the file; twice is fine. Call it in `finally`. */
  dispose(): Promise<void>
}

async function spool(
  stream: Readable,
  path: string,
  limitBytes: number,
): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  let size = 0
  const tooLarge = () =>
    new Refusal('file_too_large', `The file is larger than ${sizeInWords(limitBytes)}, the limit here.`)
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > limitBytes) return done(tooLarge())
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(stream, count, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  // A multipart parser with a limit of its own ends the stream early and only marks it.
  if ('truncated' in stream && stream.truncated === true) throw tooLarge()
  return { size, sha256: hash.digest('hex') }
}

async function received(path: string, mediaType: string, originalName: string): Promise<ReceivedFile> {
  const content = await readFile(path)
  return {
    path,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    mediaType,
    name: cleanFileName(originalName, mediaType),
    dispose: () => rm(path, { force: true }),
  }
}

/**
 * Receives one file from an untrusted stream into a temporary file, in constant memory. It stops reading at the first byte
 * over the limit, decides by content what the file is, and refuses what this place does not accept. An SVG, where it is
 * accepted, arrives as PNG. Whatever goes wrong, nothing is left on the disk.
 * @throws Refusal `file_too_large`, `file_type_not_allowed`, `file_empty`; or the stream's own error
 */
export async function receiveUpload(stream: Readable, rules: UploadRules): Promise<ReceivedFile> {
  const path = join(rules.folder ?? tmpdir(), `portico-upload-${randomBytes(16).toString('hex')}`)
  const dispose = () => rm(path, { force: true })
  try {
    const { size, sha256 } = await spool(stream, path, rules.limitBytes)
    if (size === 0) throw new Refusal('file_empty', 'The file is empty.')
    const mediaType =
      rules.accept === 'table' ? await sniffTable(path) : await sniffMediaType(path, rules.originalName)
    if (!isAccepted(mediaType, rules.accept)) {
      const wanted = acceptedInWords(rules.accept)
      throw new Refusal('file_type_not_allowed', `This kind of file is not accepted here. Send ${wanted}.`)
    }
    if (mediaType === 'image/svg+xml') {
      await replaceFile(path, await drawSvg(path))
      return await received(path, 'image/png', rules.originalName)
    }
    if (mediaType.startsWith('image/')) await checkImage(path)
    return { path, size, sha256, mediaType, name: cleanFileName(rules.originalName, mediaType), dispose }
  } catch (error) {
    await dispose()
    throw error
  }
}

/**
 * Makes the logo that pages, mails and paper show of a received image: PNG, at most 512 × 512, re-encoded from scratch.
 * The original stays until its own `dispose`.
 * @throws Refusal `file_too_large`, `file_type_not_allowed`
 */
export async function prepareLogo(original: string): Promise<ReceivedFile> {
  const mediaType = await sniffMediaType(original, '')
  if (!isAccepted(mediaType, 'logo')) {
    throw new Refusal('file_type_not_allowed', `A logo is an image. Send ${acceptedInWords('logo')}.`)
  }
  const content = await encodeLogo(original, mediaType === 'image/svg+xml')
  const path = `${original}-logo-${randomBytes(8).toString('hex')}.${extensionsOf('image/png')[0]}`
  await replaceFile(path, content)
  return await received(path, 'image/png', 'logo')
}
