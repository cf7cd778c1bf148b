import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { PasswordField, Problem, problemOf, useTexts } from '@portico/ui'
import { useEffect, useState, type FormEvent } from 'react'
import { api, unwrap } from '../shared/api.ts'
import { workspaceTexts } from './texts.ts'
import { useMe } from './workspace-data.ts'
import styles from './workspace.module.css'

/** Stands over the page when the server no longer knows the session, so that a half-written page survives signing in again. */
export function SessionEnded() {
  const t = useTexts(workspaceTexts)
  const queries = useQueryClient()
  const me = useMe()
  const [isEnded, setEnded] = useState(false)
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    const look = (thrown: unknown) => {
      if (problemOf(thrown)?.code === 'not_signed_in') setEnded(true)
    }
    const stops = [
      queries.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
      }),
      queries.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
      }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [queries])

  async function signIn(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await unwrap(api.POST('/v1/auth/sign-in', { body: { email: me.email, password } }))
      setEnded(false)
      setPassword('')
      await queries.invalidateQueries()
    } catch (caught) {
      setError(caught)
    } finally {
      setBusy(false)
    }
  }

  return (
    <Modal
      opened={isEnded}
      onClose={() => undefined}
      title={t('endedTitle')}
      withCloseButton={false}
      closeOnEscape={false}
    >
      <form className={styles.ended} onSubmit={(event) => void signIn(event)}>
        <p>{t('endedDetail')}</p>
        <p className={styles.quiet}>{t('endedEmail', { email: me.email })}</p>
        <PasswordField kind="current" label={t('endedPassword')} value={password} onChange={setPassword} />
        {error ? <Problem error={error} /> : null}
        <Button type="submit" loading={isBusy}>
          {t('endedAction')}
        </Button>
        <a href={`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`}>
          {t('endedLeave')}
        </a>
      </form>
    </Modal>
  )
}
