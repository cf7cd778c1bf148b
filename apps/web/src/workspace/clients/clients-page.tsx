import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  Amount,
  DataList,
  DateText,
  EmptyState,
  FilterBar,
  formatNumber,
  Link,
  NoMatch,
  PageHeader,
  StatusBadge,
  useTexts,
  type DataColumn,
  type ListSort,
} from '@portico/ui'
import { IconArrowsSort, IconPlus, IconUsers } from '@tabler/icons-react'
import { useRef } from 'react'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch, type UrlSearch } from '../../shared/url-search.ts'
import { MoveIn } from '../move-in.tsx'
import { ViewChips } from '../view-chips.tsx'
import { useWorkspace, useWorkspaceBase } from '../workspace-data.ts'
import { CLIENT_STATUSES, clientsQuery, listQueryOf, type ClientSummary } from './clients-data.ts'
import styles from './clients.module.css'
import { clientTexts } from './texts.ts'

export function ClientsPage() {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const { can } = useWorkspace()
  const search = useUrlSearch()
  const { values, change, hrefWith } = search
  const clients = useQuery(clientsQuery(listQueryOf(values)))
  const total = clients.data?.total
  const isFiltered = Boolean(values['q'] || values['status'] || values['segment'])
  const create = can('clients.client.create') ? (
    <Button component={Link} href={`${base}/clients/new`} leftSection={<IconPlus />}>
      {t('newClient')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader
        title={t('title')}
        count={
          total
            ? total.is_capped
              ? t('capped', { most: formatNumber(total.count) })
              : total.count
            : undefined
        }
        action={create}
      />
      <StatusChips search={search} />
      <FilterBar
        values={values}
        onChange={change}
        search={{ key: 'q', placeholder: t('search') }}
        filters={useSegmentFilter(clients.data?.data, values['segment'])}
      >
        <SortMenu search={search} />
      </FilterBar>
      <DataList
        label={t('title')}
        columns={columnsOf(t, can('clients.balance.read'))}
        {...listState(clients, hrefWith)}
        rowKey={(row) => row.id}
        rowHref={(row) => `${base}/clients/${row.id}`}
        expectedRows={16}
        sort={sortLinks(search)}
        empty={
          isFiltered ? (
            <NoMatch clearHref={hrefWith({ q: undefined, status: undefined, segment: undefined })} />
          ) : (
            <EmptyState
              icon={IconUsers}
              title={t('emptyTitle')}
              detail={t('emptyDetail')}
              action={
                <>
                  {create}
                  <MoveIn />
                </>
              }
            />
          )
        }
      />
    </>
  )
}

type T = ReturnType<typeof useTexts<typeof clientTexts.messages>>

function columnsOf(t: T, withBalance: boolean): DataColumn<ClientSummary>[] {
  const columns: DataColumn<ClientSummary>[] = [
    {
      key: 'name',
      title: t('name'),
      sortKey: 'name',
      width: '26%',
      phone: 'title',
      render: (row) => <span title={row.name}>{row.name}</span>,
    },
    {
      key: 'refid',
      title: t('refid'),
      only: 'wide',
      width: '128px',
      render: (row) => <span className={styles.refid}>{row.refid}</span>,
    },
    {
      key: 'email',
      title: t('email'),
      only: 'medium',
      width: '20%',
      phone: 'detail',
      render: (row) => <span title={row.email ?? undefined}>{row.email}</span>,
    },
    { key: 'segment', title: t('segment'), only: 'wide', width: '128px', render: (row) => row.segment },
    {
      key: 'created',
      title: t('added'),
      sortKey: '-created',
      only: 'wide',
      width: '116px',
      render: (row) => <DateText value={row.created_at} />,
    },
    {
      key: 'status',
      title: t('status'),
      width: '116px',
      phone: 'status',
      render: (row) => <StatusBadge status={row.status} />,
    },
  ]
  if (!withBalance) return columns
  return [
    ...columns,
    {
      key: 'open',
      title: t('open'),
      align: 'end',
      phone: 'amount',
      render: (row) => <OpenAmounts balances={row.balances ?? []} />,
    },
  ]
}

function OpenAmounts({ balances }: { balances: NonNullable<ClientSummary['balances']> }) {
  const owed = balances.filter(({ open }) => open.amount !== 0)
  if (owed.length === 0) return <span className={styles.none}>–</span>
  return (
    <span className={styles.amounts}>
      {owed.map(({ currency, open }) => (
        <Amount key={currency} value={open} />
      ))}
    </span>
  )
}

/** The API sorts one way per column, so a heading leads to that way. */
function sortLinks({ values, hrefWith }: UrlSearch): ListSort {
  const current = values['sort'] ?? (values['q'] ? '' : '-created')
  return {
    ariaSort: (key) =>
      key && key === current ? (key.startsWith('-') ? 'descending' : 'ascending') : undefined,
    href: (key) => hrefWith({ sort: key }),
  }
}

function StatusChips({ search }: { search: UrlSearch }) {
  const t = useTexts(clientTexts)
  const { values, hrefWith } = search
  return (
    <ViewChips
      label={t('statusFilter')}
      chips={[undefined, ...CLIENT_STATUSES].map((status) => ({
        key: status ?? 'all',
        label: t(status ?? 'all'),
        href: hrefWith({ status }),
        isCurrent: (values['status'] || undefined) === status,
      }))}
    />
  )
}

/** Segments are free words of the organization; those met so far are offered. */
function useSegmentFilter(rows: readonly ClientSummary[] | undefined, chosen: string | undefined) {
  const t = useTexts(clientTexts)
  const met = useRef(new Set<string>())
  for (const { segment } of rows ?? []) if (segment) met.current.add(segment)
  if (chosen) met.current.add(chosen)
  if (met.current.size === 0) return []
  const options = [...met.current]
    .sort((a, b) => a.localeCompare(b))
    .map((value) => ({ value, label: value }))
  return [{ key: 'segment', label: t('segment'), options }]
}

function SortMenu({ search }: { search: UrlSearch }) {
  const t = useTexts(clientTexts)
  const current = search.values['sort'] === 'name' ? 'name' : '-created'
  return (
    <Menu>
      <Menu.Target>
        <Button
          variant="subtle"
          size="xs"
          color="gray"
          className={styles.sort}
          leftSection={<IconArrowsSort />}
        >
          {t(current === 'name' ? 'sortName' : 'sortNewest')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('sort')}</Menu.Label>
        <Menu.RadioGroup value={current} onChange={(sort) => search.change({ sort })}>
          <Menu.RadioItem value="-created">{t('sortNewest')}</Menu.RadioItem>
          <Menu.RadioItem value="name">{t('sortName')}</Menu.RadioItem>
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}
