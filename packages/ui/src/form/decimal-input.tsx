import { parseTypedDecimal } from '@portico/money'
import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useLocale, useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import type { FieldProps } from './field.ts'
import styles from './money-input.module.css'

export interface DecimalInputProps extends FieldProps {
  /** A decimal of the contract ("1.5"); empty while nothing, or nothing understood, is typed. */
  value: string
  onChange: (value: string) => void
  /** "h", "%". */
  suffix?: string
}

/** A quantity, price, rate or percentage, exact to eight decimals. */
export function DecimalInput({ value, onChange, suffix, error, onBlur, ...field }: DecimalInputProps) {
  const locale = useLocale()
  const t = useTexts(uiTexts)
  const show = (decimal: string) =>
    decimal === ''
      ? ''
      : new Intl.NumberFormat(locale, { maximumFractionDigits: 8 }).format(
          decimal as Intl.StringNumericLiteral,
        )
  const [text, setText] = useState(() => show(value))
  const [isWrong, setWrong] = useState(false)
  const last = useRef(value)

  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it sets state only when the value differs from the last one
  useEffect(() => {
    const isSame = last.current === value
    last.current = value
    if (!isSame) setText(show(value))
  })

  function read(typed: string): string {
    const parsed = parseTypedDecimal(typed, { locale })
    return parsed.ok ? parsed.decimal : ''
  }

  function type(typed: string) {
    setText(typed)
    setWrong(false)
    const decimal = read(typed)
    last.current = decimal
    onChange(decimal)
  }

  function leave() {
    const decimal = read(text)
    setWrong(decimal === '' && text.trim() !== '')
    if (decimal !== '') setText(show(decimal))
    onBlur?.()
  }

  return (
    <TextInput
      {...field}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: styles.input, section: styles.currency }}
      value={text}
      error={error ?? (isWrong ? t('numberWrong', { example: show('1.5') }) : undefined)}
      {...(suffix
        ? {
            rightSection: <span>{suffix}</span>,
            rightSectionWidth: Math.max(36, 20 + suffix.length * 8),
            rightSectionPointerEvents: 'none' as const,
          }
        : {})}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
    />
  )
}
