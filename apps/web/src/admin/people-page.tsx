import { Menu } from '@mantine/core'
import {
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  formatNumber,
  PageHeader,
  StatusBadge,
  useTexts,
} from '@portico/ui'
import { IconLock, IconLockOpen, IconLogout, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { api, unwrap } from '../shared/api.ts'
import { useUrlList } from '../shared/url-list.tsx'
import { peopleFilters, peopleQuery, useDeed, useMe, type AdminPerson } from './admin-data.ts'
import styles from './admin.module.css'
import { ReasonDialog } from './reason-dialog.tsx'
import { RowMenu, TwoLines } from './row-parts.tsx'
import { adminTexts } from './texts.ts'

/** `/admin/people`: accounts, and what keeps somebody out. */
export function PeoplePage() {
  const t = useTexts(adminTexts)
  const me = useMe()
  const { filters, stateWith } = useUrlList(peopleQuery, ['search', 'only'])
  const [asked, setAsked] = useState<AdminPerson | null>(null)
  const path = (person: AdminPerson) => ({ params: { path: { user_id: person.id } } })
  const lock = useDeed(
    ({ person, reason }: { person: AdminPerson; reason: string }) =>
      unwrap(api.POST('/v1/platform/people/{user_id}/lock', { ...path(person), body: { reason } })),
    ({ person }) => t('locked', { name: person.name }),
  )
  const unlock = useDeed(
    (person: AdminPerson) => unwrap(api.POST('/v1/platform/people/{user_id}/unlock', path(person))),
    ({ name }) => t('unlocked', { name }),
  )
  const endSessions = useDeed(
    (person: AdminPerson) => unwrap(api.POST('/v1/platform/people/{user_id}/sign-outs', path(person))),
    ({ name }) => t('sessionsEnded', { name }),
  )
  return (
    <>
      <PageHeader title={t('people')} subtitle={t('peopleSubtitle')} />
      <FilterBar
        values={filters.values}
        onChange={filters.change}
        search={{ key: 'search', placeholder: t('peopleSearch') }}
        filters={[
          {
            key: 'only',
            label: t('only'),
            options: peopleFilters.map((value) => ({ value, label: t(`only_${value}`) })),
          },
        ]}
      />
      <DataList
        label={t('people')}
        columns={[
          {
            key: 'name',
            title: t('name'),
            phone: 'title',
            render: (row) => <TwoLines strong={row.name} quiet={row.email} />,
          },
          {
            key: 'places',
            title: t('places'),
            width: '120px',
            align: 'end',
            only: 'wide',
            render: (row) => formatNumber(row.organizations),
          },
          {
            key: 'sessions',
            title: t('sessions'),
            width: '120px',
            align: 'end',
            only: 'medium',
            render: (row) => formatNumber(row.open_sessions),
          },
          {
            key: 'seen',
            title: t('lastSeen'),
            width: '140px',
            only: 'medium',
            render: (row) =>
              row.last_login_at ? <DateText value={row.last_login_at} as="relative" /> : t('never'),
          },
          {
            key: 'status',
            title: t('status'),
            width: '220px',
            phone: 'status',
            render: (row) => (
              <span className={styles.badges}>
                <StateOf person={row} />
                {row.is_platform_admin ? <StatusBadge status="viewed" label={t('isAdmin')} /> : null}
              </span>
            ),
          },
          {
            key: 'more',
            title: t('actions'),
            width: '84px',
            align: 'end',
            phone: 'amount',
            render: (row) => (
              <RowMenu name={row.name}>
                {row.is_locked || row.paused_until ? (
                  <Menu.Item leftSection={<IconLockOpen />} onClick={() => unlock.mutate(row)}>
                    {t('unlock')}
                  </Menu.Item>
                ) : null}
                {row.is_locked || row.id === me.id ? null : (
                  <Menu.Item leftSection={<IconLock />} onClick={() => setAsked(row)}>
                    {t('lock')}
                  </Menu.Item>
                )}
                <Menu.Item
                  leftSection={<IconLogout />}
                  disabled={row.open_sessions === 0}
                  onClick={() => endSessions.mutate(row)}
                >
                  {t('endSessions')}
                </Menu.Item>
              </RowMenu>
            ),
          },
        ]}
        rowKey={(row) => row.id}
        {...stateWith(<EmptyState icon={IconUsers} title={t('peopleEmpty')} />)}
      />
      {asked ? (
        <ReasonDialog
          question={t('lockQuestion', { name: asked.name })}
          consequence={t('lockConsequence')}
          deed={t('lockDeed')}
          hint={t('lockHint')}
          isDangerous
          onClose={() => setAsked(null)}
          onConfirm={(reason) => lock.mutateAsync({ person: asked, reason })}
        />
      ) : null}
    </>
  )
}

function StateOf({ person }: { person: AdminPerson }) {
  const t = useTexts(adminTexts)
  if (person.is_locked) return <StatusBadge status="suspended" label={t('isLocked')} />
  if (person.paused_until) return <StatusBadge status="overdue" label={t('isPaused')} />
  if (!person.is_email_verified) return <StatusBadge status="pending" label={t('isUnverified')} />
  return <StatusBadge status="active" label={t('isActive')} />
}
