import { useBlocker } from '@tanstack/react-router'
import { UnsavedDialog } from '@portico/ui'
import type { ReactNode } from 'react'

/**
 * Asks before a page with unsaved changes is left, by a link, the back button or the tab. Render what it answers:
 * `const guard = useUnsavedGuard(form.isDirty() && !save.isSuccess)` … `{guard}`.
 */
export function useUnsavedGuard(isDirty: boolean): ReactNode {
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => isDirty && current.pathname !== next.pathname,
    enableBeforeUnload: () => isDirty,
    withResolver: true,
  })
  return (
    <UnsavedDialog
      opened={blocker.status === 'blocked'}
      onStay={() => blocker.reset?.()}
      onLeave={() => blocker.proceed?.()}
    />
  )
}
