import { Button, Tabs } from '@mantine/core'
import { PageHeader, useTexts } from '@portico/ui'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useUrlSearch } from '../../shared/url-search.ts'
import { useWorkspace } from '../workspace-data.ts'
import { Invitations } from './invitations.tsx'
import { InvitePanel } from './invite-panel.tsx'
import { Members } from './members.tsx'
import { RolesTable } from './roles-table.tsx'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

/** Who works here, who is invited, and what each role may do. */
export function TeamPage() {
  const t = useTexts(teamTexts)
  const { can } = useWorkspace()
  const { values, change } = useUrlSearch()
  const mayInvite = can('members.invitation.manage')
  const isAsked = mayInvite && values['invite'] === 'yes'
  const [isInviting, setInviting] = useState(false)
  const tabs = [
    ['members', 'tabMembers', true],
    ['invitations', 'tabInvitations', mayInvite],
    ['roles', 'tabRoles', can('members.role.read')],
  ] as const
  const shown = tabs.filter(([, , isAllowed]) => isAllowed)
  const tab = shown.find(([key]) => key === values['tab'])?.[0] ?? 'members'
  return (
    <>
      <PageHeader
        title={t('title')}
        action={
          mayInvite ? (
            <Button leftSection={<IconUserPlus />} onClick={() => setInviting(true)}>
              {t('invite')}
            </Button>
          ) : null
        }
      />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) =>
          change({ tab: next === 'members' ? undefined : (next ?? undefined), status: undefined })
        }
      >
        <Tabs.List aria-label={t('tabs')}>
          {shown.map(([key, name]) => (
            <Tabs.Tab key={key} value={key}>
              {t(name)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="members" className={styles.panel}>
          <Members />
        </Tabs.Panel>
        <Tabs.Panel value="invitations" className={styles.panel}>
          <Invitations />
        </Tabs.Panel>
        <Tabs.Panel value="roles" className={styles.panel}>
          <RolesTable />
        </Tabs.Panel>
      </Tabs>
      <InvitePanel
        opened={isInviting || isAsked}
        onClose={() => {
          setInviting(false)
          if (isAsked) change({ invite: undefined })
        }}
      />
    </>
  )
}
