import '@mantine/dates/styles.layer.css'
import { DatePicker } from '@mantine/dates'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'

export interface CalendarProps {
  value: string
  onPick: (iso: string) => void
  min?: string | undefined
  max?: string | undefined
  locale: string
}

/** Names come from `Intl`, because the locale files of the date library would have to be loaded for each language. */
export default function Calendar({ value, onPick, min, max, locale }: CalendarProps) {
  const t = useTexts(uiTexts)
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (iso: string) => formatter.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`))
  }
  return (
    <DatePicker
      value={value || null}
      {...(value ? { defaultDate: value } : {})}
      onChange={(iso) => {
        if (iso) onPick(iso)
      }}
      {...(min ? { minDate: min } : {})}
      {...(max ? { maxDate: max } : {})}
      firstDayOfWeek={firstDay(locale)}
      monthLabelFormat={format({ month: 'long', year: 'numeric' })}
      weekdayFormat={format({ weekday: 'short' })}
      monthsListFormat="MMM"
      previousLabel={t('previousMonth')}
      nextLabel={t('nextMonth')}
      weekendDays={[]}
      highlightToday
    />
  )
}

type Day = 0 | 1 | 2 | 3 | 4 | 5 | 6

interface LocaleWithWeek extends Intl.Locale {
  getWeekInfo?: () => { firstDay: number }
  weekInfo?: { firstDay: number }
}

function firstDay(locale: string): Day {
  const known: LocaleWithWeek = new Intl.Locale(locale)
  const day = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1
  return (day % 7) as Day
}
