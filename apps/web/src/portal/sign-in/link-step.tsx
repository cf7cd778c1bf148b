import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Problem, problemOf, useTexts } from '@portico/ui'
import { IconArrowRight } from '@tabler/icons-react'
import { portalApi, unwrap } from '../../shared/api.ts'
import { chosenLocale } from '../../shared/language.ts'
import { SignInFrame } from './sign-in-frame.tsx'
import type { StepProps } from './sign-in-page.tsx'
import styles from './sign-in.module.css'
import { portalSignInTexts } from './texts.ts'

interface LinkStepProps extends StepProps {
  token: string
  /** On to the address field: the link is of no use any more. */
  onEnded: () => void
}

/** Where the mailed link leads. Only the button spends it: scanners of mail open links, but press nothing. */
export function LinkStep({ brand, token, onEnded, onSignedIn }: LinkStepProps) {
  const t = useTexts(portalSignInTexts)
  const signIn = useMutation({
    mutationFn: () =>
      unwrap(portalApi.POST('/v1/portal/auth/sign-in', { body: { token, ...chosenLocale() } })),
    onSuccess: onSignedIn,
  })
  const isEnded = problemOf(signIn.error)?.code === 'token_invalid'
  if (isEnded) {
    return (
      <SignInFrame brand={brand} title={t('linkEndedTitle')} detail={t('linkEndedDetail')}>
        <Button onClick={onEnded} autoFocus>
          {t('sendCode')}
        </Button>
      </SignInFrame>
    )
  }
  return (
    <SignInFrame brand={brand} title={t('linkTitle')} detail={t('linkDetail', { name: brand.name })}>
      <div className={styles.form}>
        {signIn.error ? <Problem error={signIn.error} /> : null}
        <Button
          rightSection={<IconArrowRight />}
          loading={signIn.isPending}
          onClick={() => signIn.mutate()}
          autoFocus
        >
          {t('signIn')}
        </Button>
      </div>
    </SignInFrame>
  )
}
