import { parseTypedDecimal } from '@portico/money'
import { useLocale } from '@portico/ui'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import styles from './lines.module.css'

/*
 * Fields of a line are plain inputs: an invoice of three hundred lines has two thousand of them, and typing into one must stay quick.
 */

export interface CellProps {
  /** Where errors and the pre-flight list find it. */
  field: string
  label: string
  error?: string | undefined
  className?: string | undefined
}

export function CellError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <span id={id} className={styles.error} role="alert">
      {children}
    </span>
  )
}

export function TextCell(
  props: CellProps & {
    value: string
    onChange: (value: string) => void
    placeholder?: string
    maxLength: number
    /** Several lines; Enter stays with the page. */
    isArea?: boolean
    list?: { id: string; active: string | undefined } | undefined
    onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
    onFocus?: () => void
    onBlur?: () => void
  },
) {
  const { field, label, error, className, value, onChange, isArea, list, ...rest } = props
  const shared = {
    ...rest,
    'data-field': field,
    'aria-label': label,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${field}-error` : undefined,
    className: `${styles.input} ${className ?? ''}`,
    value,
    autoComplete: 'off',
    ...(list && {
      'aria-autocomplete': 'list' as const,
      'aria-controls': list.id,
      'aria-activedescendant': list.active,
    }),
  }
  return (
    <>
      {isArea ? (
        <textarea {...shared} rows={1} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input {...shared} type="text" onChange={(event) => onChange(event.currentTarget.value)} />
      )}
      {error ? <CellError id={`${field}-error`}>{error}</CellError> : null}
    </>
  )
}

export function DecimalCell(
  props: CellProps & {
    /** A decimal of the contract; empty while nothing, or nothing understood, is typed. */
    value: string
    onChange: (value: string) => void
    /** Decimals that are always shown: those of the currency for a price. */
    places?: number
    suffix?: string
    placeholder?: string
  },
) {
  const { field, label, error, className, value, onChange, places = 0, suffix, placeholder } = props
  const locale = useLocale()
  const show = (decimal: string) => (decimal === '' ? '' : formatDecimal(decimal, locale, places))
  const [text, setText] = useState(() => show(value))
  const [isWrong, setWrong] = useState(false)
  const last = useRef(value)
  const shownPlaces = useRef(places)

  // The value may change from outside: an item of the price list, another currency. What is being typed is left alone.
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it sets state only when the value differs from the last one
  useEffect(() => {
    const isSame = last.current === value && shownPlaces.current === places
    last.current = value
    shownPlaces.current = places
    if (!isSame) setText(show(value))
  })

  function read(typed: string): string {
    const parsed = parseTypedDecimal(typed, { locale })
    return parsed.ok ? parsed.decimal : ''
  }
  const hasError = error !== undefined || isWrong
  return (
    <>
      <span className={styles.figure}>
        <input
          type="text"
          inputMode="decimal"
          autoComplete="off"
          data-field={field}
          aria-label={label}
          aria-invalid={hasError || undefined}
          aria-describedby={error ? `${field}-error` : undefined}
          className={`${styles.input} ${styles.end} ${className ?? ''}`}
          placeholder={placeholder}
          value={text}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            const typed = event.currentTarget.value
            const decimal = read(typed)
            setText(typed)
            setWrong(false)
            last.current = decimal
            onChange(decimal)
          }}
          onBlur={() => {
            const decimal = read(text)
            setWrong(decimal === '' && text.trim() !== '')
            if (decimal !== '') setText(show(decimal))
          }}
        />
        {suffix ? <span className={styles.suffix}>{suffix}</span> : null}
      </span>
      {error ? <CellError id={`${field}-error`}>{error}</CellError> : null}
    </>
  )
}

const formatters = new Map<string, Intl.NumberFormat>()

export function formatDecimal(decimal: string, locale: string, places = 0): string {
  const key = `${locale} ${places}`
  const known =
    formatters.get(key) ??
    new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: 8 })
  formatters.set(key, known)
  return known.format(decimal as Intl.StringNumericLiteral)
}
