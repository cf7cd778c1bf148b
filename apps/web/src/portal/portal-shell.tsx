import { Outlet, useLocation } from '@tanstack/react-router'
import { PortalFrame, useTexts, type NavigationItem } from '@portico/ui'
import { IconFileInvoice, IconHome, IconPlayerPause, IconReceipt, IconWallet } from '@tabler/icons-react'
import { useEffect, useMemo } from 'react'
import { showsChange } from './changed-queries.ts'
import { useLive } from '../shared/live/use-live.ts'
import { Bell } from '../shared/notifications/bell.tsx'
import { FeedContext, portalFeed } from '../shared/notifications/feed.ts'
import { ClientSwitcher } from './client-switcher.tsx'
import { PersonMenu } from './person-menu.tsx'
import { portalMeQuery, usePortal } from './portal-data.ts'
import styles from './portal.module.css'
import { preparePages } from './prepare-pages.ts'
import { portalTexts } from './texts.ts'
import { useSessionWatch } from './use-session-watch.ts'

/** The portal's frame around every page. */
export function PortalShell() {
  const t = useTexts(portalTexts)
  const { base, can, me, place, isSuspended } = usePortal()
  const { pathname } = useLocation()
  const { organization } = place
  useSessionWatch()
  useEffect(forgetPagesOnReturn, [])
  useEffect(preparePages, [])
  useLive(
    { realm: 'portal', organization: organization.id, client: place.client.id },
    showsChange,
    portalMeQuery.queryKey,
  )
  const feed = useMemo(() => portalFeed(base, place.client.id), [base, place.client.id])
  const navigation: NavigationItem[] = [
    { label: t('home'), href: base, icon: IconHome, isExact: true },
    ...(can('invoices.read')
      ? [
          { label: t('invoices'), href: `${base}/invoices`, icon: IconFileInvoice },
          ...(can('invoices.pay') ? [{ label: t('pay'), href: `${base}/pay`, icon: IconWallet }] : []),
          { label: t('payments'), href: `${base}/payments`, icon: IconReceipt },
        ]
      : []),
  ]
  return (
    <FeedContext value={feed}>
      <PortalFrame
        brand={{ name: organization.name, logoUrl: organization.logo_url, href: base }}
        navigation={navigation}
        currentPath={
          pathname === `${base}/receipts` || pathname === `${base}/statement`
            ? `${base}/payments`
            : pathname.replace(/\/$/, '')
        }
        actions={
          <>
            {me.places.length > 1 ? <ClientSwitcher /> : null}
            <Bell />
            <PersonMenu />
          </>
        }
      >
        {isSuspended ? (
          <div className={styles.suspended} role="note">
            <IconPlayerPause aria-hidden />
            <div>
              <p className={styles.suspendedTitle}>{t('suspendedTitle')}</p>
              <p>{t('suspendedDetail', { name: organization.name })}</p>
            </div>
          </div>
        ) : null}
        <Outlet />
      </PortalFrame>
    </FeedContext>
  )
}

/** A browser that keeps whole pages for its back button would show them again after signing out. */
function forgetPagesOnReturn(): () => void {
  const check = (event: PageTransitionEvent) => event.persisted && location.reload()
  window.addEventListener('pageshow', check)
  return () => window.removeEventListener('pageshow', check)
}
