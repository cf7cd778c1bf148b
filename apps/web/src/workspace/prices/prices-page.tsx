import { Anchor, Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { exponentOf } from '@portico/money'
import {
  DataList,
  EmptyState,
  FilterBar,
  NoMatch,
  PageHeader,
  StatusBadge,
  useLocale,
  useTexts,
  type DataColumn,
} from '@portico/ui'
import { IconPlus, IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import { listState } from '../../shared/list-state.ts'
import { useUrlSearch } from '../../shared/url-search.ts'
import { useWorkspace } from '../workspace-data.ts'
import { PriceItemPanel } from './price-item-panel.tsx'
import { listQueryOf, priceItemsQuery, type PriceItem } from './prices-data.ts'
import styles from './prices.module.css'
import { priceTexts } from './texts.ts'

/** What the organization sells, with a price per currency. */
export function PricesPage() {
  const t = useTexts(priceTexts)
  const { can } = useWorkspace()
  const { values, change, hrefWith } = useUrlSearch()
  const items = useQuery(priceItemsQuery(listQueryOf(values)))
  const [open, setOpen] = useState<{ item: PriceItem | null } | null>(null)
  const mayManage = can('prices.item.manage')
  const create = mayManage ? (
    <Button leftSection={<IconPlus />} onClick={() => setOpen({ item: null })}>
      {t('newItem')}
    </Button>
  ) : null
  const columns: DataColumn<PriceItem>[] = [
    {
      key: 'name',
      title: t('name'),
      width: '38%',
      phone: 'title',
      render: (row) =>
        mayManage ? (
          <Anchor
            component="button"
            type="button"
            className={styles.name}
            onClick={() => setOpen({ item: row })}
          >
            {row.name}
          </Anchor>
        ) : (
          row.name
        ),
    },
    {
      key: 'code',
      title: t('code'),
      phone: 'detail',
      width: '140px',
      render: (row) => <span className={styles.code}>{row.code}</span>,
    },
    { key: 'unit', title: t('unit'), only: 'medium', width: '110px', render: (row) => row.unit },
    {
      key: 'status',
      title: t('status'),
      width: '120px',
      only: 'medium',
      render: (row) => (
        <StatusBadge
          status={row.is_active ? 'active' : 'inactive'}
          label={t(row.is_active ? 'active' : 'inactive')}
        />
      ),
    },
    {
      key: 'price',
      title: t('price'),
      align: 'end',
      phone: 'amount',
      render: (row) => <Prices prices={row.prices} />,
    },
  ]
  const isFiltered = Boolean(values['q'] || values['status'])
  return (
    <>
      <PageHeader title={t('title')} action={create} />
      <FilterBar
        values={values}
        onChange={change}
        search={{ key: 'q', placeholder: t('search') }}
        filters={[
          {
            key: 'status',
            label: t('status'),
            options: [
              { value: 'active', label: t('active') },
              { value: 'inactive', label: t('inactive') },
            ],
          },
        ]}
      />
      <DataList
        label={t('title')}
        columns={columns}
        {...listState(items, hrefWith)}
        rowKey={(row) => row.id}
        empty={
          isFiltered ? (
            <NoMatch clearHref={hrefWith({ q: undefined, status: undefined })} />
          ) : (
            <EmptyState icon={IconTags} title={t('emptyTitle')} detail={t('emptyDetail')} action={create} />
          )
        }
      />
      <PriceItemPanel opened={open !== null} item={open?.item ?? null} onClose={() => setOpen(null)} />
    </>
  )
}

/** Prices are decimals, not amounts: they may have more places than the currency (MECHANICS: 17). */
function Prices({ prices }: { prices: PriceItem['prices'] }) {
  const t = useTexts(priceTexts)
  const locale = useLocale()
  if (prices.length === 0) return <span className={styles.quiet}>{t('noPrice')}</span>
  const shown = (price: string, currency: string) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: exponentOf(currency),
      maximumFractionDigits: 8,
    }).format(price as Intl.StringNumericLiteral)
  return (
    <span className={styles.prices}>
      {prices.map(({ currency, price }) => (
        <span key={currency}>
          {shown(price, currency)} <span className={styles.currency}>{currency}</span>
        </span>
      ))}
    </span>
  )
}
