import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import {
  applyProblemToForm,
  CurrencySelect,
  DataList,
  DateInput,
  DateText,
  DecimalInput,
  EmptyState,
  formatDate,
  FormActions,
  FormLayout,
  FormRow,
  SidePanel,
  toast,
  useLocale,
  useTexts,
} from '@portico/ui'
import { IconArrowsExchange, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { boundField } from '../../../shared/bound-field.ts'
import { listState } from '../../../shared/list-state.ts'
import { useUrlSearch } from '../../../shared/url-search.ts'
import { needed } from '../../../shared/validation.ts'
import { HistoryButton } from '../../activity/record-history.tsx'
import { useWorkspace } from '../../workspace-data.ts'
import { exchangeRatesQuery, useSetExchangeRate } from '../settings-data.ts'
import { SettingsGroup } from '../settings-group.tsx'
import styles from '../settings.module.css'
import { settingsTexts } from '../texts.ts'

/** The base currency, and the rates of the others into it. */
export function CurrenciesPage() {
  const t = useTexts(settingsTexts)
  return (
    <>
      <SettingsGroup
        title={t('base')}
        detail={t('baseDetail')}
        rules={{
          valuesOf: ({ base_currency }) => ({ base_currency: base_currency as string | null }),
          bodyOf: ({ base_currency }) => (base_currency ? { base_currency } : {}),
          labels: { base_currency: t('baseField') },
        }}
      >
        {(form) => (
          <FormRow columns="minmax(0, 320px)">
            <CurrencySelect label={t('baseField')} {...boundField(form, 'base_currency')} />
          </FormRow>
        )}
      </SettingsGroup>
      <ExchangeRates />
    </>
  )
}

function ExchangeRates() {
  const t = useTexts(settingsTexts)
  const { organization, can } = useWorkspace()
  const { values, hrefWith } = useUrlSearch()
  const { after, before } = values
  const [isSetting, setSetting] = useState(false)
  const rates = useQuery(exchangeRatesQuery({ ...(after && { after }), ...(before && { before }) }))
  const base = organization.base_currency
  const number = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 12 })
  const set = can('currencies.rate.manage') ? (
    <Button variant="default" size="xs" leftSection={<IconPlus />} onClick={() => setSetting(true)}>
      {t('setRate')}
    </Button>
  ) : null
  return (
    <section className={styles.group}>
      <div className={styles.groupHead}>
        <div>
          <h2>{t('exchange')}</h2>
          <p className={styles.detail}>{t('exchangeDetail')}</p>
        </div>
        {rates.data?.data.length ? (
          <span className={styles.headActions}>
            <HistoryButton size="xs" record={organization.id} kind="exchange_rate" name={t('exchange')} />
            {set}
          </span>
        ) : null}
      </div>
      <DataList
        label={t('exchange')}
        columns={[
          { key: 'currency', title: t('currency'), phone: 'title', render: (row) => row.currency },
          {
            key: 'date',
            title: t('on'),
            phone: 'detail',
            width: '130px',
            render: (row) => <DateText value={row.rate_date} />,
          },
          {
            key: 'source',
            title: t('source'),
            phone: 'status',
            render: (row) => t.maybe(`source_${row.source}`, row.source),
          },
          {
            key: 'rate',
            title: t('rate'),
            align: 'end',
            phone: 'amount',
            render: (row) =>
              t('oneIs', {
                currency: row.currency,
                rate: number.format(row.rate as Intl.StringNumericLiteral),
                base: row.base_currency,
              }),
          },
        ]}
        {...listState(rates, hrefWith)}
        rowKey={(row) => `${row.currency} ${row.rate_date}`}
        expectedRows={4}
        empty={
          <EmptyState
            icon={IconArrowsExchange}
            title={t('exchangeEmpty')}
            detail={t('exchangeEmptyDetail', { base })}
            action={set}
          />
        }
      />
      <SidePanel opened={isSetting} onClose={() => setSetting(false)} title={t('setRateTitle')}>
        <RateForm onDone={() => setSetting(false)} />
      </SidePanel>
    </section>
  )
}

function RateForm({ onDone }: { onDone: () => void }) {
  const t = useTexts(settingsTexts)
  const { organization, today } = useWorkspace()
  const base = organization.base_currency
  const set = useSetExchangeRate()
  const form = useForm<{ currency: string | null; rate: string; rate_date: string }>({
    initialValues: { currency: base === 'USD' ? 'EUR' : 'USD', rate: '', rate_date: today },
    validate: {
      currency: (currency) => (currency === base ? t('sameAsBase') : needed(currency)),
      rate: needed,
      rate_date: needed,
    },
  })
  const { currency } = form.values
  return (
    <FormLayout
      label={t('setRateTitle')}
      error={set.error}
      onSubmit={form.onSubmit(({ rate, rate_date }) =>
        set.mutate(
          { currency: currency ?? '', rate, date: rate_date },
          {
            onSuccess: (stored) => {
              const date = formatDate(stored.rate_date)
              toast(t('rateSet', { currency: stored.currency, rate: stored.rate, base, date }))
              onDone()
            },
            onError: (error) => applyProblemToForm(form, error),
          },
        ),
      )}
    >
      <CurrencySelect label={t('currency')} required {...boundField(form, 'currency')} />
      <FormRow>
        <DecimalInput
          label={t('one', { currency: currency ?? '…' })}
          suffix={base}
          required
          {...boundField(form, 'rate')}
        />
        <DateInput label={t('on')} required {...boundField(form, 'rate_date')} />
      </FormRow>
      <FormActions>
        <Button type="submit" loading={set.isPending}>
          {t('setRate')}
        </Button>
      </FormActions>
    </FormLayout>
  )
}
