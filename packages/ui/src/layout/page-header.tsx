import { IconChevronRight } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { formatNumber } from '../format.ts'
import { Link } from '../link.tsx'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './page-header.module.css'

const HeaderMenu = lazy(() => import('./header-menu.tsx'))

export interface Crumb {
  label: string
  href: string
}

export interface PageHeaderProps {
  title: string
  /** Shown quietly beside the title of a list; a capped count comes as text ("10,000+"). */
  count?: number | string | undefined
  /** A `StatusBadge`. */
  status?: ReactNode
  /** One quiet line under the title: what, whose, since when. */
  subtitle?: ReactNode
  /** The way back up. The current page is not part of it. */
  breadcrumbs?: Crumb[]
  /** The one likely action, at most with one quieter beside it. */
  action?: ReactNode
  /** `Menu.Item`s for everything else. */
  menu?: ReactNode
}

/** The head of every page; also names the browser's tab. */
export function PageHeader({ title, count, status, subtitle, breadcrumbs, action, menu }: PageHeaderProps) {
  const t = useTexts(uiTexts)
  useEffect(() => {
    const before = document.title
    const site = before.split(' · ').at(-1)
    document.title = site && site !== title ? `${title} · ${site}` : title
    return () => {
      document.title = before
    }
  }, [title])
  return (
    <header className={styles.header}>
      {breadcrumbs && breadcrumbs.length > 0 ? (
        <nav aria-label={t('breadcrumbs')} className={styles.crumbs}>
          {breadcrumbs.map((crumb, index) => (
            <span key={crumb.href} className={styles.crumb}>
              {index > 0 ? <IconChevronRight aria-hidden /> : null}
              <Link href={crumb.href}>{crumb.label}</Link>
            </span>
          ))}
        </nav>
      ) : null}
      <div className={styles.row}>
        <div className={styles.names}>
          <div className={styles.title}>
            <h1>{title}</h1>
            {count === undefined ? null : (
              <span className={styles.count}>{typeof count === 'number' ? formatNumber(count) : count}</span>
            )}
            {status}
          </div>
          {subtitle ? <div className={styles.subtitle}>{subtitle}</div> : null}
        </div>
        <div className={styles.actions}>
          {action}
          {menu ? (
            <Suspense fallback={<span className={styles.menuToCome} />}>
              <HeaderMenu>{menu}</HeaderMenu>
            </Suspense>
          ) : null}
        </div>
      </div>
    </header>
  )
}
