import { brandPalette, DEFAULT_BRAND, isHexColor } from '@portico/ui/brand.ts'

/** Who a mail comes from, in the recipient's eyes: an organization, or the installation itself. */
export interface MailBrand {
  name: string
  /** `#rrggbb`; the contrast is made legal whatever it is. */
  color?: string
  /** http, https, or `cid:` of an attachment. PNG, as `prepareLogo` makes it; `width` and `height` are its own pixels. */
  logo?: { url: string; width: number; height: number }
  /** Whether somebody reads what is answered. */
  answersReplies: boolean
  /** Legal name, address, tax number: one line each, at the foot. */
  footer?: readonly string[]
}

/** Colours of one scheme, all `#rrggbb`. */
export interface MailColors {
  page: string
  panel: string
  line: string
  text: string
  quiet: string
  note: string
  link: string
  button: string
  onButton: string
  buttonLine: string
  good: string
  wait: string
  bad: string
}

/** Text 7:1 on the panel, quiet text 4.5:1 on page and panel; the brand's part comes from its own palette. */
export function mailColors(color: string | undefined): { light: MailColors; dark: MailColors } {
  const { light, dark } = brandPalette(color !== undefined && isHexColor(color) ? color : DEFAULT_BRAND)
  return {
    light: {
      page: '#f5f2ee',
      panel: '#ffffff',
      line: '#e5e0d8',
      text: '#26231f',
      quiet: '#6a645b',
      note: '#faf8f5',
      link: light.ink,
      button: light.fill,
      onButton: light.onFill,
      buttonLine: light.fillLine,
      good: '#166f3d',
      wait: '#8a5a00',
      bad: '#b42318',
    },
    dark: {
      page: '#0f131a',
      panel: '#1b212b',
      line: '#333c49',
      text: '#e9ecf1',
      quiet: '#a6afbc',
      note: '#232b37',
      link: dark.ink,
      button: dark.fill,
      onButton: dark.onFill,
      buttonLine: dark.fillLine,
      good: '#5fd08d',
      wait: '#e6b450',
      bad: '#ff8a80',
    },
  }
}

/** The logo's box: as tall as two lines of text at most, so that wide marks and square ones weigh the same. */
const logoHeight = 40
const logoWidth = 200

/** The logo at its shown size, or nothing when its address is none that a mail may load. */
export function shownLogo(
  logo: MailBrand['logo'],
): { url: string; width: number; height: number } | undefined {
  if (!logo || !/^(?:https?:|cid:)$/.test(URL.parse(logo.url)?.protocol ?? '')) return undefined
  if (!(logo.width > 0 && logo.height > 0)) return undefined
  const scale = Math.min(logoHeight / logo.height, logoWidth / logo.width, 1)
  return {
    url: logo.url,
    width: Math.max(1, Math.round(logo.width * scale)),
    height: Math.max(1, Math.round(logo.height * scale)),
  }
}
