import { Select, TextInput } from '@mantine/core'
import { CountrySelect, FormRow, NO_HINT, useTexts } from '@portico/ui'
import { boundField } from '../../../shared/bound-field.ts'
import { LocaleSelect, type ApiLocale } from '../../../shared/locale-select.tsx'
import { TimeZoneSelect } from '../../../shared/time-zone-select.tsx'
import { emailIfGiven, needed, phoneIfGiven, websiteIfGiven, websiteOf } from '../../../shared/validation.ts'
import type { Organization } from '../../workspace-data.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { settingsTexts } from '../texts.ts'

const textOrNull = (text: string) => text.trim() || null

/** Name, contact and place of the organization. */
export function GeneralPage() {
  const t = useTexts(settingsTexts)
  return (
    <>
      <SettingsGroup
        title={t('identity')}
        detail={t('identityDetail')}
        rules={{
          valuesOf: ({ name, legal_name, registration_number }) => ({
            name,
            legal_name: legal_name ?? '',
            registration_number: registration_number ?? '',
          }),
          bodyOf: ({ name, legal_name, registration_number }) => ({
            name: name.trim(),
            legal_name: textOrNull(legal_name),
            registration_number: textOrNull(registration_number),
          }),
          validate: { name: needed },
          labels: {
            name: t('name'),
            legal_name: t('legalName'),
            registration_number: t('registrationNumber'),
          },
        }}
      >
        {(form) => (
          <>
            <TextInput
              label={t('name')}
              description={t('nameHint')}
              required
              autoComplete="organization"
              {...form.getInputProps('name')}
            />
            <FormRow>
              <TextInput
                label={t('legalName')}
                description={t('legalNameHint')}
                autoComplete="off"
                {...form.getInputProps('legal_name')}
              />
              <TextInput
                label={t('registrationNumber')}
                description={NO_HINT}
                autoComplete="off"
                {...form.getInputProps('registration_number')}
              />
            </FormRow>
          </>
        )}
      </SettingsGroup>
      <ContactGroup />
      <SettingsGroup
        title={t('regional')}
        detail={t('regionalDetail')}
        rules={{
          valuesOf: ({
            timezone,
            locale,
            paper,
          }): Record<'timezone' | 'locale' | 'paper', string | null> => ({
            timezone,
            locale,
            paper,
          }),
          bodyOf: ({ timezone, locale, paper }) => ({
            ...(timezone && { timezone }),
            ...(locale && { locale: locale as ApiLocale }),
            paper: paper as Organization['paper'],
          }),
          labels: { timezone: t('timeZone'), locale: t('language'), paper: t('paper') },
        }}
      >
        {(form) => (
          <>
            <TimeZoneSelect label={t('timeZone')} required {...boundField(form, 'timezone')} />
            <FormRow>
              <LocaleSelect label={t('language')} required {...boundField(form, 'locale')} />
              <Select
                label={t('paper')}
                allowDeselect={false}
                data={[
                  { value: 'A4', label: t('paperA4') },
                  { value: 'Letter', label: t('paperLetter') },
                ]}
                {...boundField(form, 'paper')}
              />
            </FormRow>
          </>
        )}
      </SettingsGroup>
    </>
  )
}

const ADDRESS = ['line1', 'line2', 'postal_code', 'city', 'region'] as const

function ContactGroup() {
  const t = useTexts(settingsTexts)
  return (
    <SettingsGroup
      title={t('contact')}
      detail={t('contactDetail')}
      rules={{
        valuesOf: ({ email, phone, website, address, country }) => ({
          email: email ?? '',
          phone: phone ?? '',
          website: website ?? '',
          line1: address.line1 ?? '',
          line2: address.line2 ?? '',
          postal_code: address.postal_code ?? '',
          city: address.city ?? '',
          region: address.region ?? '',
          country: country as string | null,
        }),
        bodyOf: (values) => ({
          email: textOrNull(values.email),
          phone: textOrNull(values.phone),
          website: websiteOf(values.website),
          address: Object.fromEntries(
            ADDRESS.map((part) => [part, values[part].trim()]).filter(([, text]) => text),
          ),
          country: values.country,
        }),
        validate: { email: emailIfGiven, phone: phoneIfGiven, website: websiteIfGiven },
        labels: {
          email: t('email'),
          phone: t('phone'),
          website: t('website'),
          line1: t('line1'),
          line2: t('line2'),
          postal_code: t('postalCode'),
          city: t('city'),
          region: t('region'),
          country: t('country'),
        },
        fieldOf: (field) => field.replace(/^address\./, ''),
      }}
    >
      {(form) => (
        <>
          <FormRow>
            <TextInput label={t('email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
            <TextInput label={t('phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
          </FormRow>
          <TextInput
            label={t('website')}
            inputMode="url"
            autoComplete="off"
            {...form.getInputProps('website')}
          />
          <TextInput label={t('line1')} autoComplete="off" {...form.getInputProps('line1')} />
          <TextInput label={t('line2')} autoComplete="off" {...form.getInputProps('line2')} />
          <FormRow columns="1fr 2fr">
            <TextInput label={t('postalCode')} autoComplete="off" {...form.getInputProps('postal_code')} />
            <TextInput label={t('city')} autoComplete="off" {...form.getInputProps('city')} />
          </FormRow>
          <FormRow>
            <TextInput label={t('region')} autoComplete="off" {...form.getInputProps('region')} />
            <CountrySelect label={t('country')} {...boundField(form, 'country')} />
          </FormRow>
        </>
      )}
    </SettingsGroup>
  )
}
