import { CloseButton, Combobox, Loader, TextInput, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './combo-search.module.css'
import type { FieldProps } from './field.ts'

export interface SearchOption {
  value: string
  label: string
  /** Quiet line below: email, refid. */
  detail?: ReactNode
  /** At the right: a balance. */
  aside?: ReactNode
}

export interface ComboSearchProps<Option extends SearchOption> extends FieldProps {
  value: Option | null
  onChange: (value: Option | null) => void
  /** Finds options for the typed text; an empty text asks for the likely ones. Abort stale requests by the signal. */
  search: (text: string, signal: AbortSignal) => Promise<readonly Option[]>
  /** A last entry that makes a new one of what was typed: "Add client “Kilimo”". */
  create?: { label: (text: string) => string; onCreate: (text: string) => void }
}

type Found<Option> = { state: 'idle' | 'busy' | 'failed'; options: readonly Option[] }

const TYPING_PAUSE = 180
const CREATE = '\u0000create'

/** Finds one of many by typing: clients, items, contacts. */
export function ComboSearch<Option extends SearchOption>(props: ComboSearchProps<Option>) {
  const { value, onChange, search, create, onBlur, placeholder, ...field } = props
  const t = useTexts(uiTexts)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const [text, setText] = useState(value?.label ?? '')
  const [found, setFound] = useState<Found<Option>>({ state: 'idle', options: [] })
  const latest = useRef(search)
  latest.current = search

  useEffect(() => setText(value?.label ?? ''), [value?.value, value?.label])

  const query = text === value?.label ? '' : text.trim()
  const isOpen = combobox.dropdownOpened
  useEffect(() => {
    if (!isOpen) return
    const abort = new AbortController()
    setFound((before) => ({ ...before, state: 'busy' }))
    const timer = setTimeout(
      () => {
        latest.current(query, abort.signal).then(
          (options) => !abort.signal.aborted && setFound({ state: 'idle', options }),
          () => !abort.signal.aborted && setFound({ state: 'failed', options: [] }),
        )
      },
      query ? TYPING_PAUSE : 0,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [query, isOpen])

  function choose(key: string) {
    combobox.closeDropdown()
    if (key === CREATE) return create?.onCreate(query)
    const option = found.options.find((one) => one.value === key)
    if (!option) return
    setText(option.label)
    onChange(option)
  }

  const message =
    found.options.length > 0 || found.state === 'busy'
      ? null
      : t(found.state === 'failed' ? 'searchFailed' : 'nothingFound')
  return (
    <Combobox store={combobox} onOptionSubmit={choose} shadow="md">
      <Combobox.Target withExpandedAttribute>
        <TextInput
          {...field}
          role="combobox"
          aria-autocomplete="list"
          autoComplete="off"
          placeholder={placeholder ?? t('typeToSearch')}
          value={text}
          onFocus={(event) => {
            event.currentTarget.select()
            combobox.openDropdown()
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown()
            setText(value?.label ?? '')
            onBlur?.()
          }}
          onChange={(event) => {
            setText(event.currentTarget.value)
            combobox.openDropdown()
            combobox.resetSelectedOption()
          }}
          rightSection={
            found.state === 'busy' && isOpen ? (
              <Loader size={16} aria-label={t('searching')} />
            ) : value && !field.disabled ? (
              <CloseButton
                size={24}
                aria-label={t('clear')}
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => {
                  setText('')
                  onChange(null)
                }}
              />
            ) : null
          }
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options className={styles.options} aria-label={t('search')}>
          {found.options.map((option) => (
            <Combobox.Option key={option.value} value={option.value} active={option.value === value?.value}>
              <span className={styles.option}>
                <span className={styles.names}>
                  <span className={styles.label}>{option.label}</span>
                  {option.detail ? <span className={styles.detail}>{option.detail}</span> : null}
                </span>
                {option.aside ? <span className={styles.aside}>{option.aside}</span> : null}
              </span>
            </Combobox.Option>
          ))}
          {message && !(create && query) ? <Combobox.Empty>{message}</Combobox.Empty> : null}
          {create && query ? <Combobox.Option value={CREATE}>{create.label(query)}</Combobox.Option> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
