import { createHash } from 'node:crypto'
import sharp from 'sharp'

/** A logo that is safe and cheap to draw: an opaque PNG at print resolution. */
export type Logo = { png: Buffer; width: number; height: number }

/** The box a logo may fill, in points. */
export const LOGO_BOX = { width: 190, height: 46 }

const PIXELS_PER_POINT = 300 / 72

/** Pixels past which a logo is not decoded: a small file can unfold to gigabytes. */
const MOST_PIXELS = 16_000_000

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

const LOGOS_KEPT = 50
const prepared = new Map<string, Logo>()

/**
 * Brings a logo to print size on white, so that pdfkit embeds it as it is: taking transparency apart would cost more
 * than the rest of the page. Anything that is not a whole PNG of a sane size counts as no logo.
 */
export async function logoFrom(png: Buffer | undefined): Promise<Logo | undefined> {
  if (!png?.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return undefined
  const key = createHash('sha256').update(png).digest('base64')
  const known = prepared.get(key)
  if (known) return known
  try {
    const { data, info } = await sharp(png, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
      .resize({
        width: Math.round(LOGO_BOX.width * PIXELS_PER_POINT),
        height: Math.round(LOGO_BOX.height * PIXELS_PER_POINT),
        fit: 'inside',
        withoutEnlargement: true,
      })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true })
    const logo = { png: data, width: info.width, height: info.height }
    if (prepared.size >= LOGOS_KEPT) prepared.clear()
    prepared.set(key, logo)
    return logo
  } catch {
    // An unreadable picture must not stop an invoice: the seller's name is printed instead.
    return undefined
  }
}
