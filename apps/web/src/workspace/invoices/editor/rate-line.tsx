import { Button, Popover } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { DecimalInput, formatDate, Problem, useLocale, useTexts } from '@portico/ui'
import { useState } from 'react'
import { useWorkspace } from '../../workspace-data.ts'
import { exchangeRateQuery, setExchangeRate } from '../lookups.ts'
import styles from './editor.module.css'
import { formatDecimal } from './line-cells.tsx'
import { editorTexts } from './texts.ts'

/** The rate a foreign invoice would be frozen with today, and the way to set one where none is stored. */
export function RateLine({ currency, base, on }: { currency: string; base: string; on: string }) {
  const t = useTexts(editorTexts)
  const locale = useLocale()
  const { can } = useWorkspace()
  const queries = useQueryClient()
  const { data } = useQuery({ ...exchangeRateQuery(currency, on), enabled: can('currencies.rate.read') })
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const keep = useMutation({
    mutationFn: () => setExchangeRate(currency, typed, on),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['exchange-rates'] })
      setOpen(false)
    },
  })
  if (data === undefined) return null
  return (
    <p className={styles.hint} data-warn={data === null || undefined}>
      {data
        ? t('rateKnown', {
            currency,
            rate: formatDecimal(data.rate, locale),
            base,
            date: formatDate(data.rate_date, locale),
          })
        : t('rateMissing', { currency })}{' '}
      {can('currencies.rate.manage') ? (
        <Popover opened={isOpen} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <button
              type="button"
              className={styles.inline}
              onClick={() => {
                setTyped(data?.rate ?? '')
                setOpen(!isOpen)
              }}
            >
              {data ? t('rateChange') : t('rateSet')}
            </button>
          </Popover.Target>
          <Popover.Dropdown aria-label={t('rateSet')}>
            <DecimalInput
              label={t('rateLabel', { currency, base })}
              value={typed}
              onChange={setTyped}
              autoFocus
            />
            {keep.error ? <Problem error={keep.error} /> : null}
            <Button
              mt={8}
              size="xs"
              loading={keep.isPending}
              disabled={typed === ''}
              onClick={() => keep.mutate()}
            >
              {t('rateSave')}
            </Button>
          </Popover.Dropdown>
        </Popover>
      ) : null}
    </p>
  )
}
