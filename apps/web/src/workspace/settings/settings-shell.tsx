import { Outlet, useLocation } from '@tanstack/react-router'
import type { Permission } from '@portico/contract'
import { Link, PageHeader, useTexts } from '@portico/ui'
import { useEffect, useRef } from 'react'
import { HistoryButton } from '../activity/record-history.tsx'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import styles from './settings.module.css'
import { settingsTexts } from './texts.ts'

const sections = [
  ['', 'general', null],
  ['/brand', 'brand', null],
  ['/tax', 'tax', 'taxes.rate.read'],
  ['/numbers', 'numbers', null],
  ['/currencies', 'currencies', 'currencies.rate.read'],
  ['/accounts', 'accounts', 'accounts.account.read'],
  ['/imports', 'imports', 'imports.batch.read'],
  ['/developer', 'developer', 'audit.entry.read'],
] as const satisfies readonly (readonly [string, string, Permission | null])[]

/** One column of groups; the parts of the settings beside it, above it on a phone. */
export function SettingsShell() {
  const t = useTexts(settingsTexts)
  const base = `${useWorkspaceBase()}/settings`
  const { can, organization } = useWorkspace()
  const path = useLocation().pathname.replace(/\/$/, '')
  // On a phone the parts stand in a row that scrolls; the current one is brought into view.
  const navigation = useRef<HTMLElement>(null)
  useEffect(() => {
    const current = navigation.current?.querySelector('[aria-current]')
    current?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [path])
  return (
    <>
      <PageHeader
        title={t('title')}
        status={
          <span className={styles.history}>
            <HistoryButton record={organization.id} name={t('title')} />
          </span>
        }
      />
      <div className={styles.shell}>
        <nav ref={navigation} aria-label={t('sections')} className={styles.sections}>
          {sections
            .filter(([, , needs]) => needs === null || can(needs))
            .map(([end, key]) => (
              <Link
                key={key}
                href={base + end}
                className={styles.section}
                aria-current={path === base + end ? 'page' : undefined}
              >
                {t(key)}
              </Link>
            ))}
        </nav>
        <div className={styles.column}>
          {can('organizations.settings.edit') ? null : <p className={styles.readOnly}>{t('readOnly')}</p>}
          <Outlet />
        </div>
      </div>
    </>
  )
}
