import { formatMoney } from '@portico/money'
import {
  countryName,
  formatDate,
  formatDateTime,
  readerLocale,
  textsOf,
  type TimelineEntry,
} from '@portico/ui'
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
import { entryTexts } from './entry-texts.ts'
import styles from './entries.module.css'

type Entry = Pick<Schema<'HistoryEntry'>, 'id' | 'at' | 'action' | 'before' | 'after'> & {
  actor: Pick<Schema<'Actor'>, 'kind' | 'name'>
}
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
const WITH_FIELDS =
  /^(clients|contacts)\.(changed|updated|rights_changed)$|^invoices\.updated$|^(prices|taxes|accounts|members|organizations)\.\w*(changed|updated|ended)$/

const WENT_WELL = new Set(['organizations.reactivated', 'imports.committed', 'proofs.approved'])
const WENT_WRONG = new Set([
  'organizations.suspended',
  'imports.withdrawn',
  'proofs.rejected',
  'invoices.voided',
  'accounts.sign_in_failed',
  'accounts.locked',
])

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
export function historyEntry(entry: Entry): TimelineEntry {
  const { id, at, action } = entry
  const after = entry.after ?? {}
  const status = action === 'clients.status_changed' ? after['status'] : null
  return {
    id,
    at,
    text: sentenceOf(entry),
    icon: status === 'suspended' ? IconPlayerPause : icons.find(([pattern]) => pattern.test(action))?.[1],
    tone:
      status === 'suspended' || WENT_WRONG.has(action)
        ? 'bad'
        : status === 'active' || WENT_WELL.has(action)
          ? 'good'
          : undefined,
    detail: detailOf(entry),
  }
}

/** One entry as a sentence: "Neema issued invoice INV-2026-014 over TSh 1,200,000". */
export function sentenceOf({ action, actor, before, after }: Omit<Entry, 'id' | 'at'>): string {
  const t = textsOf(entryTexts)
  const facts = { ...before, ...after }
  // What the program did by itself has the names of its parts, which say nothing to a reader.
  const who = actor.kind === 'system' ? t('actor_system') : (actor.name ?? t(`actor_${actor.kind}`))
  const key = action === 'clients.status_changed' ? `${action}_${String(facts['status'])}` : action
  const values = {
    who,
    name: textOf(facts['name']),
    number: textOf(facts['number']),
    to: Array.isArray(facts['to']) ? facts['to'].map(textOf).join(', ') : textOf(facts['to']),
    amount: amountOf(facts),
    email: textOf(facts['email']),
    currency: textOf(facts['currency']),
    rate: textOf(facts['rate']),
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

function detailOf({ action, before, after }: Entry) {
  const t = textsOf(entryTexts)
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

/** Minor units that stand beside their currency. */
const MONEY = /^(amount|gross|net|tax|settled|credited|claimed_amount|open)$/

export interface ChangedField {
  field: string
  label: string
  before: string
  after: string
  isChanged: boolean
}

/** Every field of an entry in words, what was before beside what is after. */
export function fieldsOf(before: Payload | null, after: Payload | null): ChangedField[] {
  const t = textsOf(entryTexts)
  const currency = textOf(after?.['currency'] ?? before?.['currency'])
  const say = (payload: Payload | null, field: string): string => {
    if (!payload || !(field in payload)) return ''
    const value = payload[field]
    if (MONEY.test(field) && typeof value === 'number' && /^[A-Z]{3}$/.test(currency))
      return formatMoney({ amount: value, currency }, readerLocale())
    return inWords(field, value)
  }
  return [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].map((field) => ({
    field,
    label: labelOf(field),
    before: say(before, field),
    after: say(after, field),
    isChanged: JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]),
  }))

  function labelOf(name: string): string {
    const words = name.replaceAll('_', ' ')
    return t.maybe(`field_${name}`, words.charAt(0).toUpperCase() + words.slice(1))
  }
}

function changedFields(before: Payload, after: Payload): string[] {
  const t = textsOf(entryTexts)
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
  const t = textsOf(entryTexts)
  if (value === null || value === undefined || value === '') return t('nothing')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (Array.isArray(value)) {
    const parts = value.map((one: unknown) =>
      typeof one === 'object' && one !== null
        ? Object.values(one).map(textOf).filter(Boolean).join(' ')
        : textOf(one),
    )
    return parts.filter(Boolean).join(', ') || t('nothing')
  }
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
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return formatDateTime(text)
  return t.maybe(`value_${text}`, text)
}
