import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useLocale, useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { countryCodes, countryName } from './countries.ts'
import type { FieldProps } from './field.ts'

export interface CountrySelectProps extends FieldProps {
  /** ISO 3166-1 alpha-2, or null. */
  value: string | null
  onChange: (value: string | null) => void
}

/** Countries by their name in the reader's language, found by typing. */
export function CountrySelect({ value, onChange, ...field }: CountrySelectProps) {
  const locale = useLocale()
  const t = useTexts(uiTexts)
  const data = useMemo(() => {
    const rows = countryCodes().map((code) => ({ value: code, label: countryName(code, locale) }))
    return rows.sort((a, b) => a.label.localeCompare(b.label, locale))
  }, [locale])
  return (
    <Select
      {...field}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable={!field.required}
      autoComplete="off"
      nothingFoundMessage={t('nothingFound')}
      limit={60}
      comboboxProps={{ shadow: 'md' }}
      clearButtonProps={{ 'aria-label': t('clear') }}
    />
  )
}
