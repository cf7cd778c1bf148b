import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import {
  ErrorState,
  Facts,
  formatDateTime,
  SidePanel,
  SkeletonFacts,
  styleNonce,
  useTexts,
} from '@portico/ui'
import { useState } from 'react'
import { api, unwrap, type Schema } from '../../shared/api.ts'
import { MailWords } from '../../staff-shared/mails/mail-words.tsx'
import { mailTexts } from '../../staff-shared/mails/texts.ts'
import { mailForFrame } from './mail-html.ts'
import styles from './outbox.module.css'
import { outboxTexts } from './texts.ts'

type Email = Schema<'EmailSummary'>

/** One mail as its recipient sees it. The frame runs nothing: no scripts, no forms, no way out. */
export function MailPanel({ email, onClose }: { email: Email | null; onClose: () => void }) {
  const [shown, setShown] = useState(email)
  if (email && email !== shown) setShown(email)
  return (
    <SidePanel opened={email !== null} onClose={onClose} title={shown?.subject ?? ''} width={760}>
      {shown ? <Mail key={shown.id} id={shown.id} /> : null}
    </SidePanel>
  )
}

function Mail({ id }: { id: string }) {
  const t = useTexts(outboxTexts)
  const say = useTexts(mailTexts)
  const [view, setView] = useState('picture')
  const mail = useQuery({
    queryKey: ['emails', 'one', id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/v1/emails/{email_id}', { params: { path: { email_id: id } }, signal })),
  })
  if (mail.error) return <ErrorState error={mail.error} onRetry={() => void mail.refetch()} />
  if (!mail.data) return <SkeletonFacts count={4} />
  const {
    to,
    cc,
    status,
    error,
    attempts,
    sent_at: sentAt,
    created_at: createdAt,
    attachments,
    html,
    text,
  } = mail.data
  return (
    <div className={styles.mail}>
      <Facts
        facts={[
          { label: say('to'), value: to.join(', ') },
          { label: t('cc'), value: cc.join(', ') },
          { label: say('written'), value: formatDateTime(createdAt) },
          {
            label: say('status'),
            value: [
              sentAt && status === 'sent' ? t('sentAt', { when: formatDateTime(sentAt) }) : say(status),
              attempts > 1 ? t('tries', { count: attempts }) : null,
              error,
            ]
              .filter(Boolean)
              .join(', '),
          },
          { label: t('attachments'), value: attachments.map(({ name }) => name).join(', ') },
        ]}
      />
      <SegmentedControl
        aria-label={t('view')}
        data={[
          { value: 'picture', label: t('asPicture') },
          { value: 'text', label: t('asText') },
        ]}
        value={view}
        onChange={setView}
      />
      {view === 'picture' ? (
        <iframe
          className={styles.frame}
          title={t('frame')}
          srcDoc={mailForFrame(html, styleNonce())}
          sandbox=""
        />
      ) : (
        <MailWords text={text} />
      )}
    </div>
  )
}
