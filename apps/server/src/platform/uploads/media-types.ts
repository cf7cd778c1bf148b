import { open } from 'node:fs/promises'
import { fileTypeFromFile } from 'file-type'

/** What a place accepts. `logo` also takes SVG, which is turned into PNG and never kept; `table` any text, whatever its encoding. */
export type Accepted = 'image' | 'image-or-pdf' | 'pdf' | 'logo' | 'document' | 'table'

const images = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const
const openXml = 'application/vnd.openxmlformats-officedocument'
const openDocument = 'application/vnd.oasis.opendocument'

const acceptedTypes: Record<Accepted, readonly string[]> = {
  image: images,
  'image-or-pdf': [...images, 'application/pdf'],
  pdf: ['application/pdf'],
  logo: [...images, 'image/svg+xml'],
  table: ['text/csv'],
  document: [
    ...images,
    'application/pdf',
    `${openXml}.wordprocessingml.document`,
    `${openXml}.spreadsheetml.sheet`,
    `${openXml}.presentationml.presentation`,
    `${openDocument}.text`,
    `${openDocument}.spreadsheet`,
    `${openDocument}.presentation`,
    'text/csv',
    'text/plain',
  ],
}

/** Extensions that belong to a media type, the usual one first. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'image/gif': ['gif'],
  'image/svg+xml': ['svg'],
  'application/pdf': ['pdf'],
  [`${openXml}.wordprocessingml.document`]: ['docx'],
  [`${openXml}.spreadsheetml.sheet`]: ['xlsx'],
  [`${openXml}.presentationml.presentation`]: ['pptx'],
  [`${openDocument}.text`]: ['odt'],
  [`${openDocument}.spreadsheet`]: ['ods'],
  [`${openDocument}.presentation`]: ['odp'],
  'text/csv': ['csv'],
  'text/plain': ['txt', 'md', 'log'],
}

export function isAccepted(mediaType: string | undefined, accept: Accepted): mediaType is string {
  return mediaType !== undefined && acceptedTypes[accept].includes(mediaType)
}

export function extensionsOf(mediaType: string): readonly string[] {
  return extensions[mediaType] ?? ['bin']
}

/** "PNG, JPEG, WEBP, GIF or PDF", for the sentence that refuses. */
export function acceptedInWords(accept: Accepted): string {
  const names = acceptedTypes[accept].map((type) => {
    const [usual = ''] = extensionsOf(type)
    return type === 'image/jpeg' ? 'JPEG' : usual.toUpperCase()
  })
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(names)
}

const headBytes = 64 * 1024

async function readHead(path: string): Promise<Buffer> {
  const handle = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** The text of a head, or nothing if it holds what text does not: broken UTF-8, NUL or other control characters. */
function textOf(head: Buffer): string | undefined {
  try {
    // `stream` tolerates a character that is cut at the end of the head.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: head.length === headBytes })
    return /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

const beforeRoot = /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^>[]|\[[^\]]*\])*>)*/i

/**
 * What a file is by its content; nobody's word is taken for it. Text has no signature, so text that is no SVG is plain
 * text, or CSV if it is named so: both are equally inert.
 */
export async function sniffMediaType(path: string, originalName: string): Promise<string | undefined> {
  const sniffed = (await fileTypeFromFile(path))?.mime
  if (sniffed === 'image/apng') return 'image/png'
  if (sniffed !== undefined && sniffed !== 'application/xml') return sniffed
  const text = textOf(await readHead(path))
  if (text === undefined) return undefined
  if (/^<svg[\s>/]/i.test(text.replace(beforeRoot, ''))) return 'image/svg+xml'
  return /\.csv$/i.test(originalName) ? 'text/csv' : 'text/plain'
}

/**
 * A table is text in any encoding, of which there is no certain sign: what carries the signature of something else is none. The reader of
 * the table looks further.
 */
export async function sniffTable(path: string): Promise<string | undefined> {
  const sniffed = (await fileTypeFromFile(path))?.mime
  return sniffed === undefined ? 'text/csv' : sniffed
}
