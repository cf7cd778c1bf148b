import type { ReactNode } from 'react'
import { Link } from '../link.tsx'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { BrandMark } from './brand-mark.tsx'
import { isCurrent, type NavigationItem } from './frame-navigation.tsx'
import styles from './portal-frame.module.css'

export interface PortalFrameProps {
  brand: { name: string; logoUrl?: string | null | undefined; href?: string | undefined }
  /** At most five entries: in the header on a wide screen, at the foot on a phone. Empty on the private link. */
  navigation?: NavigationItem[]
  currentPath?: string
  /** Right of the header: `UserMenu`, a sign-in link. */
  actions?: ReactNode
  /** Foot of the page: the organization's address, how to reach it. */
  footer?: ReactNode
  /** `narrow` for one column (pay), `wide` for lists and papers. */
  width?: 'narrow' | 'wide'
  children: ReactNode
}

/** The client's side: the organization's brand first, larger type, few things. */
export function PortalFrame(props: PortalFrameProps) {
  const { brand, navigation = [], currentPath = '', actions, footer, width = 'wide', children } = props
  const t = useTexts(uiTexts)
  const mark = <BrandMark name={brand.name} logoUrl={brand.logoUrl} size="lg" />
  return (
    <div className={styles.frame} data-shell="portal" data-navigation={navigation.length > 0 || undefined}>
      <a href="#content" className={styles.skip}>
        {t('skip')}
      </a>
      <header className={styles.header}>
        <div className={styles.bar}>
          {brand.href ? (
            <Link href={brand.href} className={styles.brand}>
              {mark}
            </Link>
          ) : (
            <span className={styles.brand}>{mark}</span>
          )}
          {navigation.length > 0 ? (
            <nav aria-label={t('mainNavigation')} className={styles.navigation}>
              <ul className={styles.items}>
                {navigation.map((item) => (
                  <li key={item.href}>
                    <Link
                      href={item.href}
                      className={styles.item}
                      aria-current={isCurrent(item, currentPath) ? 'page' : undefined}
                    >
                      <item.icon className={styles.icon} />
                      {item.label}
                      {item.count ? <span className={styles.count}>{item.count}</span> : null}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
          <div className={styles.actions}>{actions}</div>
        </div>
      </header>
      <main id="content" tabIndex={-1} className={styles.content} data-width={width}>
        {children}
      </main>
      {footer ? <footer className={styles.footer}>{footer}</footer> : null}
    </div>
  )
}
