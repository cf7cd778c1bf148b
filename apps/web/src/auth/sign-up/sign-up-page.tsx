import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { applyProblemToForm, Link, Problem, useTexts } from '@portico/ui'
import { boundField } from '../../shared/bound-field.ts'
import { api, unwrap } from '../../shared/api.ts'
import { needed, neededEmail } from '../../shared/validation.ts'
import { AuthFrame } from '../auth-frame.tsx'
import styles from '../auth-frame.module.css'
import { rememberedEmail, rememberEmail } from '../going-on.ts'
import { MailHint } from '../mail-hint.tsx'
import { NewPasswordField } from '../../shared/new-password/new-password-field.tsx'
import { setUpQuery } from '../set-up-state.ts'
import { authTexts } from '../texts.ts'
import { SendVerificationAgain } from '../verify-email/send-verification-again.tsx'

export function SignUpPage() {
  const t = useTexts(authTexts)
  const setUp = useQuery(setUpQuery)
  const form = useForm({
    initialValues: { name: '', email: rememberedEmail(), password: '' },
    validate: { name: needed, email: neededEmail, password: needed },
  })
  const signUp = useMutation({
    mutationFn: ({ name, email, password }: typeof form.values) =>
      unwrap(api.POST('/v1/auth/sign-up', { body: { name: name.trim(), email: email.trim(), password } })),
    onError: (error) => applyProblemToForm(form, error),
  })
  const foot = (
    <p>
      {t('haveAccount')} <Link href="/sign-in">{t('signInAction')}</Link>
    </p>
  )

  if (setUp.data?.registration === 'invite') {
    return <AuthFrame title={t('signUpClosedTitle')} detail={t('signUpClosedDetail')} foot={foot} />
  }
  if (signUp.isSuccess) {
    const { email } = form.values
    return (
      <AuthFrame title={t('checkMailTitle')} detail={t('signUpSent', { email })} foot={foot}>
        <p className={styles.quiet}>
          <MailHint />
        </p>
        <SendVerificationAgain email={email}>
          {(send) => (
            <Button variant="default" loading={send.isPending} onClick={() => send.mutate()}>
              {t('sendAgain')}
            </Button>
          )}
        </SendVerificationAgain>
        <Button variant="subtle" onClick={() => signUp.reset()}>
          {t('otherAddress')}
        </Button>
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title={t('signUpTitle')} foot={foot}>
      {signUp.error ? <Problem error={signUp.error} /> : null}
      <form noValidate className={styles.form} onSubmit={form.onSubmit((values) => signUp.mutate(values))}>
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
          onChange={(event) => {
            rememberEmail(event.currentTarget.value)
            form.setFieldValue('email', event.currentTarget.value)
          }}
        />
        <NewPasswordField name="password" email={form.values.email} {...boundField(form, 'password')} />
        <Button type="submit" loading={signUp.isPending}>
          {t('signUpAction')}
        </Button>
      </form>
    </AuthFrame>
  )
}
