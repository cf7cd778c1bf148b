import { parseAmount, formatMoney, type Money } from '@portico/money'
import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useLocale, useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import type { FieldProps } from './field.ts'
import styles from './money-input.module.css'

export interface MoneyInputProps extends FieldProps {
  /** Null while empty or not understood. */
  value: Money | null
  currency: string
  onChange: (value: Money | null) => void
}

/** An amount, typed as people write it ("1 200,50", "TSh 2,450,000/="); it is tidied when the field is left. */
export function MoneyInput({ value, currency, onChange, error, onBlur, ...field }: MoneyInputProps) {
  const locale = useLocale()
  const t = useTexts(uiTexts)
  const show = (money: Money | null) => (money ? formatMoney(money, locale, { currency: 'none' }) : '')
  const [text, setText] = useState(() => show(value))
  const [isWrong, setWrong] = useState(false)
  const last = useRef(value)

  // The value may change from outside: a reset, "pay in full". What the person types is left alone.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it sets state only when the value differs from the last one
  useEffect(() => {
    const isSame = last.current?.amount === value?.amount && last.current?.currency === value?.currency
    last.current = value
    if (!isSame) setText(show(value))
  })

  function read(typed: string): Money | null {
    const parsed = parseAmount(typed, currency, { locale })
    return parsed.ok ? parsed.money : null
  }

  function type(typed: string) {
    setText(typed)
    setWrong(false)
    const money = read(typed)
    last.current = money
    onChange(money)
  }

  function leave() {
    const money = read(text)
    setWrong(money === null && text.trim() !== '')
    if (money) setText(show(money))
    onBlur?.()
  }

  const example = formatMoney({ amount: 125_000, currency }, locale, { currency: 'none' })
  return (
    <TextInput
      {...field}
      inputMode="decimal"
      autoComplete="off"
      classNames={{ input: styles.input, section: styles.currency }}
      value={text}
      error={error ?? (isWrong ? t('amountWrong', { currency, example }) : undefined)}
      rightSection={<span>{currency}</span>}
      rightSectionWidth={48}
      rightSectionPointerEvents="none"
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
    />
  )
}
