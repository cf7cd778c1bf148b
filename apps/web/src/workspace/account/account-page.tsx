import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import {
  applyProblemToForm,
  DateText,
  Facts,
  FormActions,
  FormLayout,
  FormRow,
  FormSection,
  PageHeader,
  PasswordField,
  problemOf,
  toast,
  useTexts,
} from '@portico/ui'
import { NewPasswordField } from '../../shared/new-password/new-password-field.tsx'
import { api, unwrap } from '../../shared/api.ts'
import { boundField } from '../../shared/bound-field.ts'
import { readersLocale, speak } from '../../shared/language.ts'
import { LocaleSelect, type ApiLocale } from '../../shared/locale-select.tsx'
import { useUnsavedGuard } from '../../shared/unsaved-guard.tsx'
import { needed } from '../../shared/validation.ts'
import { meQuery, useMe, useWorkspace } from '../workspace-data.ts'
import styles from './account.module.css'
import { accountTexts } from './texts.ts'

/** The person's own name, language and password. */
export function AccountPage() {
  const t = useTexts(accountTexts)
  const me = useMe()
  const { organization, membership } = useWorkspace()
  return (
    <>
      <PageHeader title={t('title')} />
      <div className={styles.column}>
        <You />
        <Facts
          title={t('facts')}
          facts={[
            { label: t('email'), value: me.email },
            {
              label: t('lastSignIn'),
              value: me.last_login_at ? <DateText value={me.last_login_at} as="time" /> : t('firstSignIn'),
            },
            { label: t('organization'), value: organization.name },
            { label: t('role'), value: membership.role.name },
          ]}
        />
        <Password />
      </div>
    </>
  )
}

function You() {
  const t = useTexts(accountTexts)
  const me = useMe()
  const queries = useQueryClient()
  const form = useForm<{ name: string; locale: string | null }>({
    initialValues: { name: me.name, locale: me.locale },
    validate: { name: needed },
  })
  const save = useMutation({
    mutationFn: ({ name, locale }: typeof form.values) =>
      unwrap(
        api.PATCH('/v1/me', {
          body: { name: name.trim(), ...(locale && { locale: locale as ApiLocale }) },
        }),
      ),
    onSuccess: async (changed) => {
      queries.setQueryData(meQuery.queryKey, changed)
      form.resetDirty({ name: changed.name, locale: changed.locale })
      await speak(readersLocale(changed.locale))
      toast(t('saved'))
    },
    onError: (error) => applyProblemToForm(form, error),
  })
  const isDirty = form.isDirty()
  const guard = useUnsavedGuard(isDirty)
  return (
    <FormLayout label={t('you')} error={save.error} onSubmit={form.onSubmit((values) => save.mutate(values))}>
      {guard}
      <FormSection title={t('you')} detail={t('youDetail')}>
        <FormRow>
          <TextInput label={t('name')} required autoComplete="name" {...form.getInputProps('name')} />
          <LocaleSelect label={t('language')} required {...boundField(form, 'locale')} />
        </FormRow>
      </FormSection>
      {isDirty ? (
        <FormActions>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
          <Button variant="default" onClick={() => form.reset()}>
            {t('discard')}
          </Button>
        </FormActions>
      ) : null}
    </FormLayout>
  )
}

function Password() {
  const t = useTexts(accountTexts)
  const me = useMe()
  const form = useForm({
    initialValues: { current_password: '', new_password: '' },
    validate: { current_password: needed, new_password: needed },
  })
  const change = useMutation({
    mutationFn: (body: typeof form.values) => unwrap(api.POST('/v1/me/password-changes', { body })),
    onSuccess: () => {
      form.reset()
      toast(t('passwordChanged'))
    },
    onError: (error) => {
      applyProblemToForm(form, error)
      const problem = problemOf(error)
      if (problem?.code === 'wrong_credentials') form.setFieldError('current_password', problem.detail)
    },
  })
  const guard = useUnsavedGuard(form.isDirty())
  return (
    <FormLayout
      label={t('password')}
      error={change.error}
      onSubmit={form.onSubmit((values) => change.mutate(values))}
    >
      {guard}
      <FormSection title={t('password')} detail={t('passwordDetail')}>
        <input type="email" autoComplete="username" value={me.email} readOnly hidden />
        <FormRow>
          <PasswordField
            kind="current"
            label={t('currentPassword')}
            required
            {...boundField(form, 'current_password')}
          />
          <NewPasswordField label={t('newPassword')} email={me.email} {...boundField(form, 'new_password')} />
        </FormRow>
      </FormSection>
      <FormActions>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('changePassword')}
        </Button>
      </FormActions>
    </FormLayout>
  )
}
