import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState, Link, PageHeader, SkeletonPage, useTexts } from '@portico/ui'
import { sharedTexts } from './texts.ts'

/** In place of a page that threw; the frame around it stays. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <ErrorState
      error={error}
      onRetry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}

export function RouteNotFound({ homeHref = '/app' }: { homeHref?: string }) {
  const t = useTexts(sharedTexts)
  return (
    <>
      <PageHeader title={t('notFoundTitle')} subtitle={t('notFoundDetail')} />
      <Link href={homeHref}>{t('notFoundHome')}</Link>
    </>
  )
}

export function RoutePending() {
  return <SkeletonPage />
}
