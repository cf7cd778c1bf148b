import { PageHeader, useTexts } from '@portico/ui'
import { RouteNotFound } from '../shared/route-states.tsx'
import { usePortal } from './portal-data.ts'
import { portalTexts } from './texts.ts'

/** An address of this portal where nothing stands. */
export function PortalNotFound() {
  const t = useTexts(portalTexts)
  const { base } = usePortal()
  return (
    <>
      <PageHeader title={t('notFound')} />
      <RouteNotFound homeHref={base} />
    </>
  )
}
