import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import { Problem, useTexts } from '@portico/ui'
import type { ReactNode } from 'react'
import { api, unwrap } from '../../shared/api.ts'
import styles from '../auth-frame.module.css'
import { MailHint } from '../mail-hint.tsx'
import { authTexts } from '../texts.ts'

interface Props {
  email: string
  children: (send: UseMutationResult<unknown, Error, void>) => ReactNode
}

/** Asks for the verification mail again, and says so. The answer is the same for every address. */
export function SendVerificationAgain({ email, children }: Props) {
  const t = useTexts(authTexts)
  const send = useMutation<unknown>({
    mutationFn: () => unwrap(api.POST('/v1/auth/verification-requests', { body: { email: email.trim() } })),
  })
  return (
    <>
      {send.isSuccess ? (
        <p role="status" className={styles.quiet}>
          {t('sentAgain')} <MailHint />
        </p>
      ) : (
        children(send)
      )}
      {send.error ? <Problem error={send.error} /> : null}
    </>
  )
}
