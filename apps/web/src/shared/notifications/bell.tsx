import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '@portico/ui'
import { IconBell } from '@tabler/icons-react'
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { useLocation } from '@tanstack/react-router'
import { unreadQuery, useFeed } from './feed.ts'
import styles from './bell.module.css'
import { notificationTexts } from './texts.ts'

const Popover = lazy(() => import('./popover.tsx'))

/** How many notifications are unread, and behind it what they say. */
export function Bell() {
  const t = useTexts(notificationTexts)
  const feed = useFeed()
  const unread = useQuery(unreadQuery(feed))
  const { pathname } = useLocation()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const count = unread.data?.count ?? 0
  const shown = count > 99 ? t('many') : String(count)

  const close = useCallback((returnsFocus: boolean) => {
    setOpen(false)
    if (returnsFocus) button.current?.focus()
  }, [])
  useEffect(() => setOpen(false), [pathname])
  useEffect(() => {
    if (!isOpen) return undefined
    const onPointer = (event: PointerEvent) => {
      if (!area.current?.contains(event.target as Node)) close(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close(true)
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [isOpen, close])

  return (
    <div className={styles.bell} ref={area}>
      <ActionIcon
        ref={button}
        className={styles.button}
        variant="subtle"
        color="gray"
        size={36}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={count > 0 ? t('bellUnread', { unread: shown }) : t('bell')}
        onClick={() => setOpen(!isOpen)}
      >
        <IconBell className={styles.icon} />
        {count > 0 ? (
          <span className={styles.badge} aria-hidden>
            {shown}
          </span>
        ) : null}
      </ActionIcon>
      {isOpen ? (
        <Suspense fallback={null}>
          <Popover unread={count} onClose={close} />
        </Suspense>
      ) : null}
    </div>
  )
}
