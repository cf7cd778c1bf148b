import type { ComponentType } from 'react'
import { Link } from '../link.tsx'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './frame-navigation.module.css'

export interface NavigationItem {
  label: string
  href: string
  icon: ComponentType<{ className?: string }>
  /** A small figure at the right: what waits there. */
  count?: number | undefined
  /** Current only at exactly this path; otherwise also below it. */
  isExact?: boolean
}

export interface NavigationGroup {
  /** Heading; the first group usually has none. */
  title?: string
  items: NavigationItem[]
}

export function isCurrent(item: Pick<NavigationItem, 'href' | 'isExact'>, path: string): boolean {
  const base = item.href.split('?')[0] ?? ''
  return path === base || (!item.isExact && path.startsWith(`${base}/`))
}

export function FrameNavigation({ groups, currentPath }: { groups: NavigationGroup[]; currentPath: string }) {
  const t = useTexts(uiTexts)
  return (
    <nav aria-label={t('mainNavigation')} className={styles.navigation}>
      {groups.map((group, index) => (
        <div key={group.title ?? index} className={styles.group}>
          {group.title ? <p className={styles.title}>{group.title}</p> : null}
          <ul>
            {group.items.map((item) => (
              <li key={item.href}>
                <Link
                  href={item.href}
                  className={styles.item}
                  aria-current={isCurrent(item, currentPath) ? 'page' : undefined}
                >
                  <item.icon className={styles.icon} />
                  <span className={styles.label}>{item.label}</span>
                  {item.count ? <span className={styles.count}>{item.count}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
