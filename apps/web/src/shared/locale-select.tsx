import { Select } from '@mantine/core'
import type { Schema } from './api.ts'
import type { CountrySelectProps } from '@portico/ui'

export type ApiLocale = Schema<'Me'>['locale']
export const LOCALES: ApiLocale[] = ['en', 'en-GB', 'en-US', 'sw', 'fr', 'de', 'nb']

/** Each language in its own words, as its speakers look for it. */
export function localeName(locale: string): string {
  const name =
    new Intl.DisplayNames(locale, { type: 'language', languageDisplay: 'standard' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

export function LocaleSelect({ value, onChange, ...field }: CountrySelectProps) {
  return (
    <Select
      {...field}
      data={LOCALES.map((locale) => ({ value: locale, label: localeName(locale) }))}
      value={value}
      onChange={onChange}
      allowDeselect={false}
      clearable={!field.required && value !== null}
      comboboxProps={{ shadow: 'md' }}
    />
  )
}
