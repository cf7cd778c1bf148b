/** 10485760 → "10 MB", 1500 → "1.5 kB". Binary steps under the names people know. */
export function sizeInWords(bytes: number): string {
  const [divisor, unit] =
    bytes >= 1024 * 1024 ? [1024 * 1024, 'MB'] : bytes >= 1024 ? [1024, 'kB'] : [1, 'bytes']
  return `${new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(bytes / divisor)} ${unit}`
}
