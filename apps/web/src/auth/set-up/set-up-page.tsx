import { Button, Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  applyProblemToForm,
  ErrorState,
  FormActions,
  FormLayout,
  FormSection,
  Link,
  problemOf,
  useTexts,
} from '@portico/ui'
import { useState } from 'react'
import { boundField } from '../../shared/bound-field.ts'
import { api, unwrap } from '../../shared/api.ts'
import { needed, neededEmail } from '../../shared/validation.ts'
import { AuthFrame } from '../auth-frame.tsx'
import { fromAddress, homeOf } from '../going-on.ts'
import { NewPasswordField } from '../../shared/new-password/new-password-field.tsx'
import { OrganizationFields, suggestedOrganization } from '../organization-fields.tsx'
import { setUpQuery } from '../set-up-state.ts'
import { authTexts } from '../texts.ts'

/** The first visit: the owner of the installation and the first organization. */
export function SetUpPage() {
  const t = useTexts(authTexts)
  const queries = useQueryClient()
  const state = useQuery(setUpQuery)
  const [linkToken] = useState(() => fromAddress('token') ?? '')
  const form = useForm({
    initialValues: {
      token: linkToken,
      name: '',
      email: '',
      password: '',
      with_demo: false,
      ...suggestedOrganization(),
    },
    validate: { name: needed, email: neededEmail, password: needed, organization_name: needed },
  })
  const setUp = useMutation({
    mutationFn: ({
      token,
      name,
      email,
      password,
      organization_name,
      country,
      currency,
      timezone,
    }: typeof form.values) =>
      unwrap(
        api.POST('/v1/setup', {
          body: {
            ...(token.trim() && { token: token.trim() }),
            name: name.trim(),
            email: email.trim(),
            password,
            organization_name: organization_name.trim(),
            ...(country && { country }),
            ...(currency && { currency }),
            ...(timezone && { timezone }),
          },
        }),
      ),
    onSuccess: async (me, { with_demo }) => {
      queries.clear()
      // Whoever asked for the demo sees it being made; where that cannot begin, the platform pages say why.
      if (with_demo) await api.POST('/v1/platform/demo', {})
      location.assign(with_demo ? '/admin/site' : homeOf(me))
    },
    onError: (error) => applyProblemToForm(form, error),
  })

  if (state.error) {
    return (
      <AuthFrame title={t('setUpTitle')}>
        <ErrorState error={state.error} onRetry={() => void state.refetch()} />
      </AuthFrame>
    )
  }
  if (state.data && !state.data.needs_set_up && !setUp.isSuccess) {
    return (
      <AuthFrame title={t('setUpDoneTitle')} detail={t('setUpDoneDetail')}>
        <Button component={Link} href="/sign-in">
          {t('signInAction')}
        </Button>
      </AuthFrame>
    )
  }
  const needsToken = !linkToken && problemOf(setUp.error)?.code === 'token_invalid'
  return (
    <AuthFrame title={t('setUpTitle')} detail={t('setUpDetail')} width="wide">
      <FormLayout
        onSubmit={form.onSubmit((values) => setUp.mutate(values))}
        error={setUp.error}
        label={t('setUpTitle')}
      >
        {needsToken || form.values.token !== linkToken ? (
          <TextInput
            label={t('setUpToken')}
            description={t('setUpTokenHint')}
            autoComplete="off"
            {...form.getInputProps('token')}
          />
        ) : null}
        <FormSection title={t('setUpYou')}>
          <TextInput
            label={t('name')}
            name="name"
            autoComplete="name"
            required
            autoFocus
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('email')}
            type="email"
            name="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <NewPasswordField name="password" email={form.values.email} {...boundField(form, 'password')} />
        </FormSection>
        <FormSection title={t('setUpOrganization')}>
          <OrganizationFields form={form} />
        </FormSection>
        <Checkbox
          label={t('setUpDemo')}
          description={t('setUpDemoHint')}
          {...form.getInputProps('with_demo', { type: 'checkbox' })}
        />
        <FormActions>
          <Button type="submit" loading={setUp.isPending || setUp.isSuccess}>
            {t('setUpAction')}
          </Button>
        </FormActions>
      </FormLayout>
    </AuthFrame>
  )
}
