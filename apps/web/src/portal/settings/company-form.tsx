import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  applyProblemToForm,
  countryName,
  CountrySelect,
  Facts,
  FormLayout,
  FormRow,
  readerLocale,
  toast,
  useTexts,
} from '@portico/ui'
import { ifMatch, portalApi, unwrap } from '../../shared/api.ts'
import { boundField } from '../../shared/bound-field.ts'
import { ChangedMeanwhile } from '../../shared/record-form/changed-meanwhile.tsx'
import { changedFields } from '../../shared/record-form/changed-fields.ts'
import { refusalToShow } from '../../shared/record-form/overtaken.ts'
import { useRecordForm } from '../../shared/record-form/use-record-form.ts'
import { useUnsavedGuard } from '../../shared/unsaved-guard.tsx'
import { emailIfGiven, phoneIfGiven, websiteIfGiven, websiteOf } from '../../shared/validation.ts'
import { usePortal } from '../portal-data.ts'
import { profileQuery, type PortalProfile } from './settings-data.ts'
import { SettingsGroup } from './settings-group.tsx'
import styles from './settings.module.css'
import { portalSettingsTexts } from './texts.ts'

type Company = PortalProfile['company']

const valuesOf = (company: Company) => ({
  legal_name: company.legal_name ?? '',
  email: company.email ?? '',
  phone: company.phone ?? '',
  website: company.website ?? '',
  line1: company.address.line1 ?? '',
  line2: company.address.line2 ?? '',
  postal_code: company.address.postal_code ?? '',
  city: company.address.city ?? '',
  region: company.address.region ?? '',
  country: company.country,
  tax_number: company.tax_number ?? '',
})
type Values = ReturnType<typeof valuesOf>

/** `/address/city` of a refusal is the field `city`. */
const lastPart = (field: string): string => field.split('.').at(-1) ?? field

/** What stands on invoices; to look at for those who may not change it. */
export function CompanyForm({ profile, mayEdit }: { profile: PortalProfile; mayEdit: boolean }) {
  const t = useTexts(portalSettingsTexts)
  return mayEdit ? (
    <SettingsGroup title={t('company')} detail={t('companyDetail')}>
      <CompanyFields company={profile.company} />
    </SettingsGroup>
  ) : (
    <SettingsGroup title={t('company')} detail={t('companyReadOnly')}>
      <CompanyFacts company={profile.company} />
    </SettingsGroup>
  )
}

function CompanyFacts({ company }: { company: Company }) {
  const t = useTexts(portalSettingsTexts)
  const { line1, line2, postal_code, city, region } = company.address
  const address = [line1, line2, [postal_code, city].filter(Boolean).join(' '), region]
    .filter(Boolean)
    .join(', ')
  return (
    <Facts
      facts={[
        { label: t('companyName'), value: company.name },
        { label: t('legalName'), value: company.legal_name },
        { label: t('companyEmail'), value: company.email },
        { label: t('companyPhone'), value: company.phone },
        { label: t('website'), value: company.website },
        { label: t('line1'), value: address },
        { label: t('country'), value: company.country ? countryName(company.country, readerLocale()) : null },
        { label: t('taxNumber'), value: company.tax_number },
      ]}
    />
  )
}

function bodyOf(values: Values) {
  const text = (value: string) => value.trim() || null
  const { line1, line2, postal_code, city, region } = values
  const address = Object.fromEntries(
    Object.entries({ line1, line2, postal_code, city, region }).filter(([, value]) => value.trim() !== ''),
  )
  return {
    legal_name: text(values.legal_name),
    email: text(values.email),
    phone: text(values.phone),
    website: websiteOf(values.website),
    address,
    country: values.country,
    tax_number: text(values.tax_number),
  }
}

function CompanyFields({ company }: { company: Company }) {
  const t = useTexts(portalSettingsTexts)
  const queries = useQueryClient()
  const { place } = usePortal()
  const key = profileQuery(place.client.id)
  const form = useForm({
    initialValues: valuesOf(company),
    validate: { email: emailIfGiven, phone: phoneIfGiven, website: websiteIfGiven },
  })
  const { from, fillFrom } = useRecordForm(form, company, valuesOf)
  const save = useMutation({
    mutationFn: (version: number) =>
      unwrap(
        portalApi.PATCH('/v1/portal/profile/company', {
          params: { header: ifMatch(version) },
          body: changedFields(bodyOf(form.values), bodyOf(valuesOf(from))),
        }),
      ),
    onSuccess(next) {
      queries.setQueryData(key.queryKey, next)
      fillFrom(next.company)
      toast(t('saved'))
    },
    onError: (error) => applyProblemToForm(form, error, lastPart),
  })
  const guard = useUnsavedGuard(form.isDirty())

  const read = () => queries.fetchQuery({ ...key, staleTime: 0 })
  return (
    <>
      {guard}
      <FormLayout
        onSubmit={form.onSubmit(() => save.mutate(from.version))}
        error={refusalToShow(save.error)}
        label={t('company')}
      >
        <ChangedMeanwhile
          error={save.error}
          read={read}
          onLoad={(next) => {
            fillFrom(next.company)
            save.reset()
          }}
          onKeep={(next) => save.mutate(next.company.version)}
        />
        <Facts layout="stacked" facts={[{ label: t('companyName'), value: company.name }]} />
        <TextInput label={t('legalName')} autoComplete="organization" {...form.getInputProps('legal_name')} />
        <FormRow>
          <TextInput label={t('companyEmail')} type="email" {...form.getInputProps('email')} />
          <TextInput label={t('companyPhone')} type="tel" {...form.getInputProps('phone')} />
        </FormRow>
        <TextInput label={t('line1')} autoComplete="address-line1" {...form.getInputProps('line1')} />
        <TextInput label={t('line2')} autoComplete="address-line2" {...form.getInputProps('line2')} />
        <FormRow columns="1fr 2fr">
          <TextInput
            label={t('postalCode')}
            autoComplete="postal-code"
            {...form.getInputProps('postal_code')}
          />
          <TextInput label={t('city')} autoComplete="address-level2" {...form.getInputProps('city')} />
        </FormRow>
        <FormRow>
          <TextInput label={t('region')} autoComplete="address-level1" {...form.getInputProps('region')} />
          <CountrySelect label={t('country')} {...boundField(form, 'country')} />
        </FormRow>
        <FormRow>
          <TextInput label={t('taxNumber')} {...form.getInputProps('tax_number')} />
          <TextInput label={t('website')} inputMode="url" {...form.getInputProps('website')} />
        </FormRow>
        <div className={styles.buttons}>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </div>
      </FormLayout>
    </>
  )
}
