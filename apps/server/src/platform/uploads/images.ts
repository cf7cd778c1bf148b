import { readFile, stat, writeFile } from 'node:fs/promises'
import type { Metadata, Sharp, SharpOptions } from 'sharp'
import { Refusal } from '../errors.ts'
import { sizeInWords } from './size-in-words.ts'

/** Covers every phone's full resolution (48 MP); beyond it a few kilobytes can unpack to gigabytes. */
export const imagePixelLimit = 50_000_000
/** All frames of an animation together. */
const animationPixelLimit = 4 * imagePixelLimit
const svgByteLimit = 1024 * 1024
const renderSeconds = 10
/** A logo is shown at 48 px at most; 512 leaves room for any screen and for paper. */
export const logoEdge = 512
const svgBaseDensity = 72
const svgMaxDensity = 2400

type SharpFactory = (input: string | Buffer, options?: SharpOptions) => Sharp

let loading: Promise<SharpFactory> | undefined

/** Loaded on first use: its native library costs start-up time and memory that most nodes never need. */
function loadSharp(): Promise<SharpFactory> {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // The cache is keyed by path, and our paths are temporary.
    sharp.cache(false)
    return sharp
  })
  return loading
}

const unreadable = () => new Refusal('file_type_not_allowed', 'This image cannot be read. It may be damaged.')

function checkPixels(metadata: Metadata): void {
  const pixels = metadata.width * (metadata.pageHeight ?? metadata.height)
  if (pixels <= imagePixelLimit && pixels * (metadata.pages ?? 1) <= animationPixelLimit) return
  const megapixels = imagePixelLimit / 1_000_000
  throw new Refusal(
    'file_too_large',
    `This image has too many pixels. The limit is ${megapixels} megapixels.`,
  )
}

/**
 * Reads only the header of an image and refuses one that would unpack to more pixels than any camera makes.
 * @throws Refusal `file_too_large` or, if the header makes no sense, `file_type_not_allowed`
 */
export async function checkImage(path: string): Promise<void> {
  const sharp = await loadSharp()
  const metadata = await sharp(path, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!metadata) throw unreadable()
  checkPixels(metadata)
}

/**
 * Draws an SVG as PNG, no edge above `logoEdge`. It is read from memory, not from its path: a drawing without an address
 * of its own can load nothing beside it, and librsvg runs no scripts and asks no network.
 */
export async function drawSvg(path: string): Promise<Buffer> {
  const { size } = await stat(path)
  if (size > svgByteLimit) {
    throw new Refusal('file_too_large', `An SVG can have at most ${sizeInWords(svgByteLimit)}.`)
  }
  const source = await readFile(path)
  const sharp = await loadSharp()
  try {
    const { width, height } = await sharp(source).metadata()
    const wanted = (svgBaseDensity * logoEdge) / Math.max(width, height, 1)
    const density = Math.min(Math.max(wanted, 1), svgMaxDensity)
    return await sharp(source, { density, limitInputPixels: imagePixelLimit })
      .timeout({ seconds: renderSeconds })
      .resize({ width: logoEdge, height: logoEdge, fit: 'inside' })
      .png()
      .toBuffer()
  } catch {
    throw unreadable()
  }
}

/**
 * Makes a logo of any accepted image: its first frame, upright, in sRGB, at most 512 × 512, as PNG. Nothing of the
 * original bytes survives, so neither do scripts, profiles or the place where a photo was taken.
 * @throws Refusal `file_too_large`, `file_type_not_allowed`
 */
export async function encodeLogo(path: string, isSvg: boolean): Promise<Buffer> {
  if (isSvg) return drawSvg(path)
  await checkImage(path)
  const sharp = await loadSharp()
  try {
    return await sharp(path, { limitInputPixels: imagePixelLimit })
      .timeout({ seconds: renderSeconds })
      .autoOrient()
      .resize({ width: logoEdge, height: logoEdge, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .png()
      .toBuffer()
  } catch {
    throw unreadable()
  }
}

/** Puts an encoded image where the original was, readable by us alone. */
export async function replaceFile(path: string, content: Buffer): Promise<void> {
  await writeFile(path, content, { mode: 0o600 })
}
