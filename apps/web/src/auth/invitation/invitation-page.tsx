import { Button, useComputedColorScheme } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { DateText, ErrorState, Link, problemOf, SkeletonFacts, toastProblem, useTexts } from '@portico/ui'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { brandVariables } from '../../shared/brand-variables.ts'
import { meQuery } from '../../workspace/workspace-data.ts'
import { AuthFrame } from '../auth-frame.tsx'
import styles from '../auth-frame.module.css'
import { mayBeSignedIn } from '../going-on.ts'
import { authTexts } from '../texts.ts'
import { AcceptForm } from './accept-form.tsx'

/** Opened from the mail: joining as who is signed in, with a known account, or with a new one. */
export function InvitationPage() {
  const t = useTexts(authTexts)
  const { token = '' } = useParams({ strict: false }) as { token?: string }
  const scheme = useComputedColorScheme('light')
  const invitation = useQuery({
    queryKey: ['invitation-link', token],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/invitation-links/{token}', { params: { path: { token } }, signal })),
  })
  const me = useQuery({ ...meQuery, enabled: mayBeSignedIn(), retry: false })

  if (invitation.error) {
    const code = problemOf(invitation.error)?.code
    if (code === 'token_invalid' || code === 'not_found') {
      return (
        <AuthFrame
          title={t('inviteGoneTitle')}
          detail={t('inviteGoneDetail')}
          foot={<Link href="/sign-in">{t('backToSignIn')}</Link>}
        />
      )
    }
    return (
      <AuthFrame title={t('signInTitle')}>
        <ErrorState error={invitation.error} onRetry={() => void invitation.refetch()} />
      </AuthFrame>
    )
  }
  if (!invitation.data || me.isLoading) return <SkeletonFacts count={4} />
  const {
    organization_name: organization,
    logo_url: logoUrl,
    brand_color,
    role_name,
    email,
    expires_at,
  } = invitation.data
  return (
    <AuthFrame
      title={t('inviteTitle', { organization })}
      detail={t('inviteDetail', { role: role_name, email })}
      brand={{ name: organization, logoUrl }}
      accent={brandVariables(brand_color, scheme)}
      foot={<p>{t.rich('inviteUntil', { date: <DateText value={expires_at} as="both" /> })}</p>}
    >
      <Ways token={token} invitation={invitation.data} me={me.data} />
    </AuthFrame>
  )
}

interface WaysProps {
  token: string
  invitation: Schema<'OpenInvitation'>
  me: Schema<'Me'> | undefined
}

function Ways({ token, invitation, me }: WaysProps) {
  const t = useTexts(authTexts)
  const signOut = useMutation({
    mutationFn: () => unwrap(api.POST('/v1/auth/sign-out', {})),
    onSuccess: () => location.reload(),
    onError: toastProblem,
  })
  if (!me)
    return <AcceptForm token={token} invitation={invitation} as={invitation.has_account ? 'known' : 'new'} />
  if (me.email.toLowerCase() === invitation.email.toLowerCase()) {
    return (
      <>
        <p className={styles.quiet}>{t('inviteSignedIn', { email: me.email })}</p>
        <AcceptForm token={token} invitation={invitation} as="signed-in" />
      </>
    )
  }
  return (
    <div className={styles.notice}>
      <p>{t('inviteOther', { invited: invitation.email, email: me.email })}</p>
      <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
        {t('inviteSignOut')}
      </Button>
    </div>
  )
}
