import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { applyProblemToForm, Link, Problem, problemOf, useTexts } from '@portico/ui'
import { boundField } from '../../shared/bound-field.ts'
import { api, unwrap } from '../../shared/api.ts'
import { needed } from '../../shared/validation.ts'
import { AuthFrame } from '../auth-frame.tsx'
import styles from '../auth-frame.module.css'
import { fromAddress } from '../going-on.ts'
import { NewPasswordField } from '../../shared/new-password/new-password-field.tsx'
import { authTexts } from '../texts.ts'

export function ResetPasswordPage() {
  const t = useTexts(authTexts)
  const token = fromAddress('token')
  const form = useForm({ initialValues: { password: '' }, validate: { password: needed } })
  const reset = useMutation({
    mutationFn: ({ password }: typeof form.values) =>
      unwrap(api.POST('/v1/auth/password-resets', { body: { token: token ?? '', password } })),
    onError: (error) => applyProblemToForm(form, error),
  })
  if (reset.isSuccess) {
    return (
      <AuthFrame title={t('resetTitle')} detail={t('resetDone')}>
        <Button component={Link} href="/sign-in">
          {t('signInAction')}
        </Button>
      </AuthFrame>
    )
  }
  const isGone = problemOf(reset.error)?.code === 'token_invalid'
  return (
    <AuthFrame
      title={t('resetTitle')}
      detail={t(token ? 'resetDetail' : 'verifyMissing')}
      foot={<Link href="/sign-in">{t('backToSignIn')}</Link>}
    >
      {reset.error ? (
        <Problem
          error={reset.error}
          action={isGone ? <Link href="/forgot-password">{t('resetAgain')}</Link> : undefined}
        />
      ) : null}
      {token ? (
        <form noValidate className={styles.form} onSubmit={form.onSubmit((values) => reset.mutate(values))}>
          <NewPasswordField name="password" {...boundField(form, 'password')} />
          <Button type="submit" loading={reset.isPending}>
            {t('resetAction')}
          </Button>
        </form>
      ) : (
        <Button component={Link} href="/forgot-password" variant="default">
          {t('resetAgain')}
        </Button>
      )}
    </AuthFrame>
  )
}
