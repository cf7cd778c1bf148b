import { ActionIcon, Button } from '@mantine/core'
import { Link, useTexts } from '@portico/ui'
import { IconSettings, IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useFeed } from './feed.ts'
import { NotificationList } from './notification-list.tsx'
import styles from './notifications.module.css'
import { notificationTexts } from './texts.ts'
import { useReadAll } from './use-reading.ts'

/** The latest notifications, over the page. */
export default function Popover(props: { unread: number; onClose: (returnsFocus: boolean) => void }) {
  const { unread, onClose } = props
  const t = useTexts(notificationTexts)
  const { base } = useFeed()
  const readAll = useReadAll()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => panel.current?.focus(), [])
  return (
    <section
      ref={panel}
      className={styles.popover}
      role="dialog"
      aria-label={t('title')}
      tabIndex={-1}
      onBlur={(event) => {
        // Tabbing on from the last thing in here leaves it.
        if (event.relatedTarget && !event.currentTarget.parentElement?.contains(event.relatedTarget))
          onClose(false)
      }}
    >
      <div className={styles.head}>
        <h2>{t('title')}</h2>
        {unread > 0 ? (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={readAll.isPending}
            onClick={() => readAll.mutate()}
          >
            {t('readAll')}
          </Button>
        ) : null}
        <ActionIcon
          component={Link}
          href={`${base}/notifications?tab=settings`}
          variant="subtle"
          color="gray"
          aria-label={t('settings')}
        >
          <IconSettings />
        </ActionIcon>
        <ActionIcon variant="subtle" color="gray" aria-label={t('close')} onClick={() => onClose(true)}>
          <IconX />
        </ActionIcon>
      </div>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={t('title')}>
        <NotificationList limit={12} onFollow={() => onClose(false)} />
      </div>
      <div className={styles.foot}>
        <Link href={`${base}/notifications`}>{t('seeAll')}</Link>
      </div>
    </section>
  )
}
