import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'

export interface SidePanelProps {
  opened: boolean
  onClose: () => void
  title: ReactNode
  /** Width in px on a wide screen; a phone always gives the whole width. */
  width?: number
  children: ReactNode
}

/** Over the page from the right: the ledger, the activity, a quick edit. Escape closes it, focus returns. */
export function SidePanel({ opened, onClose, title, width = 480, children }: SidePanelProps) {
  const t = useTexts(uiTexts)
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={`min(${width}px, 100%)`}
      title={title}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Drawer>
  )
}
