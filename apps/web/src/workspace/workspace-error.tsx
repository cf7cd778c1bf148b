import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button, Center } from '@mantine/core'
import { EmptyState, Link, useTexts } from '@portico/ui'
import { IconBuildingOff } from '@tabler/icons-react'
import { RouteError } from '../shared/route-states.tsx'
import { workspaceTexts } from './texts.ts'
import { UnknownOrganization } from './workspace-data.ts'

/** In place of a workspace that cannot be entered. A page inside it that fails keeps the frame: it has its own. */
export function WorkspaceError(props: ErrorComponentProps) {
  const t = useTexts(workspaceTexts)
  if (!(props.error instanceof UnknownOrganization)) {
    return (
      <main id="content" tabIndex={-1}>
        <RouteError {...props} />
      </main>
    )
  }
  return (
    <Center component="main" id="content" tabIndex={-1} mih="100dvh">
      <EmptyState
        icon={IconBuildingOff}
        title={t('unknownTitle')}
        detail={t('unknownDetail')}
        action={
          <Button component={Link} href="/app">
            {t('unknownAction')}
          </Button>
        }
      />
    </Center>
  )
}
