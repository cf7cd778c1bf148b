import { Link, useTexts } from '@portico/ui'
import { useEffect, useState } from 'react'
import styles from '../auth-frame.module.css'
import { authTexts } from '../texts.ts'

/** An account that is locked, with the time that is left counting down. */
export function LockedNotice({ seconds }: { seconds: number }) {
  const t = useTexts(authTexts)
  const [until] = useState(() => Date.now() + seconds * 1000)
  const [left, setLeft] = useState(seconds)
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000))), 500)
    return () => clearInterval(timer)
  }, [until])
  return (
    <div className={styles.notice} role="alert">
      <p className={styles.noticeTitle}>{t('lockedTitle')}</p>
      {left > 0 ? (
        <p>
          {t.rich('lockedWait', {
            time: (
              <span className={styles.clock} role="timer" aria-live="off">
                {clock(left)}
              </span>
            ),
          })}{' '}
          {t('lockedOr')}
        </p>
      ) : (
        <p>{t('lockedOver')}</p>
      )}
      <Link href="/forgot-password">{t('lockedReset')}</Link>
    </div>
  )
}

/** 872 → "14:32"; from an hour on with hours. */
function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}
