import { Outlet, useLocation } from '@tanstack/react-router'
import { AppFrame, useTexts, type NavigationGroup } from '@portico/ui'
import { IconHome } from '@tabler/icons-react'
import { readBoot } from '../shared/boot.ts'
import { workspaceRoute } from './routes.tsx'
import { workspaceTexts } from './texts.ts'

/** The workspace's frame around every page. */
export function WorkspaceShell() {
  const t = useTexts(workspaceTexts)
  const { organization } = workspaceRoute.useParams()
  const { pathname } = useLocation()
  const base = `/app/${organization}`
  const navigation: NavigationGroup[] = [
    { items: [{ label: t('home'), href: base, icon: IconHome, isExact: true }] },
  ]
  const boot = readBoot().organization
  return (
    <AppFrame
      brand={{ name: boot?.name ?? organization, logoUrl: boot?.logo_url, href: base }}
      navigation={navigation}
      currentPath={pathname}
    >
      <Outlet />
    </AppFrame>
  )
}
