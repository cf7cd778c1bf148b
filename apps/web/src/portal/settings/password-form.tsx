import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FormLayout, PasswordField, problemOf, toast, useTexts, wordsOfField } from '@portico/ui'
import { useState, type FormEvent } from 'react'
import { NewPasswordField } from '../../shared/new-password/new-password-field.tsx'
import { portalApi, unwrap } from '../../shared/api.ts'
import { needed } from '../../shared/validation.ts'
import { portalMeQuery, usePortal } from '../portal-data.ts'
import { SettingsGroup } from './settings-group.tsx'
import styles from './settings.module.css'
import { portalSettingsTexts } from './texts.ts'

const SHORTEST_PASSWORD = 10

/** A password of one's own, set the first time and changed later, with its requirements as it is typed. */
export function PasswordForm() {
  const t = useTexts(portalSettingsTexts)
  const queries = useQueryClient()
  const { me } = usePortal()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        portalApi.POST('/v1/portal/profile/password', {
          body: { new_password: next, ...(me.has_password && { current_password: current }) },
        }),
      ),
    async onSuccess() {
      setCurrent('')
      setNext('')
      toast(t('passwordDone'))
      await queries.invalidateQueries({ queryKey: portalMeQuery.queryKey })
    },
  })
  const problem = problemOf(save.error)
  const refused = problem?.errors?.find(({ pointer }) => pointer === '/new_password')
  const fieldError = refused && wordsOfField(refused)

  function submit(event: FormEvent) {
    event.preventDefault()
    const refusal = me.has_password ? needed(current) : null
    setMissing(refusal)
    if (!refusal && [...next].length >= SHORTEST_PASSWORD) save.mutate()
  }

  return (
    <SettingsGroup title={t('password')} detail={t(me.has_password ? 'passwordSet' : 'passwordNone')}>
      <FormLayout onSubmit={submit} error={fieldError ? undefined : save.error} label={t('password')}>
        <input type="hidden" name="username" autoComplete="username" value={me.email} />
        {me.has_password ? (
          <PasswordField
            kind="current"
            label={t('currentPassword')}
            value={current}
            onChange={setCurrent}
            error={missing}
            required
          />
        ) : null}
        <NewPasswordField
          label={t('newPassword')}
          value={next}
          onChange={setNext}
          email={me.email}
          error={fieldError}
        />
        <div className={styles.buttons}>
          <Button type="submit" loading={save.isPending} disabled={[...next].length < SHORTEST_PASSWORD}>
            {t(me.has_password ? 'changePassword' : 'setPassword')}
          </Button>
        </div>
      </FormLayout>
    </SettingsGroup>
  )
}
