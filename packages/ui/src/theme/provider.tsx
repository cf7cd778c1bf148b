import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core'
import type { ComponentType, ReactNode } from 'react'
import { LinkContext, type LinkProps } from '../link.tsx'
import { cssVariables, theme } from './theme.ts'

/** `color-scheme.js` reads the same key before the first paint. */
const colorSchemes = localStorageColorSchemeManager({ key: 'portico-color-scheme' })

/** The page's nonce, which Vite writes into the page and the server fills. Empty while developing. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
}

declare global {
  interface Window {
    __webpack_nonce__?: string
  }
}

export interface PorticoProviderProps {
  /** The link component of the shell's router; plain anchors without it. */
  link?: ComponentType<LinkProps>
  children: ReactNode
}

/** Outermost in every shell: theme, colour scheme, style nonce, links. */
export function PorticoProvider({ link, children }: PorticoProviderProps) {
  // The scroll lock under dialogs adds a style element of its own and looks for the nonce under this name.
  window.__webpack_nonce__ = styleNonce()
  const tree = link ? <LinkContext value={link}>{children}</LinkContext> : children
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      {tree}
    </MantineProvider>
  )
}
