import { Checkbox, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { FormRow, useTexts } from '@portico/ui'
import { boundField } from '../../../shared/bound-field.ts'
import { useWorkspace, type Organization } from '../../workspace-data.ts'
import { allTaxRatesQuery } from '../settings-data.ts'
import { SettingsGroup } from '../settings-group.tsx'
import { settingsTexts } from '../texts.ts'
import { TaxRates } from './tax-rates.tsx'

const textOrNull = (text: string) => text.trim() || null

/** Tax identity, how tax is worked out, and the dated rates. */
export function TaxPage() {
  const t = useTexts(settingsTexts)
  const { can } = useWorkspace()
  const mayRead = can('taxes.rate.read')
  const rates = useQuery({ ...allTaxRatesQuery, enabled: mayRead })
  const choices = new Map(
    (rates.data?.data ?? []).filter((rate) => rate.is_current).map((rate) => [rate.key, rate.name]),
  )
  return (
    <>
      <SettingsGroup
        title={t('taxIdentity')}
        detail={t('taxIdentityDetail')}
        rules={{
          valuesOf: ({ tin, vrn }) => ({ tin: tin ?? '', vrn: vrn ?? '' }),
          bodyOf: ({ tin, vrn }) => ({ tin: textOrNull(tin), vrn: textOrNull(vrn) }),
          labels: { tin: t('tin'), vrn: t('vrn') },
        }}
      >
        {(form) => (
          <FormRow>
            <TextInput label={t('tin')} autoComplete="off" {...form.getInputProps('tin')} />
            <TextInput label={t('vrn')} autoComplete="off" {...form.getInputProps('vrn')} />
          </FormRow>
        )}
      </SettingsGroup>
      <SettingsGroup
        title={t('taxRules')}
        detail={t('taxRulesDetail')}
        rules={{
          valuesOf: ({ prices_include_tax, tax_rounding, default_tax_rate_key }) => ({
            prices_include_tax,
            tax_rounding: tax_rounding as string,
            default_tax_rate_key: default_tax_rate_key ?? '',
          }),
          bodyOf: ({ prices_include_tax, tax_rounding, default_tax_rate_key }) => ({
            prices_include_tax,
            tax_rounding: tax_rounding as Organization['tax_rounding'],
            default_tax_rate_key: default_tax_rate_key || null,
          }),
          labels: {
            prices_include_tax: t('includeTax'),
            tax_rounding: t('rounding'),
            default_tax_rate_key: t('defaultRate'),
          },
        }}
      >
        {(form) => (
          <>
            <Checkbox
              label={t('includeTax')}
              description={t('includeTaxHint')}
              {...form.getInputProps('prices_include_tax', { type: 'checkbox' })}
            />
            <FormRow>
              <Select
                label={t('rounding')}
                allowDeselect={false}
                data={[
                  { value: 'document', label: t('roundingDocument') },
                  { value: 'line', label: t('roundingLine') },
                ]}
                {...form.getInputProps('tax_rounding')}
              />
              <Select
                label={t('defaultRate')}
                allowDeselect={false}
                data={[
                  { value: '', label: t('noRate') },
                  ...[...choices].map(([value, label]) => ({ value, label })),
                  ...(form.values.default_tax_rate_key && !choices.has(form.values.default_tax_rate_key)
                    ? [{ value: form.values.default_tax_rate_key, label: form.values.default_tax_rate_key }]
                    : []),
                ]}
                value={form.values.default_tax_rate_key}
                onChange={(key) => boundField(form, 'default_tax_rate_key').onChange(key ?? '')}
                error={form.errors['default_tax_rate_key']}
              />
            </FormRow>
          </>
        )}
      </SettingsGroup>
      {mayRead ? <TaxRates rates={rates} /> : null}
    </>
  )
}
