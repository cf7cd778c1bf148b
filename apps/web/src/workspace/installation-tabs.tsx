import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useUrlSearch } from '../shared/url-search.ts'
import { useMe, useWorkspace } from './workspace-data.ts'
import styles from './workspace.module.css'

interface InstallationTabsProps {
  label: string
  installationLabel: string
  /** Filters of the one that the other does not know. */
  filterKeys?: readonly string[]
  organization: ReactNode
  installation: ReactNode
}

/** A list of the organization's own; for who runs the installation the same of the installation, one tab further. */
export function InstallationTabs(props: InstallationTabsProps) {
  const { label, installationLabel, filterKeys = [], organization, installation } = props
  const { organization: own } = useWorkspace()
  const { is_platform_admin: isPlatformAdmin } = useMe()
  const { values, change } = useUrlSearch()
  if (!isPlatformAdmin) return organization
  const unfiltered = Object.fromEntries(filterKeys.map((key) => [key, undefined]))
  return (
    <Tabs
      value={values['tab'] === 'installation' ? 'installation' : 'organization'}
      keepMounted={false}
      onChange={(tab) => change({ ...unfiltered, tab: tab === 'installation' ? tab : undefined })}
    >
      <Tabs.List aria-label={label}>
        <Tabs.Tab value="organization">{own.name}</Tabs.Tab>
        <Tabs.Tab value="installation">{installationLabel}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="organization" className={styles.tabPanel}>
        {organization}
      </Tabs.Panel>
      <Tabs.Panel value="installation" className={styles.tabPanel}>
        {installation}
      </Tabs.Panel>
    </Tabs>
  )
}
