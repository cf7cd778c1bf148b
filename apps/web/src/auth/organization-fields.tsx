import { TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { CountrySelect, CurrencySelect, FormRow, useTexts } from '@portico/ui'
import { boundField } from '../shared/bound-field.ts'
import { countryDefaults, ownCountry, ownTimeZone } from '../shared/country-defaults.ts'
import { TimeZoneSelect } from '../shared/time-zone-select.tsx'
import { authTexts } from './texts.ts'

export interface OrganizationValues {
  organization_name: string
  country: string | null
  currency: string | null
  timezone: string | null
}

/** Where the visitor seems to be decides what is suggested. */
export function suggestedOrganization(): OrganizationValues {
  const country = ownCountry()
  return {
    organization_name: '',
    country,
    currency: (country && countryDefaults(country).currency) ?? 'USD',
    timezone: ownTimeZone(),
  }
}

/** Name, country, and what follows from the country, each open to change. */
export function OrganizationFields<Values extends OrganizationValues>({
  form,
}: {
  form: UseFormReturnType<Values>
}) {
  const t = useTexts(authTexts)
  const { country } = form.values
  const suggested = country ? countryDefaults(country) : null
  const hint = (isSuggested: boolean) => (isSuggested ? t('suggested') : undefined)

  function chooseCountry(next: string | null) {
    const { currency, timeZone } = next ? countryDefaults(next) : { currency: null, timeZone: null }
    form.setValues((before) => ({
      ...before,
      country: next,
      currency: currency ?? before.currency ?? 'USD',
      timezone: timeZone ?? before.timezone ?? ownTimeZone(),
    }))
  }

  return (
    <>
      <TextInput
        label={t('organizationName')}
        description={t('organizationNameHint')}
        name="organization_name"
        autoComplete="organization"
        required
        {...form.getInputProps('organization_name')}
      />
      <CountrySelect
        label={t('country')}
        value={country}
        onChange={chooseCountry}
        error={form.errors['country']}
      />
      <FormRow>
        <CurrencySelect
          label={t('currency')}
          description={hint(form.values.currency === suggested?.currency)}
          {...boundField(form, 'currency')}
        />
        <TimeZoneSelect
          label={t('timeZone')}
          description={hint(form.values.timezone === suggested?.timeZone)}
          {...boundField(form, 'timezone')}
        />
      </FormRow>
    </>
  )
}
