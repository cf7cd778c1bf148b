/**
 * The neutral surfaces that text may stand on. `theme.css` repeats them as variables; the brand's colours are
 * computed against the hardest of them, so a colour that passes here passes on every page.
 */
export const LIGHT_SURFACES = {
  page: '#ffffff',
  raised: '#ffffff',
  side: '#faf8f5',
  sunken: '#f5f2ee',
} as const

export const DARK_SURFACES = {
  page: '#13181f',
  raised: '#1b212b',
  side: '#0f131a',
  sunken: '#0f131a',
} as const
