import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, Problem, useTexts } from '@portico/ui'
import { api, unwrap } from '../../shared/api.ts'
import { AuthFrame } from '../auth-frame.tsx'
import { fromAddress, homeOf } from '../going-on.ts'
import { authTexts } from '../texts.ts'

/** Opened from the mail. Only the button spends the link, because programs that check mail open every link. */
export function VerifyEmailPage() {
  const t = useTexts(authTexts)
  const queries = useQueryClient()
  const token = fromAddress('token')
  const verify = useMutation({
    mutationFn: () => unwrap(api.POST('/v1/auth/email-verifications', { body: { token: token ?? '' } })),
    onSuccess: (me) => {
      queries.clear()
      location.assign(homeOf(me))
    },
  })
  return (
    <AuthFrame
      title={t('verifyTitle')}
      detail={t(token ? 'verifyDetail' : 'verifyMissing')}
      foot={<Link href="/sign-in">{t('backToSignIn')}</Link>}
    >
      {verify.error ? (
        <Problem error={verify.error} action={<Link href="/sign-in">{t('verifyAgain')}</Link>} />
      ) : null}
      {token ? (
        <Button loading={verify.isPending || verify.isSuccess} onClick={() => verify.mutate()}>
          {t('verifyAction')}
        </Button>
      ) : null}
    </AuthFrame>
  )
}
