export type UploadRefusalCode = 'file_too_large' | 'file_type_not_allowed' | 'file_empty'

/** A file that is not taken; the sentence is for the person who sent it. */
export class UploadRefusal extends Error {
  override readonly name = 'UploadRefusal'
  readonly code: UploadRefusalCode

  constructor(code: UploadRefusalCode, message: string) {
    super(message)
    this.code = code
  }
}

/** 10485760 → "10 MB", 1500 → "1.5 kB". Binary steps under the names people know. */
export function sizeInWords(bytes: number): string {
  const [divisor, unit] =
    bytes >= 1024 * 1024 ? [1024 * 1024, 'MB'] : bytes >= 1024 ? [1024, 'kB'] : [1, 'bytes']
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / divisor)} ${unit}`
}
