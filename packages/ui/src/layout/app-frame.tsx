import { ActionIcon } from '@mantine/core'
import { IconLayoutSidebar, IconMenu2 } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react'
import { Link } from '../link.tsx'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './app-frame.module.css'
import { BrandMark } from './brand-mark.tsx'
import { FrameNavigation, type NavigationGroup } from './frame-navigation.tsx'

const NavigationDrawer = lazy(() => import('./navigation-drawer.tsx'))

export interface AppFrameProps {
  /** Shown at the head of the navigation. */
  brand: { name: string; logoUrl?: string | null | undefined; href: string }
  navigation: NavigationGroup[]
  /** The path in the address bar; decides which entry is current. */
  currentPath: string
  /** Replaces the brand at the head of the navigation when a person has several organizations. */
  organizationSwitcher?: ReactNode
  /** The middle of the header: search. */
  search?: ReactNode
  /** The right of the header: likely actions, `UserMenu` last. */
  actions?: ReactNode
  /** Above the page, full width: test mode, an unverified address. */
  banner?: ReactNode
  children: ReactNode
}

const FOLDED = 'portico-navigation-folded'

/** The frame of workspace, reseller and admin: navigation on the left that folds, a header, the page. */
export function AppFrame(props: AppFrameProps) {
  const { brand, navigation, currentPath, organizationSwitcher, search, actions, banner, children } = props
  const t = useTexts(uiTexts)
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const [isFolded, setFolded] = useState(() => localStorage.getItem(FOLDED) === 'yes')
  useEffect(() => setOpen(false), [currentPath])

  function fold(next: boolean) {
    localStorage.setItem(FOLDED, next ? 'yes' : 'no')
    setFolded(next)
  }

  const head = organizationSwitcher ?? (
    <Link href={brand.href} className={styles.brand}>
      <BrandMark name={brand.name} logoUrl={brand.logoUrl} />
    </Link>
  )
  return (
    <div className={styles.frame} data-folded={isFolded || undefined}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <aside className={styles.side}>
        <div className={styles.head}>{head}</div>
        <FrameNavigation groups={navigation} currentPath={currentPath} />
      </aside>
      {wasOpened ? (
        <Suspense fallback={null}>
          <NavigationDrawer
            opened={isOpen}
            onClose={() => setOpen(false)}
            title={<BrandMark name={brand.name} logoUrl={brand.logoUrl} />}
          >
            {organizationSwitcher ? (
              <div className={styles.drawerSwitcher}>{organizationSwitcher}</div>
            ) : null}
            <FrameNavigation groups={navigation} currentPath={currentPath} />
          </NavigationDrawer>
        </Suspense>
      ) : null}
      <div className={styles.main}>
        <header className={styles.header}>
          <ActionIcon
            className={styles.burger}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('menu')}
            aria-expanded={isOpen}
            onClick={() => {
              setWasOpened(true)
              setOpen(true)
            }}
          >
            <IconMenu2 className={styles.icon} />
          </ActionIcon>
          <ActionIcon
            className={styles.fold}
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t(isFolded ? 'unfoldMenu' : 'foldMenu')}
            aria-expanded={!isFolded}
            onClick={() => fold(!isFolded)}
          >
            <IconLayoutSidebar className={styles.icon} />
          </ActionIcon>
          <div className={styles.search}>{search}</div>
          <div className={styles.actions}>{actions}</div>
        </header>
        {banner}
        <main id="content" tabIndex={-1} className={styles.content}>
          {children}
        </main>
      </div>
    </div>
  )
}
