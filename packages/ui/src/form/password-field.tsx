import { PasswordInput } from '@mantine/core'
import { IconCheck, IconCircle } from '@tabler/icons-react'
import { useId } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import type { FieldProps } from './field.ts'
import styles from './password-field.module.css'

export interface PasswordRule {
  label: string
  test: (password: string) => boolean
}

export interface PasswordFieldProps extends FieldProps {
  value: string
  onChange: (value: string) => void
  /** `new` shows what is required while it is typed. */
  kind: 'current' | 'new'
  /** For `new`. */
  minLength?: number
  /** Further requirements for `new`. */
  rules?: PasswordRule[]
}

/** A password that can be looked at; a new one shows live what it still needs. */
export function PasswordField(props: PasswordFieldProps) {
  const { value, onChange, kind, minLength = 10, rules = [], ...field } = props
  const t = useTexts(uiTexts)
  const listId = useId()
  const all: PasswordRule[] = [
    {
      label: t('passwordLength', { count: minLength }),
      test: (password) => [...password].length >= minLength,
    },
    ...rules,
  ]
  return (
    <div>
      <PasswordInput
        {...field}
        value={value}
        autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
        onChange={(event) => onChange(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('showPassword'), tabIndex: 0 }}
        {...(kind === 'new' ? { 'aria-describedby': listId } : {})}
      />
      {kind === 'new' ? (
        <ul id={listId} className={styles.rules} aria-label={t('passwordRules')}>
          {all.map((rule) => {
            const isMet = rule.test(value)
            return (
              <li key={rule.label} className={styles.rule} data-met={isMet || undefined}>
                {isMet ? <IconCheck aria-hidden /> : <IconCircle aria-hidden />}
                <span>{rule.label}</span>
                <span className={styles.spoken}>: {t(isMet ? 'passwordMet' : 'passwordMissing')}</span>
              </li>
            )
          })}
        </ul>
      ) : null}
    </div>
  )
}
