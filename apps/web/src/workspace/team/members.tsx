import { ActionIcon } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  StatusBadge,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconPencil, IconUsersGroup } from '@tabler/icons-react'
import { useState } from 'react'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch } from '../../shared/url-search.ts'
import { useMe, useWorkspace } from '../workspace-data.ts'
import { MemberPanel } from './member-panel.tsx'
import { membersQuery, type Member } from './team-data.ts'
import styles from './team.module.css'
import { teamTexts } from './texts.ts'

const STATUSES = ['active', 'suspended', 'removed'] as const

export function Members() {
  const t = useTexts(teamTexts)
  const me = useMe()
  const { can } = useWorkspace()
  const { values, change, hrefWith } = useUrlSearch()
  const [editing, setEditing] = useState<Member | null>(null)
  const status = STATUSES.find((one) => one === values['status'])
  const { after, before } = values
  const members = useQuery(
    membersQuery({
      limit: 50,
      ...(status && { status }),
      ...(after && { after }),
      ...(before && { before }),
    }),
  )
  const columns: DataColumn<Member>[] = [
    {
      key: 'name',
      title: t('name'),
      phone: 'title',
      width: '22%',
      render: (row) => (
        <>
          {row.name}
          {row.user_id === me.id ? <span className={styles.you}> ({t('you')})</span> : null}
        </>
      ),
    },
    {
      key: 'email',
      title: t('email'),
      phone: 'detail',
      width: '28%',
      render: (row) => <span title={row.email}>{row.email}</span>,
    },
    { key: 'title', title: t('jobTitle'), only: 'wide', render: (row) => row.title },
    {
      key: 'role',
      title: t('role'),
      phone: 'amount',
      width: '150px',
      render: (row) => (
        <span title={row.is_limited_to_assigned_clients ? t('limited') : undefined}>
          {row.role.name}
          {row.is_limited_to_assigned_clients ? ' *' : ''}
        </span>
      ),
    },
    {
      key: 'seen',
      title: t('lastSignIn'),
      only: 'medium',
      width: '130px',
      render: (row) =>
        row.last_login_at ? <DateText value={row.last_login_at} as="relative" /> : t('never'),
    },
    {
      key: 'status',
      title: t('status'),
      phone: 'status',
      width: '120px',
      render: (row) => (
        <StatusBadge status={row.status === 'removed' ? 'inactive' : row.status} label={t(row.status)} />
      ),
    },
  ]
  if (can('members.member.manage')) {
    columns.push({
      key: 'edit',
      title: t('actions'),
      align: 'end',
      width: '56px',
      phone: 'amount',
      render: (row) => (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('editTitle', { name: row.name })}
          onClick={() => setEditing(row)}
        >
          <IconPencil />
        </ActionIcon>
      ),
    })
  }
  return (
    <>
      <FilterBar
        values={values}
        onChange={change}
        filters={[
          {
            key: 'status',
            label: t('statusFilter'),
            options: STATUSES.map((value) => ({ value, label: t(value) })),
          },
        ]}
      />
      <DataList
        label={t('tabMembers')}
        columns={columns}
        {...listState(members, hrefWith)}
        rowKey={(row) => row.id}
        empty={<EmptyState icon={IconUsersGroup} title={t('emptyTitle')} />}
      />
      {members.data?.data.some((row) => row.is_limited_to_assigned_clients) ? (
        <p className={styles.note}>* {t('limited')}</p>
      ) : null}
      <MemberPanel member={editing} onClose={() => setEditing(null)} />
    </>
  )
}
