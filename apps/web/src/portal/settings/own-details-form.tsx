import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { applyProblemToForm, Facts, FormLayout, toast, useTexts } from '@portico/ui'
import { ifMatch, portalApi, unwrap } from '../../shared/api.ts'
import { boundField } from '../../shared/bound-field.ts'
import { speakAs } from '../../shared/language.ts'
import { LocaleSelect, type ApiLocale } from '../../shared/locale-select.tsx'
import { ChangedMeanwhile } from '../../shared/record-form/changed-meanwhile.tsx'
import { changedFields } from '../../shared/record-form/changed-fields.ts'
import { refusalToShow } from '../../shared/record-form/overtaken.ts'
import { useRecordForm } from '../../shared/record-form/use-record-form.ts'
import { useUnsavedGuard } from '../../shared/unsaved-guard.tsx'
import { needed, phoneIfGiven } from '../../shared/validation.ts'
import { portalMeQuery, usePortal } from '../portal-data.ts'
import { profileQuery, type PortalProfile } from './settings-data.ts'
import { SettingsGroup } from './settings-group.tsx'
import styles from './settings.module.css'
import { portalSettingsTexts } from './texts.ts'

type Contact = PortalProfile['contact']

const valuesOf = (contact: Contact) => ({
  name: contact.name,
  phone: contact.phone ?? '',
  job_title: contact.job_title ?? '',
  locale: contact.locale as ApiLocale | null,
})

const bodyOf = ({ name, phone, job_title, locale }: ReturnType<typeof valuesOf>) => ({
  name: name.trim(),
  phone: phone.trim() || null,
  job_title: job_title.trim() || null,
  ...(locale && { locale }),
})

/** One's own name, phone, title and language. */
export function OwnDetailsForm({ profile }: { profile: PortalProfile }) {
  const t = useTexts(portalSettingsTexts)
  const queries = useQueryClient()
  const { place } = usePortal()
  const { contact } = profile
  const form = useForm({ initialValues: valuesOf(contact), validate: { name: needed, phone: phoneIfGiven } })
  const { from, fillFrom } = useRecordForm(form, contact, valuesOf)
  const save = useMutation({
    mutationFn: (version: number) =>
      unwrap(
        portalApi.PATCH('/v1/portal/profile/contact', {
          params: { header: ifMatch(version) },
          body: changedFields(bodyOf(form.values), bodyOf(valuesOf(from))),
        }),
      ),
    async onSuccess(next) {
      queries.setQueryData(profileQuery(place.client.id).queryKey, next)
      fillFrom(next.contact)
      toast(t('saved'))
      await queries.invalidateQueries({ queryKey: portalMeQuery.queryKey })
      await speakAs(next.contact)
    },
    onError: (error) => applyProblemToForm(form, error),
  })
  const guard = useUnsavedGuard(form.isDirty())

  const read = () => queries.fetchQuery({ ...profileQuery(place.client.id), staleTime: 0 })
  return (
    <SettingsGroup title={t('you')} detail={t('youDetail', { name: place.organization.name })}>
      {guard}
      <FormLayout
        onSubmit={form.onSubmit(() => save.mutate(from.version))}
        error={refusalToShow(save.error)}
        label={t('you')}
      >
        <ChangedMeanwhile
          error={save.error}
          read={read}
          onLoad={(next) => {
            fillFrom(next.contact)
            save.reset()
          }}
          onKeep={(next) => save.mutate(next.contact.version)}
        />
        <Facts layout="stacked" facts={[{ label: t('email'), value: contact.email }]} />
        <TextInput label={t('name')} autoComplete="name" required {...form.getInputProps('name')} />
        <TextInput label={t('phone')} type="tel" autoComplete="tel" {...form.getInputProps('phone')} />
        <TextInput
          label={t('jobTitle')}
          autoComplete="organization-title"
          {...form.getInputProps('job_title')}
        />
        <LocaleSelect
          label={t('language')}
          description={t('languageDetail')}
          onlySpoken
          required
          {...boundField(form, 'locale')}
          onChange={(value) => form.setFieldValue('locale', value as ApiLocale | null)}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </div>
      </FormLayout>
    </SettingsGroup>
  )
}
