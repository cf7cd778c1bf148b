import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { PasswordField, useTexts, type PasswordRule } from '@portico/ui'
import { useEffect, useState, type ReactNode } from 'react'
import { api, unwrap } from '../api.ts'
import { newPasswordTexts } from './texts.ts'

const SHORTEST = 10
const TYPING_PAUSE = 450

interface NewPasswordFieldProps {
  value: string
  onChange: (value: string) => void
  /** Whose password it becomes; it must not contain their address. */
  email?: string
  label?: string
  error?: ReactNode
  name?: string
}

/** A new password with its requirements: the length at once, the rest from the server when typing pauses. */
export function NewPasswordField({ value, onChange, email, label, error, name }: NewPasswordFieldProps) {
  const t = useTexts(newPasswordTexts)
  const paused = usePaused(value, TYPING_PAUSE)
  const isLongEnough = [...paused].length >= SHORTEST
  const check = useQuery({
    // The password itself is no key: keys may be shown by tools for developers.
    queryKey: ['password-check', hash(`${paused}\n${email ?? ''}`)],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/v1/auth/password-checks', { body: { password: paused, ...(email && { email }) }, signal }),
      ),
    enabled: isLongEnough && paused === value,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 0,
  })
  const met = (key: string) =>
    value === paused &&
    isLongEnough &&
    check.data?.requirements.find((one) => one.key === key)?.is_met === true
  // Where the server cannot be asked now, only what is known here is shown; it decides when the form is sent.
  const rules: PasswordRule[] = check.isError
    ? []
    : [
        { label: t('ruleBreached'), test: () => met('not_breached') },
        { label: t('rulePersonal'), test: () => met('not_personal') },
      ]
  return (
    <PasswordField
      kind="new"
      label={label ?? t('newPassword')}
      value={value}
      onChange={onChange}
      minLength={SHORTEST}
      rules={rules}
      error={error}
      required
      {...(name ? { name } : {})}
    />
  )
}

function usePaused(value: string, pause: number): string {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause)
    return () => clearTimeout(timer)
  }, [value, pause])
  return paused
}

/** Tells typed texts apart without keeping them (FNV-1a). */
function hash(text: string): number {
  let sum = 0x811c9dc5
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return sum >>> 0
}
