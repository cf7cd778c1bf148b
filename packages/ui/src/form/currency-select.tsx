import { CURRENCIES } from '@portico/money'
import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useLocale, useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import type { FieldProps } from './field.ts'

export interface CurrencySelectProps extends FieldProps {
  /** ISO 4217, or null. */
  value: string | null
  onChange: (value: string | null) => void
  /** Shown first: the organization's and the client's. */
  favourites?: string[]
  /** Only these; all otherwise. */
  only?: string[]
  /** It can be left empty. */
  clearable?: boolean
}

/** Currencies by code and name; both can be typed. */
export function CurrencySelect({
  value,
  onChange,
  favourites = [],
  only,
  clearable = false,
  ...field
}: CurrencySelectProps) {
  const locale = useLocale()
  const t = useTexts(uiTexts)
  const data = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'none' })
    const rank = (code: string) => (favourites.includes(code) ? favourites.indexOf(code) : favourites.length)
    return CURRENCIES.filter(({ code }) => !only || only.includes(code))
      .map(({ code }) => ({ value: code, label: [code, names.of(code)].filter(Boolean).join(' · ') }))
      .sort((a, b) => rank(a.value) - rank(b.value) || a.value.localeCompare(b.value))
  }, [locale, favourites, only])
  return (
    <Select
      {...field}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      allowDeselect={false}
      clearable={clearable}
      clearButtonProps={{ 'aria-label': t('clear') }}
      autoComplete="off"
      nothingFoundMessage={t('nothingFound')}
      limit={40}
      comboboxProps={{ shadow: 'md', width: 'max-content', position: 'bottom-start' }}
    />
  )
}
