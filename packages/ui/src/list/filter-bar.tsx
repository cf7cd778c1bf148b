import { ActionIcon, Button, CloseButton, Menu, TextInput } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconChevronDown, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import styles from './filter-bar.module.css'

export interface Filter {
  /** The name in the URL and in the API. */
  key: string
  label: string
  options: { value: string; label: string }[]
  /** Under "More filters" until it is set. */
  isRare?: boolean
}

export type FilterValues = Record<string, string | undefined>

export interface FilterBarProps {
  /** What the URL holds. Empty means not filtered. */
  values: FilterValues
  /** A change to write into the URL; undefined takes a value away. Drop the cursor with it. */
  onChange: (change: FilterValues) => void
  /** The key of the search in `values` and what it finds: "Number, client or reference". */
  search?: { key: string; placeholder: string }
  filters?: Filter[]
  /** At the right: export, columns. */
  children?: ReactNode
}

const TYPING_PAUSE = 250

/** Search, filters as chips, and more; the URL is the only state. */
export function FilterBar({ values, onChange, search, filters = [], children }: FilterBarProps) {
  const t = useTexts(uiTexts)
  const shown = filters.filter((filter) => !filter.isRare || values[filter.key])
  const rare = filters.filter((filter) => filter.isRare && !values[filter.key])
  const known = [...(search ? [search.key] : []), ...filters.map(({ key }) => key)]
  const isFiltered = known.some((key) => values[key])
  return (
    <div className={styles.bar} role="search">
      {search ? (
        <SearchField
          value={values[search.key] ?? ''}
          placeholder={search.placeholder}
          onChange={(text) => onChange({ [search.key]: text || undefined })}
        />
      ) : null}
      <div className={styles.chips}>
        {shown.map((filter) => (
          <FilterChip
            key={filter.key}
            filter={filter}
            value={values[filter.key]}
            onChange={(value) => onChange({ [filter.key]: value })}
          />
        ))}
        {rare.length > 0 ? (
          <Menu position="bottom-start">
            <Menu.Target>
              <ActionIcon variant="default" className={styles.more} aria-label={t('moreFilters')}>
                <IconAdjustmentsHorizontal />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown className={styles.dropdown}>
              {rare.map((filter) => [
                <Menu.Label key={filter.key}>{filter.label}</Menu.Label>,
                ...filter.options.map((option) => (
                  <Menu.Item
                    key={`${filter.key} ${option.value}`}
                    onClick={() => onChange({ [filter.key]: option.value })}
                  >
                    {option.label}
                  </Menu.Item>
                )),
              ])}
            </Menu.Dropdown>
          </Menu>
        ) : null}
        {isFiltered ? (
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => onChange(Object.fromEntries(known.map((key) => [key, undefined])))}
          >
            {t('clearAll')}
          </Button>
        ) : null}
      </div>
      {children ? <div className={styles.end}>{children}</div> : null}
    </div>
  )
}

function FilterChip(props: {
  filter: Filter
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const { filter, value, onChange } = props
  const t = useTexts(uiTexts)
  const chosen = filter.options.find((option) => option.value === value)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="default"
          className={styles.chip}
          data-set={chosen ? '' : undefined}
          rightSection={<IconChevronDown />}
        >
          {chosen ? t('filterSet', { label: filter.label, value: chosen.label }) : filter.label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown}>
        <Menu.RadioGroup value={chosen?.value ?? ''} onChange={(next) => onChange(next || undefined)}>
          {[{ value: '', label: t('anyValue') }, ...filter.options].map((option) => (
            <Menu.RadioItem key={option.value} value={option.value} closeMenuOnClick>
              {option.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  )
}

function SearchField(props: { value: string; placeholder: string; onChange: (text: string) => void }) {
  const { value, placeholder, onChange } = props
  const t = useTexts(uiTexts)
  const [text, setText] = useState(value)
  const sent = useRef(value)

  // The URL may change under the field: the back button, a cleared filter, a saved view.
  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => {
      sent.current = text.trim()
      onChange(text.trim())
    }, TYPING_PAUSE)
    return () => clearTimeout(timer)
  }, [text, onChange])

  return (
    <TextInput
      className={styles.search}
      type="search"
      aria-label={t('search')}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      leftSection={<IconSearch />}
      rightSection={
        text ? <CloseButton size="sm" aria-label={t('clear')} onClick={() => setText('')} /> : null
      }
    />
  )
}
