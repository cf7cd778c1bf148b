import { Select } from '@mantine/core'
import { useTexts, type CountrySelectProps } from '@portico/ui'
import type { Schema } from './api.ts'
import { clientLanguageOf } from './client-languages.ts'
import { languageName } from './language-name.ts'
import { sharedTexts } from './texts.ts'

export type ApiLocale = Schema<'Me'>['locale']
export const LOCALES: ApiLocale[] = ['en', 'en-GB', 'en-US', 'sw', 'fr', 'de', 'nb']

interface LocaleSelectProps extends CountrySelectProps {
  /** Only languages whose words we have, where figures alone would not be what was asked for. */
  onlySpoken?: boolean
}

export function LocaleSelect({ value, onChange, onlySpoken = false, ...field }: LocaleSelectProps) {
  const t = useTexts(sharedTexts)
  const isSpoken = (locale: string) => clientLanguageOf(locale) === locale.split('-')[0]
  const offered = LOCALES.filter((locale) => !onlySpoken || isSpoken(locale) || locale === value)
  return (
    <Select
      {...field}
      data={offered.map((locale) => ({
        value: locale,
        label: isSpoken(locale) ? languageName(locale) : t('figuresOnly', { language: languageName(locale) }),
      }))}
      value={value}
      onChange={onChange}
      allowDeselect={false}
      clearable={!field.required && value !== null}
      comboboxProps={{ shadow: 'md' }}
    />
  )
}
