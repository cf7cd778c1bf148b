import { ActionIcon, Menu } from '@mantine/core'
import { useTexts } from '@portico/ui'
import { IconDots } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './admin.module.css'
import { adminTexts } from './texts.ts'

/** What can be done with one row of a list. `children` are `Menu.Item`s. */
export function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  const t = useTexts(adminTexts)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('more', { name })}>
          <IconDots />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

/** What a row is about, and a quiet line below it. */
export function TwoLines({ strong, quiet }: { strong: ReactNode; quiet: ReactNode }) {
  return (
    <span className={styles.two}>
      <span className={styles.strong}>{strong}</span>
      {quiet ? <span className={styles.quiet}>{quiet}</span> : null}
    </span>
  )
}
