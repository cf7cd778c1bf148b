import { Button, Popover } from '@mantine/core'
import { DateInput, formatDate, useTexts, type Translate } from '@portico/ui'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import styles from './audit.module.css'
import { auditTexts } from './texts.ts'

interface Period {
  from?: string | undefined
  to?: string | undefined
}

/** The days of a list, chosen or typed. `today` is the organization's. */
export function PeriodFilter({
  from,
  to,
  today,
  onChange,
}: Period & {
  today: string
  onChange: (period: { from: string | undefined; to: string | undefined }) => void
}) {
  const t = useTexts(auditTexts)
  const [isOpen, setOpen] = useState(false)
  const back = (days: number) =>
    new Date(Date.parse(`${today}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
  const choose = (first: string | undefined, last: string | undefined) => {
    onChange({ from: first, to: last })
    setOpen(false)
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus width={280}>
      <Popover.Target>
        <Button
          variant={from || to ? 'light' : 'default'}
          size="xs"
          className={styles.period}
          rightSection={<IconChevronDown />}
          onClick={() => setOpen(!isOpen)}
        >
          {wordsOf({ from, to }, t)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('period')}>
        <div className={styles.dates}>
          <div className={styles.quick}>
            <Button variant="default" size="xs" onClick={() => choose(today, today)}>
              {t('today')}
            </Button>
            <Button variant="default" size="xs" onClick={() => choose(back(6), today)}>
              {t('lastWeek')}
            </Button>
            <Button variant="default" size="xs" onClick={() => choose(back(29), today)}>
              {t('lastMonth')}
            </Button>
            <Button variant="default" size="xs" onClick={() => choose(undefined, undefined)}>
              {t('anyTime')}
            </Button>
          </div>
          <DateInput
            label={t('from')}
            value={from ?? ''}
            onChange={(value) => onChange({ from: value || undefined, to })}
          />
          <DateInput
            label={t('to')}
            value={to ?? ''}
            onChange={(value) => onChange({ from, to: value || undefined })}
          />
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function wordsOf({ from, to }: Period, t: Translate<typeof auditTexts.messages>): string {
  if (from && to)
    return from === to ? formatDate(from) : t('between', { from: formatDate(from), to: formatDate(to) })
  if (from) return t('since', { from: formatDate(from) })
  if (to) return t('until', { to: formatDate(to) })
  return t('period')
}
