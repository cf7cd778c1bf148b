import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { DateText, EmptyState, ErrorState, Link, SkeletonFacts, useTexts } from '@portico/ui'
import {
  IconBell,
  IconCash,
  IconFileInvoice,
  IconMailX,
  IconPhotoCheck,
  IconReceipt,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { feedQuery, useFeed, type Notification } from './feed.ts'
import { hrefOf } from './notification-links.ts'
import styles from './notifications.module.css'
import { notificationTexts } from './texts.ts'
import { useRead } from './use-reading.ts'
import { useSaying } from './use-saying.ts'

const icons = {
  invoice: IconFileInvoice,
  payment: IconCash,
  credit: IconCash,
  receipt: IconReceipt,
  payment_proof: IconPhotoCheck,
  client: IconUser,
  member: IconUsers,
  email: IconMailX,
}
const days = ['today', 'yesterday', 'earlier'] as const

/** Notifications by day, the newest first; older ones on demand. */
export function NotificationList({ limit, onFollow }: { limit: number; onFollow?: () => void }) {
  const t = useTexts(notificationTexts)
  const feed = useFeed()
  const list = useInfiniteQuery(feedQuery(feed, limit))
  if (list.error && !list.data) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (!list.data) return <SkeletonFacts count={4} />
  const all = list.data.pages.flatMap((page) => page.data)
  if (all.length === 0)
    return <EmptyState icon={IconBell} title={t('emptyTitle')} detail={t('emptyDetail')} />
  const byDay = Map.groupBy(all, ({ created_at: at }) => dayOf(at))
  return (
    <div className={styles.list}>
      {days.map((day) => {
        const own = byDay.get(day)
        return own ? (
          <section key={day}>
            <h3 className={styles.day}>{t(day)}</h3>
            <ul className={styles.rows}>
              {own.map((notification) => (
                <Row key={notification.id} notification={notification} onFollow={onFollow} />
              ))}
            </ul>
          </section>
        ) : null
      })}
      {list.hasNextPage ? (
        <Button
          className={styles.older}
          variant="subtle"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t('older')}
        </Button>
      ) : null}
    </div>
  )
}

function Row({ notification, onFollow }: { notification: Notification; onFollow: (() => void) | undefined }) {
  const t = useTexts(notificationTexts)
  const feed = useFeed()
  const say = useSaying()
  const read = useRead()
  const Icon = icons[notification.subject.kind]
  const isUnread = notification.read_at === null
  return (
    <li className={styles.row} data-unread={isUnread || undefined}>
      <Link
        href={hrefOf(feed, notification)}
        className={styles.link}
        onClick={() => {
          if (isUnread) read.mutate(notification.id)
          onFollow?.()
        }}
      >
        <span className={styles.mark} aria-hidden>
          <Icon />
        </span>
        <span className={styles.words}>
          <span className={styles.what}>{say(notification)}</span>
          <span className={styles.when}>
            <DateText value={notification.created_at} as="relative" />
            {isUnread ? <span className={styles.unread}>{t('unread')}</span> : null}
          </span>
        </span>
      </Link>
    </li>
  )
}

function dayOf(instant: string): (typeof days)[number] {
  const now = new Date()
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime()
  const at = Date.parse(instant)
  if (at >= midnight) return 'today'
  return at >= midnight - 86_400_000 ? 'yesterday' : 'earlier'
}
