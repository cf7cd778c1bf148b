import { Button, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { PageHeader, useTexts } from '@portico/ui'
import { useUrlSearch } from '../url-search.ts'
import { unreadQuery, useFeed } from './feed.ts'
import { NotificationList } from './notification-list.tsx'
import styles from './notifications.module.css'
import { PreferencesTable } from './preferences-table.tsx'
import { notificationTexts } from './texts.ts'
import { useReadAll } from './use-reading.ts'

/** All notifications of a person, and what they want to be told. */
export function NotificationsPage() {
  const t = useTexts(notificationTexts)
  const feed = useFeed()
  const { values, change } = useUrlSearch()
  const unread = useQuery(unreadQuery(feed))
  const readAll = useReadAll()
  const tab = values['tab'] === 'settings' ? 'settings' : 'list'
  return (
    <div className={styles.page}>
      <PageHeader
        title={t('title')}
        action={
          tab === 'list' && (unread.data?.count ?? 0) > 0 ? (
            <Button variant="default" loading={readAll.isPending} onClick={() => readAll.mutate()}>
              {t('readAll')}
            </Button>
          ) : undefined
        }
      />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => change({ tab: next === 'settings' ? next : undefined })}
      >
        <Tabs.List aria-label={t('title')}>
          <Tabs.Tab value="list">{t('tabList')}</Tabs.Tab>
          <Tabs.Tab value="settings">{t('settings')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="list" className={styles.panel}>
          <NotificationList limit={30} />
        </Tabs.Panel>
        <Tabs.Panel value="settings" className={styles.panel}>
          <PreferencesTable />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
