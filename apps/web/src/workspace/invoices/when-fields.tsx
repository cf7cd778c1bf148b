import { SegmentedControl, TextInput } from '@mantine/core'
import { DateInput, useTexts } from '@portico/ui'
import { useWorkspace } from '../workspace-data.ts'
import styles from './send.module.css'
import { invoiceTexts } from './texts.ts'

/** When a mail goes out: at once, or at a day and a time as people read them where the organization is. */
export interface When {
  isLater: boolean
  send_on: string
  send_time: string
}
export const rightNow: When = { isLater: false, send_on: '', send_time: '09:00' }

export function WhenFields(props: { when: When; isDisabled: boolean; onChange: (when: When) => void }) {
  const { when, isDisabled, onChange } = props
  const t = useTexts(invoiceTexts)
  const { organization, today } = useWorkspace()
  return (
    <div className={styles.when}>
      <SegmentedControl
        aria-label={t('when')}
        disabled={isDisabled}
        value={when.isLater ? 'later' : 'now'}
        data={[
          { value: 'now', label: t('whenNow') },
          { value: 'later', label: t('whenLater') },
        ]}
        onChange={(value) =>
          onChange({ ...when, isLater: value === 'later', send_on: when.send_on || dayAfter(today) })
        }
      />
      {when.isLater ? (
        <div className={styles.moment}>
          <DateInput
            label={t('whenDay')}
            value={when.send_on}
            min={today}
            disabled={isDisabled}
            onChange={(send_on) => onChange({ ...when, send_on })}
          />
          <TextInput
            type="time"
            label={t('whenTime')}
            value={when.send_time}
            disabled={isDisabled}
            onChange={(event) => onChange({ ...when, send_time: event.currentTarget.value })}
          />
          <p className={styles.quiet}>{t('whenZone', { zone: zoneName(organization.timezone) })}</p>
        </div>
      ) : null}
    </div>
  )
}

/** `Africa/Dar_es_Salaam` → `Dar es Salaam`. */
export const zoneName = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
