import { useTexts } from '@portico/ui'
import styles from './sign-in.module.css'
import { portalSignInTexts } from './texts.ts'

/** Too many wrong tries: how long, and the other way in. */
export function LockedNotice({ seconds, kind }: { seconds: number; kind: 'code' | 'password' }) {
  const t = useTexts(portalSignInTexts)
  const time = t('minutes', { count: Math.max(1, Math.ceil(seconds / 60)) })
  return (
    <p className={styles.notice} role="alert">
      {t(kind === 'code' ? 'locked' : 'lockedPassword', { time })}
    </p>
  )
}
