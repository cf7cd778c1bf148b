import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { PasswordField, Problem, problemOf, useTexts } from '@portico/ui'
import { useState, type FormEvent } from 'react'
import { portalApi, unwrap } from '../../shared/api.ts'
import { chosenLocale } from '../../shared/language.ts'
import { needed, neededEmail } from '../../shared/validation.ts'
import { LockedNotice } from './locked-notice.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import type { StepProps } from './sign-in-page.tsx'
import styles from './sign-in.module.css'
import { portalSignInTexts } from './texts.ts'

interface PasswordStepProps extends StepProps {
  email: string
  onEmail: (email: string) => void
  hasMail: boolean
  onUseMail: () => void
}

export function PasswordStep({
  slug,
  brand,
  email,
  onEmail,
  hasMail,
  onUseMail,
  onSignedIn,
}: PasswordStepProps) {
  const t = useTexts(portalSignInTexts)
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState<{ email: string | null; password: string | null }>({
    email: null,
    password: null,
  })
  const signIn = useMutation({
    mutationFn: () =>
      unwrap(
        portalApi.POST('/v1/portal/auth/sign-in', {
          body: { organization_slug: slug, email: email.trim(), password, ...chosenLocale() },
        }),
      ),
    onSuccess: onSignedIn,
    onError: () => setPassword(''),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const next = { email: neededEmail(email), password: needed(password) }
    setWrong(next)
    if (!next.email && !next.password) signIn.mutate()
  }

  const problem = problemOf(signIn.error)
  return (
    <SignInFrame brand={brand} title={t('titleTo', { name: brand.name })} detail={t('detail')}>
      {hasMail ? null : (
        <p className={styles.notice} role="note">
          {t('noMail')}
        </p>
      )}
      <form noValidate className={styles.form} onSubmit={submit}>
        {problem?.code === 'account_locked' ? (
          <LockedNotice seconds={problem.retry_after ?? 900} kind="password" />
        ) : signIn.error ? (
          <Problem error={signIn.error} />
        ) : null}
        <TextInput
          label={t('email')}
          description={t('emailHint')}
          type="email"
          name="email"
          autoComplete="username"
          inputMode="email"
          autoCapitalize="none"
          value={email}
          error={wrong.email}
          onChange={(event) => onEmail(event.currentTarget.value)}
        />
        <PasswordField
          kind="current"
          name="password"
          label={t('password')}
          value={password}
          onChange={setPassword}
          error={wrong.password}
        />
        <Button type="submit" loading={signIn.isPending}>
          {t('signIn')}
        </Button>
      </form>
      <div className={styles.links}>
        <button type="button" className={styles.quietButton} onClick={onUseMail}>
          {t('useMail')}
        </button>
      </div>
    </SignInFrame>
  )
}
