import { PageHeader, useTexts } from '@portico/ui'
import { SystemMails } from '../staff-shared/mails/system-mails.tsx'
import { mailTexts } from '../staff-shared/mails/texts.ts'
import { adminTexts } from './texts.ts'

/** `/admin/mail`: the installation's own mail; while none is sent, what it says can be read here. */
export function MailPage() {
  const t = useTexts(adminTexts)
  const say = useTexts(mailTexts)
  return (
    <>
      <PageHeader title={t('mail')} subtitle={say('systemDetail')} />
      <SystemMails />
    </>
  )
}
