import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Problem, useTexts } from '@portico/ui'
import { useState, type FormEvent } from 'react'
import { portalApi, unwrap } from '../../shared/api.ts'
import { chosenLocale } from '../../shared/language.ts'
import { neededEmail } from '../../shared/validation.ts'
import { SignInFrame } from './sign-in-frame.tsx'
import type { StepProps } from './sign-in-page.tsx'
import styles from './sign-in.module.css'
import { portalSignInTexts } from './texts.ts'

interface EmailStepProps extends StepProps {
  email: string
  onEmail: (email: string) => void
  hasMail: boolean
  onSent: (email: string) => void
  onUsePassword: () => void
}

/** The mail with link and code; the answer is the same for every address. @throws PorticoError */
export async function requestMail(slug: string, email: string): Promise<void> {
  await unwrap(
    portalApi.POST('/v1/portal/auth/sign-in-requests', {
      body: { organization_slug: slug, email, ...chosenLocale() },
    }),
  )
}

export function EmailStep({ slug, brand, email, onEmail, hasMail, onSent, onUsePassword }: EmailStepProps) {
  const t = useTexts(portalSignInTexts)
  const [wrong, setWrong] = useState<string | null>(null)
  const request = useMutation({
    mutationFn: (address: string) => requestMail(slug, address),
    onSuccess: (_done, address) => onSent(address),
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const refusal = neededEmail(email)
    setWrong(refusal)
    if (!refusal) request.mutate(email.trim())
  }

  return (
    <SignInFrame brand={brand} title={t('titleTo', { name: brand.name })} detail={t('detail')}>
      {hasMail ? null : (
        <p className={styles.notice} role="note">
          {t('noMail')}
        </p>
      )}
      <form noValidate className={styles.form} onSubmit={submit}>
        {request.error ? <Problem error={request.error} /> : null}
        <TextInput
          label={t('email')}
          description={t('emailHint')}
          type="email"
          name="email"
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          value={email}
          error={wrong}
          autoFocus
          onChange={(event) => {
            setWrong(null)
            onEmail(event.currentTarget.value)
          }}
        />
        <Button type="submit" loading={request.isPending}>
          {t('sendCode')}
        </Button>
      </form>
      <div className={styles.links}>
        <button type="button" className={styles.quietButton} onClick={onUsePassword}>
          {t('usePassword')}
        </button>
      </div>
    </SignInFrame>
  )
}
