import { PorticoError, type Problem } from '@portico/sdk'
import { uploadHeaders } from './api.ts'

/**
 * Sends a file with its fields as multipart/form-data and tells how far it is (0 to 1). The same key is used for a retry of the same
 * upload, so a lost connection cannot make two of it.
 * @throws PorticoError
 */
export function upload<Answer>(options: {
  url: string
  realm: 'staff' | 'portal'
  file: File | null
  fields?: Record<string, string | undefined>
  idempotencyKey?: string
  onProgress?: (share: number) => void
  signal?: AbortSignal
}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(options.fields ?? {}))
      if (value !== undefined && value !== '') form.append(name, value)
    if (options.file) form.append('file', options.file, options.file.name)
    const request = new XMLHttpRequest()
    request.open('POST', options.url)
    const headers = {
      ...uploadHeaders(options.realm),
      ...(options.idempotencyKey && { 'idempotency-key': options.idempotencyKey }),
    }
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = (event) =>
      event.lengthComputable && options.onProgress?.(event.loaded / event.total)
    request.onload = () =>
      request.status < 300
        ? resolve(request.response as Answer)
        : reject(new PorticoError(request.status, request.response as Problem | null))
    request.onerror = () => reject(new PorticoError(0, null))
    request.onabort = () => reject(new DOMException('The upload was stopped', 'AbortError'))
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}
