import { PageHeader, useTexts } from '@portico/ui'
import { portalTexts } from '../texts.ts'

export function PortalHomePage() {
  const t = useTexts(portalTexts)
  return <PageHeader title={t('home')} />
}
