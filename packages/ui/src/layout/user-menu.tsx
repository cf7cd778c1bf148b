import { Menu, UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { ColorSchemeItems } from './color-scheme-items.tsx'
import styles from './user-menu.module.css'

export interface UserMenuProps {
  name: string
  email: string
  /** `Menu.Item`s of the shell, above the appearance: profile, settings. */
  children?: ReactNode
  /** `Menu.Item`s below the appearance: sign out. */
  footer?: ReactNode
}

/** The person's own menu at the right of the header. */
export function UserMenu({ name, email, children, footer }: UserMenuProps) {
  const t = useTexts(uiTexts)
  const initials = name.split(/\s+/).filter(Boolean)
  const letters = [initials[0], initials.length > 1 ? initials.at(-1) : undefined]
  return (
    <Menu width={240}>
      <Menu.Target>
        <UnstyledButton className={styles.button} aria-label={`${t('account')}: ${name}`}>
          <span
            className={styles.avatar}
            data-initials={letters.map((word) => [...(word ?? '')][0] ?? '').join('')}
          />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={styles.person}>
          <div className={styles.name}>{name}</div>
          <div className={styles.email}>{email}</div>
        </div>
        <Menu.Divider />
        {children}
        {children ? <Menu.Divider /> : null}
        <ColorSchemeItems />
        {footer ? <Menu.Divider /> : null}
        {footer}
      </Menu.Dropdown>
    </Menu>
  )
}
