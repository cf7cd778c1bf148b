import { Menu } from '@mantine/core'
import { Outlet, useLocation } from '@tanstack/react-router'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import {
  AppFrame,
  Link,
  PageHeader,
  toastProblem,
  UserMenu,
  useTexts,
  type NavigationGroup,
} from '@portico/ui'
import {
  IconBuilding,
  IconBuildings,
  IconHeartbeat,
  IconHistory,
  IconLogout,
  IconMail,
  IconMessage,
  IconStack2,
  IconUsers,
  IconWorldCog,
} from '@tabler/icons-react'
import { api, setPlace, unwrap } from '../shared/api.ts'
import { healthQuery, useMe } from './admin-data.ts'
import { adminTexts } from './texts.ts'

/** The frame of the platform's pages; to anybody but a platform admin there is nothing here. */
export function AdminShell() {
  const t = useTexts(adminTexts)
  const me = useMe()
  if (!me.is_platform_admin)
    return (
      <main id="content" style={{ padding: 24 }}>
        <PageHeader title={t('notForYouTitle')} subtitle={t('notForYouDetail')} />
        <Link href="/app">{t('notForYouAction')}</Link>
      </main>
    )
  return <Frame />
}

function Frame() {
  const t = useTexts(adminTexts)
  const { pathname } = useLocation()
  const health = useQuery(healthQuery)
  const figures = health.data?.figures
  const navigation: NavigationGroup[] = [
    {
      items: [
        { label: t('organizations'), href: '/admin', icon: IconBuildings, isExact: true },
        { label: t('people'), href: '/admin/people', icon: IconUsers },
        {
          label: t('messages'),
          href: '/admin/messages',
          icon: IconMessage,
          count: figures?.new_contact_messages || undefined,
        },
        { label: t('site'), href: '/admin/site', icon: IconWorldCog },
      ],
    },
    {
      title: t('workGroup'),
      items: [
        { label: t('health'), href: '/admin/health', icon: IconHeartbeat },
        { label: t('jobs'), href: '/admin/jobs', icon: IconStack2, count: figures?.jobs_failed || undefined },
        { label: t('mail'), href: '/admin/mail', icon: IconMail },
        { label: t('deeds'), href: '/admin/deeds', icon: IconHistory },
      ],
    },
  ]
  return (
    <AppFrame
      brand={{ name: t('installation'), href: '/admin' }}
      navigation={navigation}
      currentPath={pathname}
      actions={<PersonMenu />}
    >
      <Outlet />
    </AppFrame>
  )
}

function PersonMenu() {
  const t = useTexts(adminTexts)
  const me = useMe()
  const queries = useQueryClient()
  async function signOut() {
    try {
      await unwrap(api.POST('/v1/auth/sign-out', {}))
      setPlace({ organization: null })
      queries.clear()
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
      <Menu.Item component="a" href="/app" leftSection={<IconBuilding />}>
        {t('yourOrganizations')}
      </Menu.Item>
    </UserMenu>
  )
}
