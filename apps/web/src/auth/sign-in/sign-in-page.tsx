import { Button, Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, PasswordField, Problem, problemOf, useTexts } from '@portico/ui'
import { useEffect, type ReactNode } from 'react'
import { boundField } from '../../shared/bound-field.ts'
import { api, unwrap } from '../../shared/api.ts'
import { needed, neededEmail } from '../../shared/validation.ts'
import { meQuery } from '../../workspace/workspace-data.ts'
import { AuthFrame } from '../auth-frame.tsx'
import styles from '../auth-frame.module.css'
import { goOn, mayBeSignedIn, nextPage, rememberedEmail, rememberEmail } from '../going-on.ts'
import { setUpQuery } from '../set-up-state.ts'
import { authTexts } from '../texts.ts'
import { LockedNotice } from './locked-notice.tsx'
import { UnverifiedNotice } from './unverified-notice.tsx'

export function SignInPage() {
  const t = useTexts(authTexts)
  const queries = useQueryClient()
  const setUp = useQuery(setUpQuery)
  const form = useForm({
    initialValues: { email: rememberedEmail(), password: '', keep: true },
    validate: { email: neededEmail, password: needed },
  })
  const signIn = useMutation({
    mutationFn: ({ email, password, keep }: typeof form.values) =>
      unwrap(api.POST('/v1/auth/sign-in', { body: { email: email.trim(), password, keep_signed_in: keep } })),
    onSuccess: (me) => {
      queries.clear()
      queries.setQueryData(meQuery.queryKey, me)
      goOn(me)
    },
    onError: () => form.setFieldValue('password', ''),
  })

  // Somebody who is signed in already asked for another page: they go there.
  useEffect(() => {
    if (!mayBeSignedIn()) return
    queries.fetchQuery(meQuery).then(goOn, () => undefined)
  }, [queries])

  return (
    <AuthFrame
      title={t('signInTitle')}
      detail={nextPage() ? t('signedOutNext') : undefined}
      foot={
        setUp.data?.needs_set_up ? (
          <p>
            {t('needsSetUp')} <Link href="/set-up">{t('needsSetUpLink')}</Link>
          </p>
        ) : setUp.data?.registration === 'open' ? (
          <p>
            {t('noAccount')} <Link href="/sign-up">{t('signUpLink')}</Link>
          </p>
        ) : undefined
      }
    >
      <SignInRefusal error={signIn.error} email={form.values.email} />
      <form noValidate className={styles.form} onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
        <TextInput
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          autoFocus={!form.values.email}
          {...form.getInputProps('email')}
          onChange={(event) => {
            rememberEmail(event.currentTarget.value)
            form.setFieldValue('email', event.currentTarget.value)
          }}
        />
        <PasswordField
          kind="current"
          name="password"
          label={t('password')}
          required
          {...boundField(form, 'password')}
        />
        <div className={styles.between}>
          <Checkbox label={t('keepSignedIn')} {...form.getInputProps('keep', { type: 'checkbox' })} />
          <Link href="/forgot-password">{t('forgot')}</Link>
        </div>
        <Button type="submit" loading={signIn.isPending || signIn.isSuccess}>
          {t('signInAction')}
        </Button>
      </form>
    </AuthFrame>
  )
}

function SignInRefusal({ error, email }: { error: unknown; email: string }): ReactNode {
  if (!error) return null
  const problem = problemOf(error)
  if (problem?.code === 'account_locked') {
    return <LockedNotice key={problem.request_id} seconds={problem.retry_after ?? 0} />
  }
  if (problem?.code === 'email_not_verified') return <UnverifiedNotice email={email} />
  return <Problem error={error} />
}
