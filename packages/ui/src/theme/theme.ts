import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

const warm: MantineColorsTuple = [
  '#faf8f5',
  '#f5f2ee',
  '#e9e5df',
  '#d3ccc3',
  '#b5ada2',
  '#958d82',
  '#645d54',
  '#4b453e',
  '#332e28',
  '#211d18',
]

const bluish: MantineColorsTuple = [
  '#e4e8ee',
  '#c5ccd6',
  '#9ca6b4',
  '#7b8695',
  '#37404d',
  '#262d38',
  '#1b212b',
  '#13181f',
  '#0f131a',
  '#0a0d12',
]

const brand: MantineColorsTuple = [
  'var(--brand-0)',
  'var(--brand-1)',
  'var(--brand-2)',
  'var(--brand-3)',
  'var(--brand-4)',
  'var(--brand-5)',
  'var(--brand-6)',
  'var(--brand-7)',
  'var(--brand-8)',
  'var(--brand-9)',
]

/** The primary action carries the accent exactly; red asks for a deed that cannot be taken back. */
const variantColors: VariantColorsResolver = (input) => {
  const color = input.color ?? input.theme.primaryColor
  if (color === 'brand' && input.variant === 'filled') {
    return {
      background: 'var(--brand-fill)',
      hover: 'var(--brand-fill-hover)',
      color: 'var(--brand-on-fill)',
      border: '1px solid var(--brand-fill-line)',
    }
  }
  return defaultVariantColorsResolver(input)
}

const shared = {
  '--mantine-color-body': 'var(--ui-page)',
  '--mantine-color-text': 'var(--ui-text)',
  '--mantine-color-bright': 'var(--ui-text)',
  '--mantine-color-dimmed': 'var(--ui-text-quiet)',
  '--mantine-color-placeholder': 'var(--ui-text-quiet)',
  '--mantine-color-anchor': 'var(--brand-ink)',
  '--mantine-color-error': 'var(--status-red-ink)',
  '--mantine-color-success': 'var(--status-green-ink)',
  '--mantine-color-default': 'var(--ui-page)',
  '--mantine-color-default-hover': 'var(--ui-hover)',
  '--mantine-color-default-color': 'var(--ui-text)',
  '--mantine-color-default-border': 'var(--ui-line-strong)',
  '--mantine-color-disabled': 'var(--ui-sunken)',
  '--mantine-color-disabled-color': 'var(--ui-text-quiet)',
  '--mantine-color-disabled-border': 'var(--ui-line)',
  '--mantine-primary-color-contrast': 'var(--brand-on-fill)',
  '--mantine-color-brand-text': 'var(--brand-ink)',
  '--mantine-color-brand-filled': 'var(--brand-fill)',
  '--mantine-color-brand-filled-hover': 'var(--brand-fill-hover)',
  '--mantine-color-brand-light': 'var(--brand-wash-strong)',
  '--mantine-color-brand-light-hover': 'var(--brand-wash-strong)',
  '--mantine-color-brand-light-color': 'var(--brand-ink)',
  '--mantine-color-brand-outline': 'var(--brand-ink)',
  '--mantine-color-brand-outline-hover': 'var(--brand-wash)',
  '--mantine-color-red-filled': '#b42323',
  '--mantine-color-red-filled-hover': '#991b1b',
  '--mantine-color-red-light': 'var(--status-red-wash)',
  '--mantine-color-red-light-hover': 'var(--status-red-wash)',
  '--mantine-color-red-light-color': 'var(--status-red-ink)',
  '--mantine-color-red-outline': 'var(--status-red-ink)',
  '--mantine-color-red-text': 'var(--status-red-ink)',
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
})

/** The head of a dialog is a `<header>`, which is no landmark of the page. */
const dialogHeader = { header: { role: 'presentation' } }

export const theme = createTheme({
  primaryColor: 'brand',
  colors: { brand, gray: warm, dark: bluish },
  black: '#211d18',
  variantColorResolver: variantColors,
  fontFamily: "'Inter Variable', 'Inter Fallback', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '24px', xl: '28px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontWeight: '600' },
  components: {
    Drawer: {
      defaultProps: {
        attributes: dialogHeader,
        transitionProps: { duration: 160 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    },
    Modal: {
      defaultProps: {
        attributes: dialogHeader,
        centered: true,
        radius: 10,
        transitionProps: { duration: 140 },
        overlayProps: { backgroundOpacity: 0.35 },
      },
    },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 120 },
        withinPortal: true,
        withInitialFocusPlaceholder: false,
        position: 'bottom-end',
      },
    },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 120 } } },
  },
})
