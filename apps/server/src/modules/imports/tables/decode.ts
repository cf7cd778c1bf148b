import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'

/** How the bytes of a file become text. What is neither marked nor valid UTF-8 is read as Windows-1252, of which Latin-1 is a part. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

const headBytes = 64 * 1024

/**
 * Finds the encoding by the mark at the beginning, by the zeros of UTF-16, else by reading all of it as UTF-8: a file may turn out to be
 * something else at its very last name.
 * @returns null where it is no text at all
 */
export async function detectEncoding(path: string): Promise<Encoding | null> {
  const head = await readHead(path)
  const marked = encodingOfMark(head)
  if (marked) return marked
  const wide = wideEncodingOf(head)
  if (wide) return wide
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let isUtf8 = true
  let isText = true
  await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      if (chunk.includes(0)) isText = false
      if (!isUtf8) continue
      try {
        decoder.decode(chunk, { stream: true })
      } catch {
        isUtf8 = false
      }
    }
  })
  if (!isText) return null
  if (isUtf8 && endsWhole(decoder)) return 'utf-8'
  return looksLikeText(head) ? 'windows-1252' : null
}

function endsWhole(decoder: { decode(): string }): boolean {
  try {
    decoder.decode()
    return true
  } catch {
    return false
  }
}

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

export function encodingOfMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return null
}

/** UTF-16 without a mark: every other byte of mostly western text is zero. */
export function wideEncodingOf(head: Buffer): Encoding | null {
  const looked = head.subarray(0, 2000)
  if (looked.length < 4) return null
  let even = 0
  let odd = 0
  looked.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even++
    else odd++
  })
  const half = looked.length / 2
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be'
  return null
}

/** Control characters other than those of layout are no part of any table. */
const looksLikeText = (head: Buffer): boolean =>
  !head.some((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27))

/** The text of a stream of bytes, chunk by chunk, without the mark. A character that cannot be read becomes U+FFFD. */
export async function* decodeStream(stream: Readable, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const text = decoder.decode(chunk, { stream: true })
    if (text) yield text.includes('\0') ? text.replaceAll('\0', '') : text
  }
  const rest = decoder.decode()
  if (rest) yield rest
}

/** The beginning of a file as text, cut where a character may be. */
export async function decodeHead(
  path: string,
  encoding: Encoding,
): Promise<{ text: string; isWhole: boolean }> {
  const head = await readHead(path)
  const isWhole = head.length < headBytes
  return { text: new TextDecoder(encoding).decode(head, { stream: !isWhole }).replaceAll('\0', ''), isWhole }
}
