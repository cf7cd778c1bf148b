import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Problem, problemOf, useTexts } from '@portico/ui'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { portalApi, unwrap } from '../../shared/api.ts'
import { chosenLocale } from '../../shared/language.ts'
import { requestMail } from './email-step.tsx'
import { LockedNotice } from './locked-notice.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import type { StepProps } from './sign-in-page.tsx'
import type { SentMail } from './sign-in-state.ts'
import styles from './sign-in.module.css'
import { portalSignInTexts } from './texts.ts'

interface CodeStepProps extends StepProps {
  sent: SentMail
  onSent: (sent: SentMail) => void
  onUsePassword: () => void
  onOtherAddress: () => void
}

const DIGITS = 6
/** The server ends a code after as many wrong ones. */
const TRIES = 5
const PAUSE = 30_000

/** Six digits, typed, pasted or filled in by the phone; complete, they are sent by themselves. */
export function CodeStep({
  slug,
  brand,
  sent,
  onSent,
  onUsePassword,
  onOtherAddress,
  onSignedIn,
}: CodeStepProps) {
  const t = useTexts(portalSignInTexts)
  const field = useRef<HTMLInputElement>(null)
  const [code, setCode] = useState('')
  const wait = useSecondsUntil(sent.at + PAUSE)
  const signIn = useMutation({
    mutationFn: (digits: string) =>
      unwrap(
        portalApi.POST('/v1/portal/auth/sign-in', {
          body: { organization_slug: slug, email: sent.email, code: digits, ...chosenLocale() },
        }),
      ),
    onSuccess: onSignedIn,
    onError: (error) => {
      if (problemOf(error)?.code !== 'code_invalid') return
      setCode('')
      onSent({ ...sent, failures: sent.failures + 1 })
      field.current?.focus()
    },
  })
  const again = useMutation({
    mutationFn: () => requestMail(slug, sent.email),
    onSuccess: () => {
      signIn.reset()
      onSent({ email: sent.email, at: Date.now(), failures: 0 })
      field.current?.focus()
    },
  })

  function type(text: string) {
    const digits = text.replaceAll(/\D/g, '').slice(0, DIGITS)
    setCode(digits)
    if (digits.length === DIGITS && digits !== code && !signIn.isPending) signIn.mutate(digits)
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    if (code.length === DIGITS) signIn.mutate(code)
    else field.current?.focus()
  }

  const problem = problemOf(signIn.error)
  const left = TRIES - sent.failures
  const isWrong = problem?.code === 'code_invalid'
  const isUsedUp = left <= 0
  return (
    <SignInFrame
      brand={brand}
      title={t('sentTitle')}
      detail={t.rich('sentDetail', { email: <strong>{sent.email}</strong>, name: brand.name })}
    >
      <form noValidate className={styles.form} onSubmit={submit}>
        {problem?.code === 'account_locked' ? (
          <LockedNotice seconds={problem.retry_after ?? 900} kind="code" />
        ) : signIn.error && !isWrong ? (
          <Problem error={signIn.error} />
        ) : null}
        {again.error ? <Problem error={again.error} /> : null}
        <TextInput
          ref={field}
          label={t('code')}
          classNames={{ input: styles.code ?? '' }}
          value={code}
          onChange={(event) => type(event.currentTarget.value)}
          error={
            isUsedUp
              ? t('codeUsedUp')
              : isWrong || sent.failures > 0
                ? `${t('codeWrong')} ${t('codeTriesLeft', { count: left })}`
                : undefined
          }
          errorProps={{ role: 'alert' }}
          inputMode="numeric"
          autoComplete="one-time-code"
          pattern="\d{6}"
          maxLength={12}
          disabled={isUsedUp}
          readOnly={signIn.isPending}
          autoFocus
        />
        {isUsedUp ? (
          <Button loading={again.isPending} onClick={() => again.mutate()}>
            {t('sendAgain')}
          </Button>
        ) : (
          <Button
            type="submit"
            loading={signIn.isPending}
            disabled={code.length < DIGITS && !signIn.isPending}
          >
            {t('signIn')}
          </Button>
        )}
      </form>
      <p className={styles.quiet} role="status">
        {again.isSuccess ? t('sentAgain') : t('notArrived')}
      </p>
      <div className={styles.links}>
        {isUsedUp ? null : (
          <button
            type="button"
            className={styles.quietButton}
            disabled={wait > 0 || again.isPending}
            onClick={() => again.mutate()}
          >
            {wait > 0 ? t('sendAgainIn', { count: wait }) : t('sendAgain')}
          </button>
        )}
        <button type="button" className={styles.quietButton} onClick={onOtherAddress}>
          {t('anotherAddress')}
        </button>
        <button type="button" className={styles.quietButton} onClick={onUsePassword}>
          {t('usePassword')}
        </button>
      </div>
    </SignInFrame>
  )
}

function useSecondsUntil(moment: number): number {
  const [now, setNow] = useState(() => Date.now())
  const left = Math.max(0, Math.ceil((moment - now) / 1000))
  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [moment])
  return left
}
