import { ActionIcon, Button, Menu } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { ConfirmMoney, DateInput, ErrorState, formatDate, SkeletonFacts, toast, useTexts } from '@portico/ui'
import { IconCalendarOff, IconDots, IconPercentage, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { HistoryButton } from '../../activity/record-history.tsx'
import { useWorkspace } from '../../workspace-data.ts'
import { useEndTaxRate, type TaxRate } from '../settings-data.ts'
import styles from '../settings.module.css'
import { settingsTexts } from '../texts.ts'
import { TaxRatePanel } from './tax-rate-panel.tsx'

type Adding = { of: TaxRate | null } | null

/** Each rate with its dated percentages, the newest first. */
export function TaxRates({ rates }: { rates: UseQueryResult<{ data: TaxRate[] }> }) {
  const t = useTexts(settingsTexts)
  const { can } = useWorkspace()
  const [adding, setAdding] = useState<Adding>(null)
  const [ending, setEnding] = useState<TaxRate | null>(null)
  const mayManage = can('taxes.rate.manage')
  const keys = [...new Set((rates.data?.data ?? []).map(({ key }) => key))]
  return (
    <section className={styles.group}>
      <div className={styles.groupHead}>
        <div>
          <h2>{t('rates')}</h2>
          <p className={styles.detail}>{t('ratesDetail')}</p>
        </div>
        {mayManage ? (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus />}
            onClick={() => setAdding({ of: null })}
          >
            {t('addRate')}
          </Button>
        ) : null}
      </div>
      {rates.error && !rates.data ? (
        <ErrorState error={rates.error} onRetry={() => void rates.refetch()} />
      ) : !rates.data ? (
        <SkeletonFacts count={3} />
      ) : keys.length === 0 ? (
        <p className={styles.quiet}>{t('ratesEmpty')}</p>
      ) : (
        <ul>
          {keys.map((key) => (
            <RateRow
              key={key}
              periods={(rates.data?.data ?? [])
                .filter((rate) => rate.key === key)
                .sort((a, b) => b.valid_from.localeCompare(a.valid_from))}
              mayManage={mayManage}
              onNewPercent={(of) => setAdding({ of })}
              onEnd={setEnding}
            />
          ))}
        </ul>
      )}
      <TaxRatePanel opened={adding !== null} of={adding?.of ?? null} onClose={() => setAdding(null)} />
      <EndDialog rate={ending} onClose={() => setEnding(null)} />
    </section>
  )
}

interface RateRowProps {
  /** The periods of one key, the newest first. */
  periods: TaxRate[]
  mayManage: boolean
  onNewPercent: (of: TaxRate) => void
  onEnd: (rate: TaxRate) => void
}

function RateRow({ periods, mayManage, onNewPercent, onEnd }: RateRowProps) {
  const t = useTexts(settingsTexts)
  const shown = periods.find(({ is_current: isCurrent }) => isCurrent) ?? periods[0]
  if (!shown) return null
  const open = periods.find(({ valid_to: end }) => end === null)
  return (
    <li className={styles.row}>
      <div className={styles.rowBody}>
        <div className={styles.rowName}>
          {shown.name}
          {shown.category === 'standard' ? null : (
            <span className={styles.mark}>{t(`category_${shown.category}`)}</span>
          )}
          {shown.is_current ? null : (
            <span className={styles.mark}>
              {t(open ? 'future' : 'ended', { date: formatDate(shown.valid_from) })}
            </span>
          )}
        </div>
        {shown.exemption_reason ? <div className={styles.quiet}>{shown.exemption_reason}</div> : null}
        <ul className={styles.quiet}>
          {periods.map((period) => (
            <li key={period.id}>
              {`${period.percent}%, `}
              {period.valid_to
                ? t('validBetween', { from: formatDate(period.valid_from), to: formatDate(period.valid_to) })
                : t('validFrom', { date: formatDate(period.valid_from) })}
              {period.is_current ? <> · {t('current')}</> : null}
            </li>
          ))}
        </ul>
      </div>
      <HistoryButton size="xs" record={shown.id} name={shown.name} />
      {mayManage ? (
        <Menu>
          <Menu.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              aria-label={t('rateMenu', { name: shown.name })}
            >
              <IconDots />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {shown.category === 'standard' ? (
              <Menu.Item leftSection={<IconPercentage />} onClick={() => onNewPercent(shown)}>
                {t('newPercent')}
              </Menu.Item>
            ) : null}
            {open ? (
              <Menu.Item leftSection={<IconCalendarOff />} onClick={() => onEnd(open)}>
                {t('endRate')}
              </Menu.Item>
            ) : null}
            {shown.category !== 'standard' && !open ? (
              <Menu.Item leftSection={<IconPlus />} onClick={() => onNewPercent(shown)}>
                {t('addRate')}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </li>
  )
}

function EndDialog({ rate, onClose }: { rate: TaxRate | null; onClose: () => void }) {
  const t = useTexts(settingsTexts)
  const { today } = useWorkspace()
  const end = useEndTaxRate()
  const [lastDay, setLastDay] = useState(today)
  const [shown, setShown] = useState(rate)
  if (rate && rate !== shown) setShown(rate)
  return (
    <ConfirmMoney
      opened={rate !== null}
      onClose={onClose}
      question={t('endRateTitle', { name: shown?.name ?? '' })}
      consequence={t('endRateHint')}
      deed={t('endRate')}
      onConfirm={async () => {
        if (!shown) return
        await end.mutateAsync({ rate: shown, lastDay })
        toast(t('rateEnds', { name: shown.name, date: formatDate(lastDay) }))
      }}
    >
      <DateInput
        label={t('endsOn')}
        required
        value={lastDay}
        onChange={setLastDay}
        {...(shown && { min: shown.valid_from })}
      />
    </ConfirmMoney>
  )
}
