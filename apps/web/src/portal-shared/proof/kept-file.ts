const DATABASE = 'portico-proofs'
const STORE = 'files'
const WEEK = 7 * 24 * 3_600_000

interface Kept {
  file: File
  /** Milliseconds since 1970. */
  at: number
}

/**
 * Keeps a chosen file on the device until it was sent, so that it survives a lost connection and a page that the phone threw away
 * while its owner was in another app. A courtesy: where the browser has no such store (a private window), the page does without.
 */
export async function keepFile(invoiceId: string, file: File): Promise<void> {
  await inStore('readwrite', (store) => store.put({ file, at: Date.now() } satisfies Kept, invoiceId)).catch(
    () => undefined,
  )
}

export async function keptFile(invoiceId: string): Promise<File | null> {
  const kept = await inStore<Kept | undefined>('readonly', (store) => store.get(invoiceId)).catch(
    () => undefined,
  )
  if (!kept) return null
  if (Date.now() - kept.at < WEEK) return kept.file
  await dropFile(invoiceId)
  return null
}

export async function dropFile(invoiceId: string): Promise<void> {
  await inStore('readwrite', (store) => store.delete(invoiceId)).catch(() => undefined)
}

/** Nothing of one person stays for the next one at the same device. */
export function forgetFiles(): void {
  if (typeof indexedDB !== 'undefined') indexedDB.deleteDatabase(DATABASE)
}

function inStore<Answer>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE)
    opening.onerror = () => reject(opening.error ?? new Error('the store cannot be opened'))
    opening.onsuccess = () => {
      const database = opening.result
      const transaction = database.transaction(STORE, mode)
      const request = ask(transaction.objectStore(STORE))
      transaction.oncomplete = () => {
        database.close()
        resolve(request.result as Answer)
      }
      transaction.onabort = () => {
        database.close()
        reject(transaction.error ?? new Error('the store refused'))
      }
    }
  })
}
