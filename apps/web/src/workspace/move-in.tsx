import { Button } from '@mantine/core'
import { Link, useTexts } from '@portico/ui'
import { IconTransferIn } from '@tabler/icons-react'
import { workspaceTexts } from './texts.ts'
import { useWorkspace, useWorkspaceBase } from './workspace-data.ts'

/** Beside an empty list: what it would hold may lie in another program. */
export function MoveIn() {
  const t = useTexts(workspaceTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  if (!can('imports.batch.manage')) return null
  return (
    <Button
      component={Link}
      href={`${base}/settings/imports`}
      variant="default"
      leftSection={<IconTransferIn />}
    >
      {t('moveIn')}
    </Button>
  )
}
