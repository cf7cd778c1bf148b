import { IconSearchOff } from '@tabler/icons-react'
import { EmptyState } from '../feedback/empty-state.tsx'
import { Link } from '../link.tsx'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'

/** The empty list that is empty because of its filters: the way back is to clear them. */
export function NoMatch({ clearHref }: { clearHref: string }) {
  const t = useTexts(uiTexts)
  return (
    <EmptyState
      icon={IconSearchOff}
      title={t('noMatch')}
      detail={t('noMatchHint')}
      action={<Link href={clearHref}>{t('clearAll')}</Link>}
    />
  )
}
