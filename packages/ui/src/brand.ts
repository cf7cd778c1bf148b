import { contrast, hexToOklch, mix, normalizeHex, oklchToHex } from './color.ts'
import { DARK_SURFACES, LIGHT_SURFACES } from './surfaces.ts'

export { contrast, isHexColor } from './color.ts'

/** Deep teal: the accent of an organization that has not set its own. */
export const DEFAULT_BRAND = '#0f6b6b'

/** The accent's part in one colour scheme. All values are `#rrggbb`. */
export interface BrandScheme {
  /** Background of the primary action. */
  fill: string
  fillHover: string
  /** Border of the primary action: keeps a pale accent visible (3:1, WCAG 1.4.11). */
  fillLine: string
  /** Text on `fill` and `fillHover`, 4.5:1. */
  onFill: string
  /** Links, selected things, focus rings: 4.5:1 on every neutral surface and on both washes. */
  ink: string
  /** A whole area's quiet background. */
  wash: string
  /** Badges, selected rows, hovered links. */
  washStrong: string
  /** Hairlines that carry the brand; decoration only. */
  line: string
}

export interface BrandPalette {
  hex: string
  /** Ten tints from nearly white (0) to very dark (9), hue kept. */
  shades: string[]
  light: BrandScheme
  dark: BrandScheme
}

const TEXT_CONTRAST = 4.5
const SHAPE_CONTRAST = 3
const LADDER = [0.975, 0.945, 0.895, 0.825, 0.74, 0.655, 0.57, 0.49, 0.415, 0.345]
const DARK_TEXT = ['#12161c', '#000000']

function lowest(color: string, against: string[]): number {
  return Math.min(...against.map((surface) => contrast(color, surface)))
}

/** Moves the lightness of a colour step by step until it reaches the ratio on every given surface. */
function reach(hex: string, against: string[], ratio: number, direction: 1 | -1): string {
  const start = hexToOklch(hex)
  for (let l = start.l; l >= 0 && l <= 1; l += direction * 0.01) {
    const candidate = oklchToHex({ l, c: start.c, h: start.h })
    if (lowest(candidate, against) >= ratio) return candidate
  }
  return direction === 1 ? '#ffffff' : '#000000'
}

/** White where it can be read, else the darkest neutral, else black; one of them always reaches 4.5:1. */
function textOn(background: string): string {
  const candidates = ['#ffffff', ...DARK_TEXT]
  return candidates.find((text) => contrast(text, background) >= TEXT_CONTRAST) ?? '#000000'
}

/** The hovered fill moves away from its text, so it can only get easier to read. */
function hovered(fill: string, onFill: string): string {
  const color = hexToOklch(fill)
  const shift = onFill === '#ffffff' ? -0.045 : 0.045
  return oklchToHex({ ...color, l: Math.min(1, Math.max(0, color.l + shift)) })
}

function tint(hex: string, l: number, chroma: number): string {
  const { c, h } = hexToOklch(hex)
  return oklchToHex({ l, c: Math.min(c, chroma), h })
}

function lightScheme(hex: string): BrandScheme {
  const wash = tint(hex, 0.98, 0.008)
  const washStrong = tint(hex, 0.95, 0.02)
  const surfaces = [...Object.values(LIGHT_SURFACES), wash, washStrong]
  const onFill = textOn(hex)
  const ink = reach(hex, surfaces, TEXT_CONTRAST, -1)
  const visible = contrast(hex, LIGHT_SURFACES.page) >= SHAPE_CONTRAST
  return {
    fill: hex,
    fillHover: hovered(hex, onFill),
    fillLine: visible ? hex : ink,
    onFill,
    ink,
    wash,
    washStrong,
    line: tint(hex, 0.86, 0.06),
  }
}

function darkScheme(hex: string): BrandScheme {
  const glow = tint(hex, 0.72, 0.14)
  const wash = mix(glow, DARK_SURFACES.page, 0.08)
  const washStrong = mix(glow, DARK_SURFACES.page, 0.2)
  const surfaces = [...Object.values(DARK_SURFACES), wash, washStrong]
  const fill = reach(hex, Object.values(DARK_SURFACES), SHAPE_CONTRAST, 1)
  const onFill = textOn(fill)
  return {
    fill,
    fillHover: hovered(fill, onFill),
    fillLine: fill,
    onFill,
    ink: reach(hex, surfaces, TEXT_CONTRAST, 1),
    wash,
    washStrong,
    line: tint(hex, 0.4, 0.06),
  }
}

/**
 * Everything the screens need of an organization's colour, with legal contrast for any input: text 4.5:1, shapes 3:1,
 * in light and dark. Pure; throws a RangeError when `hex` is not `#rgb` or `#rrggbb`.
 */
export function brandPalette(hex: string): BrandPalette {
  const brand = normalizeHex(hex)
  const { c, h } = hexToOklch(brand)
  const shades = LADDER.map((l, index) =>
    oklchToHex({ l, c: index < 3 ? Math.min(c, 0.02 + index * 0.02) : c, h }),
  )
  return { hex: brand, shades, light: lightScheme(brand), dark: darkScheme(brand) }
}

function schemeVariables(scheme: BrandScheme): string {
  return [
    `--brand-fill:${scheme.fill}`,
    `--brand-fill-hover:${scheme.fillHover}`,
    `--brand-fill-line:${scheme.fillLine}`,
    `--brand-on-fill:${scheme.onFill}`,
    `--brand-ink:${scheme.ink}`,
    `--brand-wash:${scheme.wash}`,
    `--brand-wash-strong:${scheme.washStrong}`,
    `--brand-line:${scheme.line}`,
    `--brand-gradient:linear-gradient(180deg,${scheme.washStrong},${scheme.wash} 55%,transparent)`,
  ].join(';')
}

/**
 * The stylesheet the server sends as `/brand/<hash>.css`. It is not in a cascade layer, so it wins over the defaults
 * of the web app wherever it stands in the page.
 */
export function brandStylesheet(hex: string): string {
  const palette = brandPalette(hex)
  const fixed = [
    ...palette.shades.map((shade, index) => `--brand-${index}:${shade}`),
    `--brand-primary:${palette.light.fill}`,
    `--brand-contrast:${palette.light.onFill}`,
    `--brand-primary-dark:${palette.dark.fill}`,
    `--brand-contrast-dark:${palette.dark.onFill}`,
  ].join(';')
  return (
    `:root{${fixed};${schemeVariables(palette.light)}}\n` +
    `:root[data-mantine-color-scheme="dark"]{${schemeVariables(palette.dark)}}\n`
  )
}
