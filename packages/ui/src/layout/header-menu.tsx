import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './page-header.module.css'

/** Everything else that can be done with the page's subject. A part of its own, because few pages open it and menus are heavy. */
export default function HeaderMenu({ children }: { children: ReactNode }) {
  const t = useTexts(uiTexts)
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon variant="default" className={styles.menu} aria-label={t('moreActions')}>
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}
