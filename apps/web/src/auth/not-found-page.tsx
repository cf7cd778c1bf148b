import { Button } from '@mantine/core'
import { Link, useTexts } from '@portico/ui'
import { sharedTexts } from '../shared/texts.ts'
import { AuthFrame } from './auth-frame.tsx'

/** An address outside of every workspace that leads nowhere. */
export function NotFoundPage() {
  const t = useTexts(sharedTexts)
  return (
    <AuthFrame title={t('notFoundTitle')} detail={t('notFoundDetail')}>
      <div>
        <Button component={Link} href="/app">
          {t('notFoundHome')}
        </Button>
      </div>
    </AuthFrame>
  )
}
