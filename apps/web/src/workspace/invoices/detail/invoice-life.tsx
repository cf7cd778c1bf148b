import { useQuery } from '@tanstack/react-query'
import {
  Amount,
  ErrorState,
  formatDate,
  SkeletonFacts,
  Timeline,
  useTexts,
  type TimelineEntry,
  type Translate,
} from '@portico/ui'
import {
  IconBan,
  IconBell,
  IconCheck,
  IconClock,
  IconCoins,
  IconCopy,
  IconEye,
  IconFileCheck,
  IconLink,
  IconPencil,
  IconPhotoCheck,
  IconSend,
} from '@tabler/icons-react'
import type { Schema } from '../../../shared/api.ts'
import { invoiceHistoryQuery, type Invoice } from '../invoices-data.ts'
import { invoiceTexts } from '../texts.ts'

type Entry = Schema<'HistoryEntry'>
type Written = Pick<TimelineEntry, 'text'> & Partial<Pick<TimelineEntry, 'icon' | 'tone'>>

/** Everything that happened to it, in people's words, newest first. */
export function InvoiceLife({ invoice }: { invoice: Invoice }) {
  const t = useTexts(invoiceTexts)
  const history = useQuery(invoiceHistoryQuery(invoice.id))
  const write = useWords(invoice)
  return (
    <section>
      <h2>{t('life')}</h2>
      {history.error && !history.data ? (
        <ErrorState error={history.error} onRetry={() => void history.refetch()} />
      ) : history.data ? (
        <Timeline
          label={t('life')}
          entries={[
            ...history.data.data
              .filter((entry) => entry.action !== 'payments.credit_applied')
              .map((entry) => ({ id: entry.id, at: entry.at, ...write(entry) })),
            ...paidEntries(invoice, t),
          ].toSorted((a, b) => orderOf(b).localeCompare(orderOf(a)))}
        />
      ) : (
        <SkeletonFacts count={3} />
      )}
    </section>
  )
}

/** A date without a time stands at the end of its day; what was paid in full, after what paid it. */
function orderOf({ id, at }: TimelineEntry): string {
  if (id === 'paid') return `${at.slice(0, 10)}T24:01`
  return at.includes('T') ? at : `${at}T24:00`
}

/** Money is recorded at the payment, and belongs into the life of what it paid. */
function paidEntries(invoice: Invoice, t: Translate<typeof invoiceTexts.messages>): TimelineEntry[] {
  const received = invoice.settlements.map((settlement): TimelineEntry => {
    const amount = <Amount value={settlement.amount} trim />
    return {
      id: settlement.id,
      at: settlement.on,
      icon: settlement.kind === 'credit' ? IconCoins : IconCheck,
      tone: 'good',
      text:
        settlement.kind === 'credit'
          ? t.rich('did_credit', { amount })
          : t.rich('did_payment', {
              amount,
              method: settlement.method ?? '',
            }),
    }
  })
  return invoice.paid_at
    ? [...received, { id: 'paid', at: invoice.paid_at, icon: IconCheck, tone: 'good', text: t('did_paid') }]
    : received
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const namesOf = (value: unknown): string =>
  Array.isArray(value) ? value.map(textOf).filter(Boolean).join(', ') : ''

function useWords(invoice: Invoice): (entry: Entry) => Written {
  const t = useTexts(invoiceTexts)
  return ({ action, actor, after }) => {
    const who = actor.name ?? t(`who_${actor.kind}`)
    switch (action) {
      case 'invoices.created':
        return { icon: IconPencil, text: t('did_created', { who }) }
      case 'invoices.duplicated':
        return { icon: IconCopy, text: t('did_duplicated', { who }) }
      case 'invoices.updated':
        return { icon: IconPencil, text: t('did_updated', { who }) }
      case 'invoices.issued':
        return {
          icon: IconFileCheck,
          text: t('did_issued', { who, number: textOf(after?.['number']) || (invoice.number ?? '') }),
        }
      case 'invoices.sent': {
        const to = Array.isArray(after?.['to']) ? after['to'].map(textOf).filter(Boolean).join(', ') : ''
        return { icon: IconSend, text: to ? t('did_sent', { who, to }) : t('did_sent_nobody', { who }) }
      }
      case 'invoices.viewed':
        return { icon: IconEye, text: actor.name ? t('did_viewed', { who }) : t('did_viewed_somebody') }
      case 'invoices.voided':
        return {
          icon: IconBan,
          tone: 'bad',
          text: t('did_voided', { who, reason: textOf(after?.['reason']) }),
        }
      case 'invoices.paid':
        return { icon: IconCheck, tone: 'good', text: t('did_paid') }
      case 'proofs.submitted':
        return { icon: IconPhotoCheck, text: t('did_proof', { who }) }
      case 'proofs.approved':
        return { icon: IconCheck, tone: 'good', text: t('did_proof_approved', { who }) }
      case 'proofs.rejected':
        return {
          icon: IconBan,
          tone: 'bad',
          text: t('did_proof_rejected', { who, reason: textOf(after?.['reason']) }),
        }
      case 'invoices.reminded':
        return { icon: IconBell, text: t('did_reminded', { to: namesOf(after?.['to']) }) }
      case 'invoices.send_scheduled':
        return {
          icon: IconClock,
          text: t('did_scheduled', {
            who,
            day: formatDate(textOf(after?.['send_on'])),
            time: textOf(after?.['send_time']),
          }),
        }
      case 'invoices.send_unscheduled':
        return { icon: IconClock, text: t('did_unscheduled', { who }) }
      case 'invoices.send_failed':
        return {
          icon: IconBan,
          tone: 'bad',
          text: t('did_send_failed', { reason: textOf(after?.['reason']) }),
        }
      case 'invoices.reminders_changed':
        return {
          icon: IconBell,
          text: t(after?.['is_on'] ? 'did_reminders_on' : 'did_reminders_off', { who }),
        }
      case 'invoices.link_rotated':
        return { icon: IconLink, text: t('did_link_rotated', { who }) }
      default:
        return {
          text: t('did_something', { who, action: action.replace(/^\w+\./, '').replaceAll('_', ' ') }),
        }
    }
  }
}
