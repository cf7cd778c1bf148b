import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { applyProblemToForm, PasswordField, Problem, problemOf, useTexts } from '@portico/ui'
import { boundField } from '../../shared/bound-field.ts'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { needed } from '../../shared/validation.ts'
import styles from '../auth-frame.module.css'
import { NewPasswordField } from '../../shared/new-password/new-password-field.tsx'
import { LockedNotice } from '../sign-in/locked-notice.tsx'
import { authTexts } from '../texts.ts'

interface AcceptFormProps {
  token: string
  invitation: Schema<'OpenInvitation'>
  /** Signed in with the invited address, known but not signed in, or a new person. */
  as: 'signed-in' | 'known' | 'new'
}

export function AcceptForm({ token, invitation, as }: AcceptFormProps) {
  const t = useTexts(authTexts)
  const form = useForm({
    initialValues: { name: '', password: '' },
    validate: {
      name: (name) => (as === 'new' ? needed(name) : null),
      password: (password) => (as === 'signed-in' ? null : needed(password)),
    },
  })
  const accept = useMutation({
    mutationFn: ({ name, password }: typeof form.values) =>
      unwrap(
        api.POST('/v1/invitation-links/{token}/accept', {
          params: { path: { token } },
          body: as === 'signed-in' ? {} : as === 'known' ? { password } : { name: name.trim(), password },
        }),
      ),
    onSuccess: (entry) => location.assign(`/app/${entry.slug}`),
    onError: (error) => applyProblemToForm(form, error),
  })
  const problem = problemOf(accept.error)
  return (
    <form noValidate className={styles.form} onSubmit={form.onSubmit((values) => accept.mutate(values))}>
      {problem?.code === 'account_locked' ? (
        <LockedNotice key={problem.request_id} seconds={problem.retry_after ?? 0} />
      ) : accept.error ? (
        <Problem error={accept.error} />
      ) : null}
      {as === 'signed-in' ? null : (
        <p className={styles.quiet}>{t(as === 'known' ? 'inviteKnown' : 'inviteNew')}</p>
      )}
      {as === 'new' ? (
        <TextInput
          label={t('name')}
          name="name"
          autoComplete="name"
          required
          {...form.getInputProps('name')}
        />
      ) : null}
      {as === 'signed-in' ? null : (
        <>
          <input type="email" autoComplete="username" value={invitation.email} readOnly hidden />
          {as === 'known' ? (
            <PasswordField
              kind="current"
              name="password"
              label={t('password')}
              required
              {...boundField(form, 'password')}
            />
          ) : (
            <NewPasswordField name="password" email={invitation.email} {...boundField(form, 'password')} />
          )}
        </>
      )}
      <Button type="submit" loading={accept.isPending || accept.isSuccess}>
        {t('inviteJoin', { organization: invitation.organization_name })}
      </Button>
    </form>
  )
}
