/** The few sizes, weights and greys that paper is made of. Greys keep their contrast on a black-and-white printer. */
import type { TextStyle } from './sheet.ts'

export const INK = '#191917'
export const SOFT_INK = '#5c5c57'
export const HAIRLINE = '#dcdcd7'
/** light enough to read through, dark enough to survive a photocopier */
export const WATERMARK = '#f0f0ed'

export const title: TextStyle = { weight: 'strong', size: 22, leading: 28, color: INK }
export const headline: TextStyle = { weight: 'strong', size: 25, leading: 32, color: INK }
export const sellerName: TextStyle = { weight: 'strong', size: 15, leading: 20, color: INK }
export const partyName: TextStyle = { weight: 'strong', size: 10, leading: 14, color: INK }
export const body: TextStyle = { weight: 'regular', size: 9, leading: 13, color: INK }
export const emphasis: TextStyle = { weight: 'medium', size: 9, leading: 13, color: INK }
/** what is copied letter by letter into another system: spaced like type on a form */
export const reference: TextStyle = {
  weight: 'strong',
  size: 10,
  leading: 13,
  color: INK,
  tracking: 0.5,
}
export const soft: TextStyle = { weight: 'regular', size: 9, leading: 13, color: SOFT_INK }
export const label: TextStyle = { weight: 'medium', size: 7.5, leading: 12, color: SOFT_INK }
export const small: TextStyle = { weight: 'regular', size: 8, leading: 11, color: SOFT_INK }
export const foot: TextStyle = { weight: 'regular', size: 7.5, leading: 10, color: SOFT_INK }
export const total: TextStyle = { weight: 'strong', size: 11, leading: 16, color: INK }

/**
 * The brand colour as it may be used for text on white: darkened in steps until its contrast is at least 4.5:1
 * (WCAG 2.2, 1.4.3), so that a pale brand cannot make the amount unreadable. Anything but `#rrggbb` prints as ink.
 */
export function inkOf(brandColor: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(brandColor)) return INK
  let channels = [1, 3, 5].map((at) => Number.parseInt(brandColor.slice(at, at + 2), 16))
  while (1.05 / (luminance(channels) + 0.05) < 4.5)
    channels = channels.map((channel) => Math.floor(channel * 0.92))
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
