import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './app-frame.module.css'

/** The navigation on a phone. A part of its own: a desktop never opens it. */
export default function NavigationDrawer(props: {
  opened: boolean
  onClose: () => void
  title: ReactNode
  children: ReactNode
}) {
  const t = useTexts(uiTexts)
  return (
    <Drawer
      opened={props.opened}
      onClose={props.onClose}
      size={288}
      padding={0}
      title={props.title}
      closeButtonProps={{ 'aria-label': t('closeMenu') }}
      classNames={{ header: styles.drawerHeader, content: styles.drawer }}
    >
      {props.children}
    </Drawer>
  )
}
