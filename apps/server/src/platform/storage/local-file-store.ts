import { randomBytes } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { checkedStream } from './checked-stream.ts'
import { checkFileKey, FileStoreError, resolveRange } from './file-store.ts'
import type { ByteRange, FileFacts, FileStore, StoredFile } from './file-store.ts'

/** Starts with a dot, which no key can, so unfinished files are out of everybody's reach. */
const unfinishedFolder = '.unfinished'
const markFile = '.mark'
const unfinishedMaxAgeMs = 24 * 60 * 60 * 1000

function isMissing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR'
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Files in a folder of this machine. A file is written aside, flushed to the disk and only then renamed to its key, so
 * that a crash leaves either the whole file or none.
 */
export class LocalFileStore implements FileStore {
  readonly kind = 'local'
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = resolve(folder)
  }

  /** Makes the folder ready and clears what a crash left unfinished more than a day ago. */
  async prepare(): Promise<void> {
    const unfinished = join(this.#folder, unfinishedFolder)
    await mkdir(unfinished, { recursive: true, mode: 0o700 })
    for (const name of await readdir(unfinished)) {
      const path = join(unfinished, name)
      const found = await stat(path).catch((error: unknown) => {
        // Another process has finished it since the folder was read.
        if (isMissing(error)) return null
        throw error
      })
      if (found && Date.now() - found.mtimeMs > unfinishedMaxAgeMs) await rm(path, { force: true })
    }
  }

  /** A file in the folder, made at the first call. */
  async mark(): Promise<string> {
    const path = join(this.#folder, markFile)
    const draft = join(this.#folder, unfinishedFolder, randomBytes(16).toString('hex'))
    try {
      return `folder ${(await readFile(path, 'utf8')).trim()}`
    } catch (error) {
      if (!isMissing(error)) throw error
    }
    try {
      await writeFile(draft, `${randomBytes(12).toString('hex')}\n`, { flush: true, mode: 0o600 })
      // A link is made only where nothing stands yet: of two processes that start at once one mark wins, and both read it.
      await link(draft, path).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      })
      await syncFolder(this.#folder)
    } finally {
      await rm(draft, { force: true })
    }
    return `folder ${(await readFile(path, 'utf8')).trim()}`
  }

  async put(key: string, source: string | Readable, facts: FileFacts): Promise<void> {
    const target = this.#pathOf(key)
    const unfinished = join(this.#folder, unfinishedFolder, randomBytes(16).toString('hex'))
    await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 })
    const handle = await open(unfinished, 'wx', 0o600)
    try {
      const input = typeof source === 'string' ? createReadStream(source) : source
      await pipeline(input, checkedStream(facts), handle.createWriteStream({ flush: true }))
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await rename(unfinished, target)
      await this.#syncFolders(dirname(target))
    } catch (error) {
      await handle.close().catch(() => undefined)
      await rm(unfinished, { force: true })
      if (error instanceof FileStoreError) throw error
      throw new FileStoreError('store_failed', 'The file could not be stored.', { cause: error })
    }
  }

  async get(key: string, range?: ByteRange): Promise<StoredFile> {
    const handle = await this.#open(key)
    try {
      const facts = await handle.stat()
      if (!facts.isFile()) throw new FileStoreError('file_not_found', 'This file is not in the store.')
      const { start, end } = range ? resolveRange(range, facts.size) : { start: 0, end: facts.size - 1 }
      const length = end - start + 1
      // `end: -1` would be refused, so an empty file is read from its start to its end at once.
      const stream = handle.createReadStream(length > 0 ? { start, end } : { start })
      return { stream, size: facts.size, length }
    } catch (error) {
      await handle.close()
      throw error
    }
  }

  async delete(key: string): Promise<void> {
    await rm(this.#pathOf(key), { force: true })
  }

  async exists(key: string): Promise<boolean> {
    const path = this.#pathOf(key)
    try {
      return (await stat(path)).isFile()
    } catch (error) {
      if (isMissing(error)) return false
      throw new FileStoreError('store_failed', 'The store could not be asked.', { cause: error })
    }
  }

  #pathOf(key: string): string {
    checkFileKey(key)
    return join(this.#folder, ...key.split('/'))
  }

  async #open(key: string): Promise<FileHandle> {
    const path = this.#pathOf(key)
    try {
      return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    } catch (error) {
      if (isMissing(error)) throw new FileStoreError('file_not_found', 'This file is not in the store.')
      throw new FileStoreError('store_failed', 'The file could not be read.', { cause: error })
    }
  }

  /** A rename survives a power cut only once its folder is flushed; new folders count in their parents. */
  async #syncFolders(from: string): Promise<void> {
    for (let folder = from; folder.startsWith(this.#folder); folder = dirname(folder))
      await syncFolder(folder)
  }
}
