import { Menu } from '@mantine/core'
import {
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  formatFileSize,
  formatNumber,
  PageHeader,
  StatusBadge,
  useTexts,
} from '@portico/ui'
import { IconBuildings, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap } from '../shared/api.ts'
import { useUrlList } from '../shared/url-list.tsx'
import { organizationsQuery, organizationStates, useDeed, type AdminOrganization } from './admin-data.ts'
import { ReasonDialog } from './reason-dialog.tsx'
import { RowMenu, TwoLines } from './row-parts.tsx'
import { adminTexts } from './texts.ts'

/** `/admin`: that organizations exist, and how large they are. */
export function OrganizationsPage() {
  const t = useTexts(adminTexts)
  const { filters, stateWith } = useUrlList(organizationsQuery, ['search', 'status'])
  const [asked, setAsked] = useState<AdminOrganization | null>(null)
  const setStatus = useDeed(
    ({ organization, reason }: { organization: AdminOrganization; reason: string }) =>
      unwrap(
        api.POST(
          organization.status === 'active'
            ? '/v1/platform/organizations/{organization_id}/suspension'
            : '/v1/platform/organizations/{organization_id}/reactivation',
          { params: { path: { organization_id: organization.id } }, body: { reason } },
        ),
      ),
    ({ organization }) =>
      t(organization.status === 'active' ? 'suspended' : 'reactivated', { name: organization.name }),
  )
  const figure = (row: AdminOrganization, of: 'members' | 'clients' | 'invoices') =>
    row.size ? formatNumber(row.size[of]) : '–'
  return (
    <>
      <PageHeader title={t('organizations')} subtitle={t('organizationsSubtitle')} />
      <FilterBar
        values={filters.values}
        onChange={filters.change}
        search={{ key: 'search', placeholder: t('organizationsSearch') }}
        filters={[
          {
            key: 'status',
            label: t('status'),
            options: organizationStates.map((value) => ({ value, label: t(`status_${value}`) })),
          },
        ]}
      />
      <DataList
        label={t('organizations')}
        columns={[
          {
            key: 'name',
            title: t('name'),
            phone: 'title',
            render: (row) => (
              <TwoLines
                strong={row.name}
                quiet={
                  row.status === 'suspended' ? t('becauseOf', { reason: row.status_reason ?? '' }) : row.slug
                }
              />
            ),
          },
          {
            key: 'plan',
            title: t('plan'),
            width: '120px',
            only: 'wide',
            phone: 'detail',
            render: (row) => row.plan.name,
          },
          {
            key: 'members',
            title: t('members'),
            width: '90px',
            align: 'end',
            only: 'medium',
            render: (row) => figure(row, 'members'),
          },
          {
            key: 'clients',
            title: t('clients'),
            width: '90px',
            align: 'end',
            only: 'medium',
            render: (row) => figure(row, 'clients'),
          },
          {
            key: 'invoices',
            title: t('invoices'),
            width: '100px',
            align: 'end',
            render: (row) => figure(row, 'invoices'),
          },
          {
            key: 'files',
            title: t('files'),
            width: '90px',
            align: 'end',
            only: 'wide',
            render: (row) => (row.size ? formatFileSize(row.size.file_bytes) : t('notCounted')),
          },
          {
            key: 'since',
            title: t('since'),
            width: '120px',
            only: 'wide',
            render: (row) => <DateText value={row.created_at} />,
          },
          {
            key: 'status',
            title: t('status'),
            width: '130px',
            phone: 'status',
            render: (row) => <StatusBadge status={row.status === 'active' ? 'active' : 'suspended'} />,
          },
          {
            key: 'more',
            title: t('actions'),
            width: '84px',
            align: 'end',
            phone: 'amount',
            render: (row) => (
              <RowMenu name={row.name}>
                <Menu.Item
                  leftSection={row.status === 'active' ? <IconPlayerPause /> : <IconPlayerPlay />}
                  onClick={() => setAsked(row)}
                >
                  {t(row.status === 'active' ? 'suspend' : 'reactivate')}
                </Menu.Item>
              </RowMenu>
            ),
          },
        ]}
        rowKey={(row) => row.id}
        {...stateWith(<EmptyState icon={IconBuildings} title={t('organizationsEmpty')} />)}
      />
      {asked ? (
        <ReasonDialog
          question={t(asked.status === 'active' ? 'suspendQuestion' : 'reactivateQuestion', {
            name: asked.name,
          })}
          consequence={t(asked.status === 'active' ? 'suspendConsequence' : 'reactivateConsequence')}
          deed={t(asked.status === 'active' ? 'suspendDeed' : 'reactivateDeed')}
          hint={t('reasonHint')}
          isDangerous={asked.status === 'active'}
          onClose={() => setAsked(null)}
          onConfirm={(reason) => setStatus.mutateAsync({ organization: asked, reason })}
        />
      ) : null}
    </>
  )
}
