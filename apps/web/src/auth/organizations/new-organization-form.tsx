import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { applyProblemToForm, FormActions, FormLayout, problemOf, useTexts } from '@portico/ui'
import { api, unwrap } from '../../shared/api.ts'
import { needed } from '../../shared/validation.ts'
import { AuthFrame } from '../auth-frame.tsx'
import { OrganizationFields, suggestedOrganization } from '../organization-fields.tsx'
import { authTexts } from '../texts.ts'

export function NewOrganizationForm({ onCancel }: { onCancel: () => void }) {
  const t = useTexts(authTexts)
  const form = useForm({
    initialValues: { ...suggestedOrganization(), slug: '' },
    validate: { organization_name: needed },
  })
  const create = useMutation({
    mutationFn: ({ organization_name, slug, country, currency, timezone }: typeof form.values) =>
      unwrap(
        api.POST('/v1/organizations', {
          body: {
            name: organization_name.trim(),
            ...(slug.trim() && { slug: slug.trim() }),
            ...(country && { country }),
            ...(currency && { currency }),
            ...(timezone && { timezone }),
          },
        }),
      ),
    onSuccess: (entry) => location.assign(`/app/${entry.slug}`),
    onError: (error) => {
      applyProblemToForm(form, error, (field) => (field === 'name' ? 'organization_name' : field))
      const problem = problemOf(error)
      if (problem?.code === 'slug_taken') form.setFieldError('slug', problem.detail)
    },
  })
  return (
    <AuthFrame title={t('newOrganization')} detail={t('newOrganizationDetail')} width="wide">
      <FormLayout
        onSubmit={form.onSubmit((values) => create.mutate(values))}
        error={create.error}
        label={t('newOrganization')}
      >
        <OrganizationFields form={form} />
        <TextInput
          label={t('address')}
          description={t('addressHint')}
          autoComplete="off"
          spellCheck={false}
          leftSection="/app/"
          leftSectionWidth={52}
          {...form.getInputProps('slug')}
        />
        <FormActions>
          <Button type="submit" loading={create.isPending || create.isSuccess}>
            {t('createOrganization')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('cancel')}
          </Button>
        </FormActions>
      </FormLayout>
    </AuthFrame>
  )
}
