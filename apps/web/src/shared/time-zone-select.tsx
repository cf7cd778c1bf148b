import { Select } from '@mantine/core'
import { useLocale, type CountrySelectProps } from '@portico/ui'
import { useMemo } from 'react'

/** IANA time zones with what their clocks say now: "Africa/Dar es Salaam (GMT+3)". */
export function TimeZoneSelect({ value, onChange, ...field }: CountrySelectProps) {
  const locale = useLocale()
  const data = useMemo(() => {
    const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(value ? [value] : [])])
    const now = new Date()
    return [...zones].sort().map((zone) => ({ value: zone, label: labelOf(zone, locale, now) }))
  }, [locale, value])
  return (
    <Select
      {...field}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      allowDeselect={false}
      autoComplete="off"
      limit={80}
      comboboxProps={{ shadow: 'md' }}
    />
  )
}

function labelOf(zone: string, locale: string, now: Date): string {
  const parts = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    timeZoneName: 'shortOffset',
  }).formatToParts(now)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  return `${zone.replaceAll('_', ' ')} (${offset})`
}
