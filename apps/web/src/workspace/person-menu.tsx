import { Menu } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, toastProblem, UserMenu, useTexts } from '@portico/ui'
import { IconBuilding, IconLogout, IconServerCog, IconUserCircle } from '@tabler/icons-react'
import { api, setPlace, unwrap } from '../shared/api.ts'
import { forgetRecent } from './search/recent.ts'
import { workspaceTexts } from './texts.ts'
import { useMe, useWorkspaceBase } from './workspace-data.ts'

/** The person's own menu at the right of the header. */
export function PersonMenu() {
  const t = useTexts(workspaceTexts)
  const me = useMe()
  const base = useWorkspaceBase()
  const queries = useQueryClient()

  async function signOut() {
    try {
      await unwrap(api.POST('/v1/auth/sign-out', {}))
      setPlace({ organization: null })
      queries.clear()
      forgetRecent()
      location.replace('/sign-in')
    } catch (error) {
      toastProblem(error)
    }
  }

  return (
    <UserMenu
      name={me.name}
      email={me.email}
      footer={
        <Menu.Item leftSection={<IconLogout />} onClick={() => void signOut()}>
          {t('signOut')}
        </Menu.Item>
      }
    >
      <Menu.Item component={Link} href={`${base}/account`} leftSection={<IconUserCircle />}>
        {t('yourAccount')}
      </Menu.Item>
      <Menu.Item component="a" href="/app" leftSection={<IconBuilding />}>
        {t('yourOrganizations')}
      </Menu.Item>
      {me.is_platform_admin ? (
        <Menu.Item component="a" href="/admin" leftSection={<IconServerCog />}>
          {t('platformPages')}
        </Menu.Item>
      ) : null}
    </UserMenu>
  )
}
