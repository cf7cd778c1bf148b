import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_BRAND, brandPalette, brandStylesheet, contrast } from './brand.ts'
import { DARK_SURFACES, LIGHT_SURFACES } from './surfaces.ts'

const anyHex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

const awkward = [
  '#000000',
  '#ffffff',
  '#ffff00',
  '#00ff00',
  '#0000ff',
  '#ff0000',
  '#777777',
  '#767676',
  '#fefefe',
]

function checkScheme(scheme: 'light' | 'dark', hex: string) {
  const part = brandPalette(hex)[scheme]
  const surfaces = Object.values(scheme === 'light' ? LIGHT_SURFACES : DARK_SURFACES)
  expect(contrast(part.onFill, part.fill)).toBeGreaterThanOrEqual(4.5)
  expect(contrast(part.onFill, part.fillHover)).toBeGreaterThanOrEqual(4.5)
  for (const surface of [...surfaces, part.wash, part.washStrong]) {
    expect(contrast(part.ink, surface)).toBeGreaterThanOrEqual(4.5)
  }
  expect(contrast(part.fillLine, surfaces[0] ?? '')).toBeGreaterThanOrEqual(3)
}

describe('the brand palette', () => {
  test('gives any colour legal contrast in light [ORG-13] [ORG-20] [ORG-21]', () => {
    fc.assert(
      fc.property(anyHex, (hex) => checkScheme('light', hex)),
      { numRuns: 1000 },
    )
    for (const hex of awkward) checkScheme('light', hex)
  })

  test('gives any colour legal contrast in dark [ORG-13] [UX-25]', () => {
    fc.assert(
      fc.property(anyHex, (hex) => checkScheme('dark', hex)),
      { numRuns: 1000 },
    )
    for (const hex of awkward) checkScheme('dark', hex)
  })

  test('keeps the exact colour on the primary button of the light scheme [ORG-20]', () => {
    fc.assert(
      fc.property(anyHex, (hex) => {
        expect(brandPalette(hex).light.fill).toBe(hex)
      }),
    )
  })

  test('has ten tints that go from light to dark [ORG-23]', () => {
    fc.assert(
      fc.property(anyHex, (hex) => {
        const ratios = brandPalette(hex).shades.map((shade) => contrast(shade, '#000000'))
        expect(ratios).toHaveLength(10)
        expect(ratios).toEqual([...ratios].sort((a, b) => b - a))
      }),
    )
  })

  test('reads the short form and refuses what is not a colour [ORG-13]', () => {
    expect(brandPalette('#0AF').hex).toBe('#00aaff')
    for (const wrong of ['teal', '0af', '#12345', '#00aaff80', '#0af;}body{display:none']) {
      expect(() => brandPalette(wrong)).toThrow(RangeError)
    }
  })
})

describe('the brand stylesheet', () => {
  test('carries buttons, badges, sidebar, backgrounds and gradients [ORG-20] [ORG-21] [ORG-22] [ORG-23] [ORG-24]', () => {
    const css = brandStylesheet('#b3261e')
    for (const name of ['fill', 'on-fill', 'ink', 'wash', 'wash-strong', 'line', 'gradient']) {
      expect(css.split(`--brand-${name}:`)).toHaveLength(3)
    }
    for (let shade = 0; shade < 10; shade += 1) expect(css).toContain(`--brand-${shade}:#`)
    expect(css).toContain('--brand-primary:#b3261e')
  })

  test('is the same text for the same colour, so that its hash can be its name [ORG-25]', () => {
    expect(brandStylesheet('#B3261E')).toBe(brandStylesheet('#b3261e'))
  })

  test('equals the default that the web app ships [ORG-25]', () => {
    const shipped = readFileSync(new URL('./theme/brand-default.css', import.meta.url), 'utf8')
    const squeeze = (css: string) => css.replace(/\s+/g, '').replaceAll("'", '"').replaceAll(';}', '}')
    expect(squeeze(shipped)).toContain(squeeze(brandStylesheet(DEFAULT_BRAND)))
  })
})
