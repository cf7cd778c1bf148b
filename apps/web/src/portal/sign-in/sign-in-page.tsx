import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { ErrorState, SkeletonPage, readProblem, useTexts } from '@portico/ui'
import { useEffect, useState } from 'react'
import { readBoot } from '../../shared/boot.ts'
import { placeIn, portalMeQuery, portalSiteQuery, type PortalMe } from '../portal-data.ts'
import { CodeStep } from './code-step.tsx'
import { EmailStep } from './email-step.tsx'
import { LinkStep } from './link-step.tsx'
import { PasswordStep } from './password-step.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import { keepSent, nextPage, readSent, type SentMail } from './sign-in-state.ts'
import { portalSignInTexts } from './texts.ts'

export interface StepProps {
  slug: string
  brand: { name: string; logoUrl: string | null }
  onSignedIn: (me: PortalMe) => void
}

/** By mailed link or code, or by password: one question at a time. */
export function SignInPage() {
  const t = useTexts(portalSignInTexts)
  const router = useRouter()
  const queries = useQueryClient()
  const { organization: slug = '' } = useParams({ strict: false }) as { organization?: string }
  const boot = readBoot().organization
  const site = useQuery(portalSiteQuery(slug))
  const [token, setToken] = useState(() => new URLSearchParams(location.search).get('token'))
  const [sent, setSent] = useState<SentMail | null>(() => readSent(slug))
  const [email, setEmail] = useState(sent?.email ?? '')
  const [wantsPassword, setWantsPassword] = useState<boolean | null>(null)
  const brand = {
    name: site.data?.organization.name ?? boot?.name ?? '',
    logoUrl: site.data?.organization.logo_url ?? boot?.logo_url ?? null,
  }

  function go(me: PortalMe) {
    keepSent(slug, null)
    queries.clear()
    queries.setQueryData(portalMeQuery.queryKey, me)
    router.history.replace(nextPage(slug, location.search))
  }

  // Somebody who is signed in already came back to this address: they go on.
  useEffect(() => {
    if (token || !/(^|; )portico_portal_csrf=/.test(document.cookie)) return
    const goOn = (me: PortalMe) =>
      placeIn(me, slug) && router.history.replace(nextPage(slug, location.search))
    queries.fetchQuery(portalMeQuery).then(goOn, () => undefined)
  }, [queries, router, slug, token])

  function remember(next: SentMail | null) {
    keepSent(slug, next)
    setSent(next)
  }

  if (site.isPending && !brand.name) {
    return (
      <SignInFrame brand={brand} title={t('title')}>
        <SkeletonPage />
      </SignInFrame>
    )
  }
  if (site.isError && !brand.name) {
    const isUnknown = readProblem(site.error).status === 404
    return (
      <SignInFrame
        brand={brand}
        title={isUnknown ? t('notFoundTitle') : t('title')}
        detail={isUnknown ? t('notFoundDetail') : undefined}
      >
        {isUnknown ? null : <ErrorState error={site.error} onRetry={() => void site.refetch()} />}
      </SignInFrame>
    )
  }
  const step: StepProps = { slug, brand, onSignedIn: go }
  const hasMail = site.data?.is_mail_configured !== false
  if (token) return <LinkStep {...step} token={token} onEnded={() => setToken(null)} />
  if (wantsPassword ?? !hasMail) {
    return (
      <PasswordStep
        {...step}
        email={email}
        onEmail={setEmail}
        hasMail={hasMail}
        onUseMail={() => setWantsPassword(false)}
      />
    )
  }
  if (sent) {
    return (
      <CodeStep
        {...step}
        sent={sent}
        onSent={remember}
        onUsePassword={() => setWantsPassword(true)}
        onOtherAddress={() => remember(null)}
      />
    )
  }
  return (
    <EmailStep
      {...step}
      email={email}
      onEmail={setEmail}
      hasMail={hasMail}
      onSent={(address) => remember({ email: address, at: Date.now(), failures: 0 })}
      onUsePassword={() => setWantsPassword(true)}
    />
  )
}
