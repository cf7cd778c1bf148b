import { PorticoError } from './api.ts'

type FileAnswer = Promise<{ data?: Blob; error?: unknown; response: Response }>

async function fileOf(answer: FileAnswer): Promise<{ blob: Blob; name: string | null }> {
  let result
  try {
    result = await answer
  } catch (error) {
    throw new PorticoError(0, null, { cause: error })
  }
  if (!result.data) {
    const isProblem = typeof result.error === 'object' && result.error !== null && 'code' in result.error
    throw new PorticoError(
      result.response.status,
      isProblem ? (result.error as PorticoError['problem']) : null,
    )
  }
  return { blob: result.data, name: nameIn(result.response.headers.get('content-disposition')) }
}

/** The name in a Content-Disposition header (RFC 6266): the UTF-8 form first, then the plain one. */
export function nameIn(header: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="([^"]+)"/i.exec(header ?? '')?.[1] ?? null
}

/** Files are asked for with the organization's header, which a plain link cannot send: fetched, then handed to the browser. */
export async function downloadFile(answer: FileAnswer, fallbackName: string): Promise<void> {
  const { blob, name } = await fileOf(answer)
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name ?? fallbackName
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Opens the browser's own print dialog with the PDF, so that what is printed are the bytes that are sent. */
export async function printFile(answer: FileAnswer): Promise<void> {
  const { blob } = await fileOf(answer)
  const url = URL.createObjectURL(blob)
  const frame = document.createElement('iframe')
  frame.hidden = true
  frame.src = url
  frame.addEventListener('load', () => {
    try {
      frame.contentWindow?.focus()
      frame.contentWindow?.print()
    } catch {
      window.open(url, '_blank', 'noopener')
    }
  })
  document.body.append(frame)
  // The dialog has no end that a page can see in every browser.
  setTimeout(() => {
    frame.remove()
    URL.revokeObjectURL(url)
  }, 300_000)
}
