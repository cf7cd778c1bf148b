import { useQuery } from '@tanstack/react-query'
import { useTexts } from '@portico/ui'
import { setUpQuery } from './set-up-state.ts'
import { authTexts } from './texts.ts'

/** Said beside "a mail is on its way" where no mail provider is set up, so that nobody waits for it. */
export function MailHint() {
  const t = useTexts(authTexts)
  const { data } = useQuery(setUpQuery)
  return data && !data.is_mail_configured ? <>{t('mailMissing')}</> : null
}
