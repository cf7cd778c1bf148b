import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, toastProblem, UserMenu, useTexts } from '@portico/ui'
import { IconHelp, IconLogout, IconSettings } from '@tabler/icons-react'
import { usePortal } from './portal-data.ts'
import { signOut } from './sign-out.ts'
import { portalTexts } from './texts.ts'

/** The person's own menu at the right of the header. */
export function PersonMenu() {
  const t = useTexts(portalTexts)
  const queries = useQueryClient()
  const { base, me, place } = usePortal()
  return (
    <UserMenu
      name={me.name}
      email={me.email}
      footer={
        <Menu.Item
          leftSection={<IconLogout />}
          onClick={() => void signOut(queries, place.organization.slug).catch(toastProblem)}
        >
          {t('signOut')}
        </Menu.Item>
      }
    >
      <Menu.Item component={Link} href={`${base}/settings`} leftSection={<IconSettings />}>
        {t('settings')}
      </Menu.Item>
      <Menu.Item component={Link} href={`${base}/help`} leftSection={<IconHelp />}>
        {t('help')}
      </Menu.Item>
    </UserMenu>
  )
}
