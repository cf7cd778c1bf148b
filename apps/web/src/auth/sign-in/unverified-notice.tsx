import { Button } from '@mantine/core'
import { useTexts } from '@portico/ui'
import styles from '../auth-frame.module.css'
import { SendVerificationAgain } from '../verify-email/send-verification-again.tsx'
import { authTexts } from '../texts.ts'

/** The password is right, the address is not verified: where the mail went, and the way to another one. */
export function UnverifiedNotice({ email }: { email: string }) {
  const t = useTexts(authTexts)
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.noticeTitle}>{t('unverifiedTitle')}</p>
      <p>{t('unverifiedDetail', { email })}</p>
      <SendVerificationAgain email={email}>
        {(send) => (
          <Button variant="default" size="xs" loading={send.isPending} onClick={() => send.mutate()}>
            {t('sendAgain')}
          </Button>
        )}
      </SendVerificationAgain>
    </div>
  )
}
