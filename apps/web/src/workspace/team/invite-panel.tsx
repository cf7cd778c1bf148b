import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery } from '@tanstack/react-query'
import {
  applyProblemToForm,
  FormActions,
  FormLayout,
  problemOf,
  SidePanel,
  toast,
  useTexts,
} from '@portico/ui'
import { needed, neededEmail } from '../../shared/validation.ts'
import { rolesQuery, useInvite } from './team-data.ts'
import { teamTexts } from './texts.ts'

export function InvitePanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTexts(teamTexts)
  return (
    <SidePanel opened={opened} onClose={onClose} title={t('inviteTitle')}>
      {opened ? <InviteForm onDone={onClose} /> : null}
    </SidePanel>
  )
}

function InviteForm({ onDone }: { onDone: () => void }) {
  const t = useTexts(teamTexts)
  const roles = useQuery(rolesQuery)
  const invite = useInvite()
  const form = useForm({
    initialValues: { email: '', role_id: '' },
    validate: { email: neededEmail, role_id: needed },
  })
  const choices = (roles.data?.data ?? []).filter(({ key }) => key !== 'client')
  return (
    <FormLayout
      label={t('inviteTitle')}
      error={invite.error ?? roles.error ?? undefined}
      onSubmit={form.onSubmit(({ email, role_id }) =>
        invite.mutate(
          { email: email.trim(), role_id },
          {
            onSuccess: (invitation) => {
              toast(t('invited', { email: invitation.email }))
              onDone()
            },
            onError: (error) => {
              applyProblemToForm(form, error)
              const problem = problemOf(error)
              if (problem?.code === 'already_member') form.setFieldError('email', problem.detail)
            },
          },
        ),
      )}
    >
      <p>{t('inviteDetail')}</p>
      <TextInput
        label={t('email')}
        type="email"
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('email')}
      />
      <Select
        label={t('role')}
        required
        allowDeselect={false}
        data={choices.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('role_id')}
      />
      <FormActions>
        <Button type="submit" loading={invite.isPending}>
          {t('sendInvitation')}
        </Button>
      </FormActions>
    </FormLayout>
  )
}
