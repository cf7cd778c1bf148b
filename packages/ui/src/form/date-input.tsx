import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { Suspense, lazy, useEffect, useRef, useState } from 'react'
import { SkeletonLine } from '../feedback/skeleton.tsx'
import { formatDate, todayIso } from '../format.ts'
import { useLocale, useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import type { FieldProps } from './field.ts'
import { parseTypedDate } from './parse-date.ts'

const Calendar = lazy(() => import('./calendar.tsx'))

export interface DateInputProps extends FieldProps {
  /** `2026-03-03`, or empty. */
  value: string
  onChange: (value: string) => void
  min?: string
  max?: string
}

/** A date, typed in the reader's order or picked; the calendar is loaded when it is first opened. */
export function DateInput({ value, onChange, min, max, error, onBlur, ...field }: DateInputProps) {
  const locale = useLocale()
  const t = useTexts(uiTexts)
  const show = (iso: string) => (iso ? formatDate(iso, locale) : '')
  const [text, setText] = useState(() => show(value))
  const [isWrong, setWrong] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const last = useRef(value)

  // oxlint-disable-next-line react-hooks/exhaustive-deps -- it sets state only when the value differs from the last one
  useEffect(() => {
    const isSame = last.current === value
    last.current = value
    if (!isSame) setText(show(value))
  })

  function type(typed: string) {
    setText(typed)
    setWrong(false)
    const iso = parseTypedDate(typed, locale, todayIso()) ?? ''
    last.current = iso
    onChange(iso)
  }

  function leave() {
    const iso = parseTypedDate(text, locale, todayIso())
    setWrong(iso === null && text.trim() !== '')
    if (iso) setText(show(iso))
    onBlur?.()
  }

  function pick(iso: string) {
    setOpen(false)
    setWrong(false)
    setText(show(iso))
    last.current = iso
    onChange(iso)
  }

  const example = formatDate(todayIso(), locale)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus returnFocus>
      <TextInput
        {...field}
        autoComplete="off"
        value={text}
        error={error ?? (isWrong ? t('dateWrong', { example }) : undefined)}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
        rightSection={
          <Popover.Target>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              disabled={field.disabled === true}
              aria-label={t('openCalendar')}
              onClick={() => setOpen(!isOpen)}
            >
              <IconCalendar />
            </ActionIcon>
          </Popover.Target>
        }
      />
      <Popover.Dropdown aria-label={t('openCalendar')}>
        <Suspense fallback={<SkeletonLine width="252px" height="260px" />}>
          <Calendar value={value} onPick={pick} min={min} max={max} locale={locale} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
