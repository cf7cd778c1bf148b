import { PageHeader, useTexts } from '@portico/ui'
import { workspaceTexts } from '../texts.ts'

export function HomePage() {
  const t = useTexts(workspaceTexts)
  return <PageHeader title={t('home')} />
}
