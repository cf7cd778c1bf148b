import { Checkbox, MultiSelect, SegmentedControl, Select, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import { CountrySelect, CurrencySelect, DecimalInput, FormRow, FormSection, useTexts } from '@portico/ui'
import { boundField } from '../../shared/bound-field.ts'
import { LocaleSelect } from '../../shared/locale-select.tsx'
import { activeMembersQuery } from '../team/team-data.ts'
import { useWorkspace } from '../workspace-data.ts'
import type { ClientValues } from './client-form-values.ts'
import { DuplicatesPanel } from './duplicates-panel.tsx'
import { MetadataEditor } from './metadata-editor.tsx'
import { clientTexts } from './texts.ts'

interface ClientFieldsProps {
  form: UseFormReturnType<ClientValues>
  /** The client that is being changed; a new one otherwise. */
  clientId?: string
}

/** The fields of a client, the same for a new one and a change. */
export function ClientFields({ form, clientId }: ClientFieldsProps) {
  const t = useTexts(clientTexts)
  const { values } = form
  const isCompany = values.kind === 'company'
  return (
    <>
      <FormSection>
        <SegmentedControl
          aria-label={t('kind')}
          data={[
            { value: 'company', label: t('company') },
            { value: 'person', label: t('person') },
          ]}
          {...boundField(form, 'kind')}
          onChange={(kind) => form.setFieldValue('kind', kind as ClientValues['kind'])}
        />
        <TextInput
          label={t(isCompany ? 'companyName' : 'personName')}
          required
          autoFocus={!clientId}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <FormRow>
          <TextInput
            label={t('email')}
            type="email"
            autoComplete="off"
            inputMode="email"
            {...form.getInputProps('email')}
          />
          <TextInput
            label={t('phone')}
            type="tel"
            autoComplete="off"
            inputMode="tel"
            placeholder="+255 712 345 678"
            {...form.getInputProps('phone')}
          />
        </FormRow>
        <DuplicatesPanel
          name={values.name}
          email={values.email}
          taxNumber={values.tax_number}
          except={clientId}
        />
        <FormRow>
          {isCompany ? (
            <TextInput
              label={t('legalName')}
              description={t('legalNameHint')}
              autoComplete="off"
              {...form.getInputProps('legal_name')}
            />
          ) : null}
          <TextInput
            label={t('segment')}
            description={t('segmentHint')}
            autoComplete="off"
            {...form.getInputProps('segment')}
          />
        </FormRow>
        <TextInput
          label={t('website')}
          autoComplete="off"
          inputMode="url"
          {...form.getInputProps('website')}
        />
      </FormSection>
      {!clientId && isCompany ? (
        <FormSection title={t('contact')} detail={t('contactDetail')}>
          <TextInput label={t('contactName')} autoComplete="off" {...form.getInputProps('contact_name')} />
          <FormRow>
            <TextInput
              label={t('email')}
              type="email"
              autoComplete="off"
              {...form.getInputProps('contact_email')}
            />
            <TextInput
              label={t('phone')}
              type="tel"
              autoComplete="off"
              {...form.getInputProps('contact_phone')}
            />
          </FormRow>
        </FormSection>
      ) : null}
      <FormSection title={t('address')} detail={t('addressDetail')}>
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
        <FormRow>
          <TextInput
            label={t('taxNumber')}
            description={t('taxNumberHint')}
            autoComplete="off"
            {...form.getInputProps('tax_number')}
          />
          {isCompany ? (
            <TextInput
              label={t('registrationNumber')}
              autoComplete="off"
              {...form.getInputProps('registration_number')}
            />
          ) : null}
        </FormRow>
      </FormSection>
      <BillingFields form={form} />
      {clientId ? <AssignedMembers form={form} /> : null}
      <FormSection title={t('metadata')} detail={t('metadataDetail')}>
        <MetadataEditor form={form} />
      </FormSection>
    </>
  )
}

function BillingFields({ form }: { form: UseFormReturnType<ClientValues> }) {
  const t = useTexts(clientTexts)
  const { organization } = useWorkspace()
  return (
    <FormSection title={t('billing')} detail={t('billingDetail')}>
      <FormRow>
        <CurrencySelect
          label={t('currency')}
          placeholder={t('factDefault', { value: organization.base_currency })}
          favourites={[organization.base_currency]}
          clearable
          {...boundField(form, 'currency')}
        />
        <LocaleSelect label={t('language')} {...boundField(form, 'locale')} />
      </FormRow>
      <FormRow>
        <DecimalInput
          label={t('terms')}
          suffix={t('days')}
          placeholder={t('termsPlaceholder', { days: organization.payment_terms_days })}
          {...boundField(form, 'payment_terms_days')}
        />
        <Select
          label={t('termsKind')}
          allowDeselect={false}
          data={[
            { value: 'net', label: t('termsNet') },
            { value: 'end_of_month', label: t('termsEndOfMonth') },
          ]}
          {...form.getInputProps('payment_terms_kind')}
        />
      </FormRow>
      <Checkbox
        label={t('requiresPo')}
        description={t('requiresPoHint')}
        {...form.getInputProps('requires_purchase_order', { type: 'checkbox' })}
      />
    </FormSection>
  )
}

/** Who looks after the client; only for those who see the team, and not for members who are limited themselves. */
function AssignedMembers({ form }: { form: UseFormReturnType<ClientValues> }) {
  const t = useTexts(clientTexts)
  const { can, membership } = useWorkspace()
  const mayAssign = can('members.member.read') && !membership.is_limited_to_assigned_clients
  const members = useQuery({ ...activeMembersQuery, enabled: mayAssign })
  if (!mayAssign || !members.data) return null
  return (
    <FormSection>
      <MultiSelect
        label={t('assigned')}
        description={t('assignedHint')}
        data={members.data.data.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        clearable
        {...boundField(form, 'assigned_member_ids')}
      />
    </FormSection>
  )
}
