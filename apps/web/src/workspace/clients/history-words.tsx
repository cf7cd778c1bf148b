import { formatMoney } from '@portico/money'
import { countryName, formatDate, readerLocale, textsOf, type TimelineEntry } from '@portico/ui'
import {
  IconBuilding,
  IconCheck,
  IconCoins,
  IconDoor,
  IconEye,
  IconFileInvoice,
  IconPlayerPause,
  IconReceipt,
  IconSend,
  IconUser,
} from '@tabler/icons-react'
import type { Schema } from '../../shared/api.ts'
import { languageName } from '../../shared/language-name.ts'
import { historyTexts } from './history-texts.ts'
import styles from './client-history.module.css'

type HistoryEntry = Schema<'HistoryEntry'>
type Payload = Record<string, unknown>

/** What the sentence says already, or what means nothing to a person. */
const UNSAID = new Set([
  'reason',
  'amount',
  'currency',
  'number',
  'to',
  'cc',
  'document_state',
  'link',
  'version',
  'state',
  'gross',
  'refid',
])
/** Only these entries show their fields; the others are told by the sentence. */
const WITH_FIELDS = /^(clients|contacts)\.(changed|updated|rights_changed)$|^invoices\.updated$/

const icons: [RegExp, TimelineEntry['icon']][] = [
  [/^clients\.status/, IconCheck],
  [/portal|signed_in/, IconDoor],
  [/^contacts\./, IconUser],
  [/^clients\./, IconBuilding],
  [/\.sent$/, IconSend],
  [/\.viewed$/, IconEye],
  [/^invoices\./, IconFileInvoice],
  [/^receipts\./, IconReceipt],
  [/^(payments|proofs)\./, IconCoins],
]

/** An entry of the audit log for the timeline, with before and after in people's words. */
export function historyEntry(entry: HistoryEntry): TimelineEntry {
  const { id, at, action } = entry
  const after = entry.after ?? {}
  const status = action === 'clients.status_changed' ? after['status'] : null
  return {
    id,
    at,
    text: sentenceOf(entry),
    icon: status === 'suspended' ? IconPlayerPause : icons.find(([pattern]) => pattern.test(action))?.[1],
    tone:
      status === 'suspended' || action.endsWith('rejected')
        ? 'bad'
        : status === 'active'
          ? 'good'
          : undefined,
    detail: detailOf(entry),
  }
}

function sentenceOf({ action, actor, before, after }: HistoryEntry): string {
  const t = textsOf(historyTexts)
  const facts = { ...before, ...after }
  const who = actor.name ?? t(`actor_${actor.kind}`)
  const key = action === 'clients.status_changed' ? `${action}_${String(facts['status'])}` : action
  const values = {
    who,
    name: textOf(facts['name']),
    number: textOf(facts['number']),
    to: Array.isArray(facts['to']) ? facts['to'].map(textOf).join(', ') : textOf(facts['to']),
    amount: amountOf(facts),
  }
  const other = t('other', { who, action: (action.split('.')[1] ?? action).replaceAll('_', ' ') })
  return t.maybe(key, other, values)
}

function amountOf(facts: Payload): string {
  const amount = facts['amount'] ?? facts['gross']
  const { currency } = facts
  if (typeof amount !== 'number' || typeof currency !== 'string') return ''
  return formatMoney({ amount, currency }, readerLocale())
}

function detailOf({ action, before, after }: HistoryEntry) {
  const t = textsOf(historyTexts)
  const reason = textOf(after?.['reason'])
  const fields = WITH_FIELDS.test(action) ? changedFields(before ?? {}, after ?? {}) : []
  const lines = [...fields, ...(reason ? [t('reason', { reason })] : [])]
  if (lines.length === 0) return null
  return (
    <ul className={styles.changes}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function changedFields(before: Payload, after: Payload): string[] {
  const t = textsOf(historyTexts)
  return Object.keys(after)
    .filter((field) => !UNSAID.has(field) && !/_ids?$|_key$/.test(field))
    .filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => {
      const label = t.maybe(`field_${field}`, field.replaceAll('_', ' '))
      const [then, now] = [inWords(field, before[field]), inWords(field, after[field])]
      if (then === now) return ''
      return field in before
        ? t('change', { field: label, before: then, after: now })
        : t('set', { field: label, after: now })
    })
    .filter(Boolean)
}

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

function inWords(field: string, value: unknown): string {
  const t = textsOf(historyTexts)
  if (value === null || value === undefined || value === '') return t('nothing')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ') || t('nothing')
  if (typeof value === 'object') {
    const parts = Object.entries(value).map(([key, part]) =>
      field === 'metadata' ? `${key}: ${textOf(part)}` : textOf(part),
    )
    return parts.filter(Boolean).join(', ') || t('nothing')
  }
  const text = textOf(value)
  if (field === 'country') return countryName(text, readerLocale())
  if (field === 'locale') return languageName(text)
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formatDate(text)
  return t.maybe(text, text)
}
