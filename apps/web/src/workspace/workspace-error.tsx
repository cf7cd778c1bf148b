import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from '@mantine/core'
import { Link, useTexts } from '@portico/ui'
import { AuthFrame } from '../auth/auth-frame.tsx'
import { RouteError } from '../shared/route-states.tsx'
import { workspaceTexts } from './texts.ts'
import { SuspendedOrganization, UnknownOrganization } from './workspace-data.ts'

/** In place of a workspace that cannot be entered. A page inside it that fails keeps the frame: it has its own. */
export function WorkspaceError(props: ErrorComponentProps) {
  const t = useTexts(workspaceTexts)
  if (props.error instanceof SuspendedOrganization) {
    const { organization, reason } = props.error
    return (
      <AuthFrame
        title={t('suspendedTitle', { organization })}
        detail={reason ? t('suspendedReason', { reason }) : t('suspendedDetail')}
      >
        <div>
          <Button component={Link} href="/app">
            {t('unknownAction')}
          </Button>
        </div>
      </AuthFrame>
    )
  }
  if (!(props.error instanceof UnknownOrganization)) {
    return (
      <AuthFrame title={t('notReachedTitle')}>
        <RouteError {...props} />
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title={t('unknownTitle')} detail={t('unknownDetail')}>
      <div>
        <Button component={Link} href="/app">
          {t('unknownAction')}
        </Button>
      </div>
    </AuthFrame>
  )
}
