import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { applyProblemToForm, Link, Problem, useTexts } from '@portico/ui'
import { api, unwrap } from '../../shared/api.ts'
import { neededEmail } from '../../shared/validation.ts'
import { AuthFrame } from '../auth-frame.tsx'
import styles from '../auth-frame.module.css'
import { rememberedEmail, rememberEmail } from '../going-on.ts'
import { MailHint } from '../mail-hint.tsx'
import { authTexts } from '../texts.ts'

/** The words after it are the same whether or not the address is known. */
export function ForgotPasswordPage() {
  const t = useTexts(authTexts)
  const form = useForm({ initialValues: { email: rememberedEmail() }, validate: { email: neededEmail } })
  const ask = useMutation({
    mutationFn: ({ email }: typeof form.values) =>
      unwrap(api.POST('/v1/auth/password-reset-requests', { body: { email: email.trim() } })),
    onError: (error) => applyProblemToForm(form, error),
  })
  const foot = <Link href="/sign-in">{t('backToSignIn')}</Link>
  if (ask.isSuccess) {
    return (
      <AuthFrame
        title={t('checkMailTitle')}
        detail={t('forgotSent', { email: form.values.email })}
        foot={foot}
      >
        <p className={styles.quiet}>
          <MailHint />
        </p>
        <Button variant="default" onClick={() => ask.reset()}>
          {t('otherAddress')}
        </Button>
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title={t('forgotTitle')} detail={t('forgotDetail')} foot={foot}>
      {ask.error ? <Problem error={ask.error} /> : null}
      <form noValidate className={styles.form} onSubmit={form.onSubmit((values) => ask.mutate(values))}>
        <TextInput
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus
          {...form.getInputProps('email')}
          onChange={(event) => {
            rememberEmail(event.currentTarget.value)
            form.setFieldValue('email', event.currentTarget.value)
          }}
        />
        <Button type="submit" loading={ask.isPending}>
          {t('forgotAction')}
        </Button>
      </form>
    </AuthFrame>
  )
}
