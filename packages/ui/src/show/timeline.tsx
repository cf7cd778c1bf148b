import type { ComponentType, ReactNode } from 'react'
import { useTexts } from '../texts.ts'
import { uiTexts } from '../ui-texts.ts'
import { DateText } from './date-text.tsx'
import styles from './timeline.module.css'

export interface TimelineEntry {
  id: string
  /** An instant. */
  at: string
  /** A sentence of people's words: "Neema sent the invoice to amina@…". */
  text: ReactNode
  icon?: ComponentType<{ className?: string }>
  /** Colours the dot for what went well or wrong. */
  tone?: 'good' | 'bad' | undefined
  /** Quiet text or a link below. */
  detail?: ReactNode
}

export interface TimelineProps {
  /** Newest first. */
  entries: TimelineEntry[]
  /** Accessible name. */
  label: string
}

/** Everything that happened, newest first. */
export function Timeline({ entries, label }: TimelineProps) {
  const t = useTexts(uiTexts)
  if (entries.length === 0) return <p className={styles.empty}>{t('timelineEmpty')}</p>
  return (
    <ol className={styles.timeline} aria-label={label}>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry} data-tone={entry.tone}>
          <span className={styles.dot} data-icon={entry.icon ? '' : undefined} aria-hidden>
            {entry.icon ? <entry.icon className={styles.icon} /> : null}
          </span>
          <div className={styles.body}>
            <div className={styles.text}>{entry.text}</div>
            <div className={styles.meta}>
              <DateText value={entry.at} as="relative" />
              {entry.detail ? <span className={styles.detail}>{entry.detail}</span> : null}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
