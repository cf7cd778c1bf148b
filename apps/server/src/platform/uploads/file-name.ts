import { extensionsOf } from './media-types.ts'

const longestName = 255
const fallbackStem = 'file'

/** Bidirectional controls and invisible signs that make `gpj.exe` read as `exe.jpg` (CVE-2021-42574 and older tricks). */
const deceptive = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu
/** Characters that no file system takes, or that a shell or a header would read as syntax. */
const unsafe = /[<>:"|?*%;]/g
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** The longest beginning that fits into so many bytes of UTF-8 without cutting a character. */
function cutToBytes(text: string, bytes: number): string {
  let kept = ''
  let used = 0
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    used += Buffer.byteLength(segment)
    if (used > bytes) break
    kept += segment
  }
  return kept
}

/**
 * A name that can be shown, stored and sent in a header anywhere: the last part of a path, without controls, direction
 * overrides or reserved words, at most 255 bytes, and ending as the sniffed type demands.
 */
export function cleanFileName(originalName: string, mediaType: string): string {
  const plain = originalName
    .toWellFormed()
    .normalize('NFC')
    .replace(deceptive, '')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '')
  const base = (plain.split(/[/\\]/).at(-1) ?? '').replace(unsafe, '-').replace(/\s+/g, ' ')
  const [, named = base, extension = ''] = /^(.*)\.([A-Za-z][A-Za-z0-9]{0,7})$/.exec(base) ?? []
  const allowed = extensionsOf(mediaType)
  const kept = allowed.includes(extension.toLowerCase())
  const bare = (kept || extension ? named : base).replace(/^[\s.]+|[\s.]+$/g, '')
  // `invoice.pdf.exe` that is a PDF becomes `invoice.pdf`, not `invoice.pdf.pdf`.
  const stem = allowed.some((each) => bare.toLowerCase().endsWith(`.${each}`))
    ? bare.replace(/\.[^.]*$/, '')
    : bare
  const ending = `.${kept ? extension.toLowerCase() : (allowed[0] ?? 'bin')}`
  const short = cutToBytes(stem, longestName - Buffer.byteLength(ending)).replace(/[\s.]+$/, '')
  if (short === '') return `${fallbackStem}${ending}`
  return reservedOnWindows.test(short.split('.')[0] ?? '') ? `_${short}${ending}` : `${short}${ending}`
}
