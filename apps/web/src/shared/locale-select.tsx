import { Select } from '@mantine/core'
import type { Schema } from './api.ts'
import { languageName } from './language-name.ts'
import type { CountrySelectProps } from '@portico/ui'

export type ApiLocale = Schema<'Me'>['locale']
export const LOCALES: ApiLocale[] = ['en', 'en-GB', 'en-US', 'sw', 'fr', 'de', 'nb']

export function LocaleSelect({ value, onChange, ...field }: CountrySelectProps) {
  return (
    <Select
      {...field}
      data={LOCALES.map((locale) => ({ value: locale, label: languageName(locale) }))}
      value={value}
      onChange={onChange}
      allowDeselect={false}
      clearable={!field.required && value !== null}
      comboboxProps={{ shadow: 'md' }}
    />
  )
}
