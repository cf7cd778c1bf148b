/** Colour arithmetic for the brand: sRGB hex, OKLCH, and the contrast ratio of WCAG 2.2 (1.4.3). No DOM. */

export interface Oklch {
  /** Lightness, 0 to 1. */
  l: number
  /** Chroma, about 0 to 0.37. */
  c: number
  /** Hue in degrees. */
  h: number
}

const HEX = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i

export function isHexColor(value: string): boolean {
  return HEX.test(value)
}

/** `#ABC` and `#AABBCC` become `#aabbcc`. Throws a RangeError for anything else. */
export function normalizeHex(value: string): string {
  if (!isHexColor(value)) throw new RangeError(`not a hex colour: ${value.slice(0, 20)}`)
  const digits = value.slice(1).toLowerCase()
  return digits.length === 3 ? `#${[...digits].map((digit) => digit + digit).join('')}` : `#${digits}`
}

type Rgb = [number, number, number]

function channels(hex: string): Rgb {
  const value = Number.parseInt(normalizeHex(hex).slice(1), 16)
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255]
}

function toLinear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

function toGamma(channel: number): number {
  return channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055
}

function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map(toLinear) as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const a = luminance(one)
  const b = luminance(other)
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Björn Ottosson's OKLab (https://bottosson.github.io/posts/oklab/), in polar form. */
export function hexToOklch(hex: string): Oklch {
  const [r, g, b] = channels(hex).map(toLinear) as Rgb
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s
  const bAxis = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
  const hue = (Math.atan2(bAxis, a) * 180) / Math.PI
  return { l: lightness, c: Math.hypot(a, bAxis), h: hue < 0 ? hue + 360 : hue }
}

function linearFromOklch({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

/** A part of one colour in another, channel by channel; `share` is that of `top`, 0 to 1. */
export function mix(top: string, ground: string, share: number): string {
  const over = channels(top)
  const mixed = channels(ground).map((value, index) => value + ((over[index] ?? 0) - value) * share)
  return `#${mixed
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** The nearest colour a screen can show: chroma gives way, lightness and hue stay. */
export function oklchToHex(color: Oklch): string {
  const l = Math.min(1, Math.max(0, color.l))
  let low = 0
  let high = color.c
  const fits = (c: number) =>
    linearFromOklch({ l, c, h: color.h }).every((channel) => channel >= -0.0005 && channel <= 1.0005)
  if (!fits(high)) {
    for (let step = 0; step < 14; step += 1) {
      const middle = (low + high) / 2
      if (fits(middle)) low = middle
      else high = middle
    }
    high = low
  }
  const digits = linearFromOklch({ l, c: high, h: color.h }).map((channel) => {
    const byte = Math.round(Math.min(1, Math.max(0, toGamma(Math.max(0, channel)))) * 255)
    return byte.toString(16).padStart(2, '0')
  })
  return `#${digits.join('')}`
}
