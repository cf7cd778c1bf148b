import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { create, type Font } from 'fontkit'
import sharp from 'sharp'

/** Pictures that the demo makes itself, with letters as shapes: the same on every machine, whatever fonts it has. */

const fonts = new Map<string, Font>()
function fontOf(weight: '400Regular' | '600SemiBold'): Font {
  let font = fonts.get(weight)
  if (!font) {
    const file = `@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`
    font = create(readFileSync(fileURLToPath(import.meta.resolve(file)))) as Font
    fonts.set(weight, font)
  }
  return font
}

type Words = { x: number; y: number; size: number; color?: string; isStrong?: boolean; isCentred?: boolean }

function words(text: string, at: Words): string {
  const font = fontOf(at.isStrong ? '600SemiBold' : '400Regular')
  const { glyphs, positions } = font.layout(text)
  const scale = at.size / font.unitsPerEm
  const width = positions.reduce((sum, position) => sum + position.xAdvance, 0) * scale
  let x = at.isCentred ? at.x - width / 2 : at.x
  const shapes = glyphs.map((glyph, index) => {
    const shape = `<path transform="translate(${x.toFixed(2)} ${at.y}) scale(${scale} ${-scale})" d="${glyph.path.toSVG()}"/>`
    x += (positions[index]?.xAdvance ?? 0) * scale
    return shape
  })
  return `<g fill="${at.color ?? '#1b1b1b'}">${shapes.join('')}</g>`
}

/** A mark of two or three shapes beside the name. */
export async function logoPicture(name: string, color: string, mark: 'hill' | 'lights'): Promise<Buffer> {
  const shapes =
    mark === 'hill'
      ? `<path fill="${color}" d="M8 104 60 24l24 36 16-22 44 66Z"/><circle fill="${color}" cx="118" cy="26" r="12"/>`
      : ['M20 104V64', 'M52 104V36', 'M84 104V16', 'M116 104V48']
          .map(
            (line) =>
              `<path stroke="${color}" stroke-width="16" stroke-linecap="round" fill="none" d="${line}"/>`,
          )
          .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${180 + name.length * 34}" height="128">${shapes}${words(name, { x: 168, y: 86, size: 60, color: '#1f2933', isStrong: true })}</svg>`
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer()
}

/** What a phone shows after a payment, as its owner would photograph it from the screen. */
export async function slipPicture(slip: {
  bank: string
  color: string
  amount: string
  to: string
  reference: string
  transaction: string
  day: string
  payer: string
}): Promise<Buffer> {
  const rows: [string, string][] = [
    ['To', slip.to],
    ['From', slip.payer],
    ['Reference', slip.reference],
    ['Transaction', slip.transaction],
    ['Date', slip.day],
  ]
  const body = rows
    .map(
      ([label, value], at) =>
        words(label, { x: 60, y: 690 + at * 96, size: 26, color: '#6b7280' }) +
        words(value, { x: 60, y: 728 + at * 96, size: 30 }) +
        `<path stroke="#e5e7eb" d="M60 ${746 + at * 96}H660"/>`,
    )
    .join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="1280"><rect width="720" height="1280" fill="#f4f4f5"/>
<rect width="720" height="150" fill="${slip.color}"/>${words(slip.bank, { x: 60, y: 98, size: 40, color: '#ffffff', isStrong: true })}
<rect x="30" y="190" width="660" height="1040" rx="24" fill="#ffffff"/>
<circle cx="360" cy="310" r="62" fill="#16a34a"/><path d="m330 312 22 22 42-48" fill="none" stroke="#ffffff" stroke-width="12" stroke-linecap="round" stroke-linejoin="round"/>
${words('Payment sent', { x: 360, y: 440, size: 34, isCentred: true })}
${words(slip.amount, { x: 360, y: 530, size: 62, isStrong: true, isCentred: true })}
<path stroke="#e5e7eb" d="M60 600H660"/>${body}</svg>`
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer()
}
