import { brandPalette } from '@portico/ui'
import type { CSSProperties } from 'react'

/** The accent's variables for one part of a page: a preview, an invitation. Contrast is legal for any colour. */
export function brandVariables(hex: string, scheme: 'light' | 'dark'): CSSProperties {
  const { fill, fillHover, fillLine, onFill, ink, wash, washStrong, line } = brandPalette(hex)[scheme]
  return {
    '--brand-fill': fill,
    '--brand-fill-hover': fillHover,
    '--brand-fill-line': fillLine,
    '--brand-on-fill': onFill,
    '--brand-ink': ink,
    '--brand-wash': wash,
    '--brand-wash-strong': washStrong,
    '--brand-line': line,
    '--brand-gradient': `linear-gradient(180deg, ${washStrong}, ${wash} 55%, transparent)`,
  } as CSSProperties
}
