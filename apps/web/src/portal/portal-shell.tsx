import { Outlet, useLocation } from '@tanstack/react-router'
import { PortalFrame, useTexts } from '@portico/ui'
import { IconHome } from '@tabler/icons-react'
import { readBoot } from '../shared/boot.ts'
import { portalRoute } from './routes.tsx'
import { portalTexts } from './texts.ts'

/** The portal's frame around every page. */
export function PortalShell() {
  const t = useTexts(portalTexts)
  const { organization } = portalRoute.useParams()
  const { pathname } = useLocation()
  const base = `/client-portal/${organization}`
  const boot = readBoot().organization
  return (
    <PortalFrame
      brand={{ name: boot?.name ?? organization, logoUrl: boot?.logo_url, href: base }}
      navigation={[{ label: t('home'), href: base, icon: IconHome, isExact: true }]}
      currentPath={pathname}
    >
      <Outlet />
    </PortalFrame>
  )
}
