/** A logo that is safe to draw: a PNG of a sane size. Anything else counts as no logo. */
export type Logo = { png: Buffer; width: number; height: number }

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** Pixels past which a logo is not decoded: a small file can unfold to gigabytes. */
const MOST_PIXELS = 4_000_000

export function logoFrom(png: Buffer | undefined): Logo | undefined {
  // Signature, then the IHDR chunk: length, type, width, height (PNG 1.2, 11.2.2).
  if (!png || png.length < 33 || !png.subarray(0, 8).equals(SIGNATURE)) return undefined
  const width = png.readUInt32BE(16)
  const height = png.readUInt32BE(20)
  if (width === 0 || height === 0 || width * height > MOST_PIXELS) return undefined
  return { png, width, height }
}
