import { readProblem, type ReadProblem } from '@portico/ui'
import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { importQuery, sendFile } from './imports-data.ts'

/** A file on its way to a batch. One that was refused stays until it is taken away or sent again. */
export interface QueuedFile {
  key: string
  file: File
  /** 0 to 1 while it is sent; null before and after. */
  share: number | null
  problem: ReadProblem | null
}

/**
 * Sends the files of a batch one after the other. It lives beside the pages, so that going from one to the next loses nothing, and a
 * try after a lost connection uses the same key: the server takes each file once.
 */
class FileQueue {
  readonly #importId: string
  #files: readonly QueuedFile[] = []
  #listeners = new Set<() => void>()
  #isBusy = false

  constructor(importId: string) {
    this.#importId = importId
  }

  files = (): readonly QueuedFile[] => this.#files

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  add(files: readonly File[], queries: QueryClient): void {
    this.#set([
      ...this.#files,
      ...files.map((file) => ({ key: crypto.randomUUID(), file, share: null, problem: null })),
    ])
    void this.#work(queries)
  }

  retry(key: string, queries: QueryClient): void {
    this.#change(key, { problem: null })
    void this.#work(queries)
  }

  remove(key: string): void {
    this.#set(this.#files.filter((entry) => entry.key !== key))
  }

  async #work(queries: QueryClient): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    for (;;) {
      const next = this.#files.find((entry) => entry.problem === null)
      if (!next) break
      this.#change(next.key, { share: 0 })
      try {
        const batch = await sendFile(this.#importId, next.file, {
          idempotencyKey: next.key,
          onProgress: (share) => this.#change(next.key, { share }),
        })
        queries.setQueryData(importQuery(batch.id).queryKey, batch)
        this.remove(next.key)
      } catch (error) {
        this.#change(next.key, { share: null, problem: readProblem(error) })
      }
    }
    this.#isBusy = false
  }

  #change(key: string, values: Partial<QueuedFile>): void {
    this.#set(this.#files.map((entry) => (entry.key === key ? { ...entry, ...values } : entry)))
  }

  #set(files: readonly QueuedFile[]): void {
    this.#files = files
    for (const listener of this.#listeners) listener()
  }
}

const queues = new Map<string, FileQueue>()

export function queueOf(importId: string): FileQueue {
  const queue = queues.get(importId) ?? new FileQueue(importId)
  queues.set(importId, queue)
  return queue
}

export function useQueuedFiles(importId: string): readonly QueuedFile[] {
  const queue = queueOf(importId)
  return useSyncExternalStore(queue.subscribe, queue.files)
}
