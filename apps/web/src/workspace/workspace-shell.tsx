import { Outlet, useLocation } from '@tanstack/react-router'
import { AppFrame, useTexts } from '@portico/ui'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import { showsChange } from '../shared/live/changed-queries.ts'
import { useLive } from '../shared/live/use-live.ts'
import { ActivityButton } from './activity/activity-button.tsx'
import { Bell } from '../shared/notifications/bell.tsx'
import { FeedContext, staffFeed } from '../shared/notifications/feed.ts'
import { workspaceNavigation } from './navigation.ts'
import { proofsQuery } from './review/review-data.ts'
import { SearchBar } from './search/search-bar.tsx'
import { workspaceTexts } from './texts.ts'
import { meQuery, useMe, useWorkspace, useWorkspaceBase } from './workspace-data.ts'
import styles from './workspace.module.css'

// Menus and dialogs bring a third of the frame's script; the page stands before they are there.
const OrganizationSwitcher = lazy(async () => ({
  default: (await import('./organization-switcher.tsx')).OrganizationSwitcher,
}))
const PersonMenu = lazy(async () => ({ default: (await import('./person-menu.tsx')).PersonMenu }))
const SessionEnded = lazy(async () => ({ default: (await import('./session-ended.tsx')).SessionEnded }))

/** The workspace's frame around every page. */
export function WorkspaceShell() {
  const t = useTexts(workspaceTexts)
  const { pathname } = useLocation()
  const base = useWorkspaceBase()
  const { organization, can } = useWorkspace()
  const { organizations } = useMe()
  const proofs = useQuery({ ...proofsQuery('submitted'), enabled: can('payments.proof.review') })
  const waiting = proofs.data?.data.length
  useEffect(forgetPagesOnReturn, [])
  useLive({ realm: 'staff', organization: organization.id, client: null }, showsChange, meQuery.queryKey)
  const feed = useMemo(() => staffFeed(base), [base])
  return (
    <FeedContext value={feed}>
      <AppFrame
        brand={{ name: organization.name, logoUrl: organization.logo_url, href: base }}
        navigation={workspaceNavigation(t, base, can, waiting)}
        currentPath={pathname}
        organizationSwitcher={
          organizations.length > 1 ? (
            <Suspense fallback={null}>
              <OrganizationSwitcher current={organization} />
            </Suspense>
          ) : undefined
        }
        search={<SearchBar />}
        actions={
          <>
            <ActivityButton />
            <Bell />
            <Suspense fallback={<span className={styles.menuToCome} />}>
              <PersonMenu />
            </Suspense>
          </>
        }
        banner={
          organization.mode === 'test' ? (
            <p className={styles.testMode} role="note">
              {t('testMode')}
            </p>
          ) : undefined
        }
      >
        <Outlet />
      </AppFrame>
      <Suspense fallback={null}>
        <SessionEnded />
      </Suspense>
    </FeedContext>
  )
}

/** A browser that keeps whole pages for its back button would show them again after signing out. */
function forgetPagesOnReturn(): () => void {
  const check = (event: PageTransitionEvent) => event.persisted && location.reload()
  window.addEventListener('pageshow', check)
  return () => window.removeEventListener('pageshow', check)
}
