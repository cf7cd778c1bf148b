import { ActionIcon } from '@mantine/core'
import { useTexts } from '@portico/ui'
import { IconHistory } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'
import { activityTexts } from './texts.ts'

const ActivityDrawer = lazy(() => import('./activity-drawer.tsx'))

/** In the header: opens the activity, whose script and data come when it is first opened. */
export function ActivityButton() {
  const t = useTexts(activityTexts)
  const [isOpen, setOpen] = useState(false)
  const [wasOpened, setWasOpened] = useState(false)
  const { pathname } = useLocation()
  // A link in it leads to the page below, so it gives way.
  useEffect(() => setOpen(false), [pathname])
  return (
    <>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={36}
        aria-label={t('openActivity')}
        title={t('activity')}
        aria-expanded={isOpen}
        onClick={() => {
          setWasOpened(true)
          setOpen(true)
        }}
      >
        <IconHistory />
      </ActionIcon>
      {wasOpened ? (
        <Suspense fallback={null}>
          <ActivityDrawer opened={isOpen} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
