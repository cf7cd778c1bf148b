import { useQuery } from '@tanstack/react-query'
import { Amount, ErrorState, SkeletonFacts, Timeline, useTexts, type TimelineEntry } from '@portico/ui'
import {
  IconBan,
  IconCheck,
  IconCoins,
  IconCopy,
  IconEye,
  IconFileCheck,
  IconLink,
  IconPencil,
  IconPhotoCheck,
  IconSend,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
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
          entries={history.data.data.map((entry) => ({ id: entry.id, at: entry.at, ...write(entry) }))}
        />
      ) : (
        <SkeletonFacts count={3} />
      )}
    </section>
  )
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

function useWords(invoice: Invoice): (entry: Entry) => Written {
  const t = useTexts(invoiceTexts)
  const amountOf = (after: Entry['after']): ReactNode => {
    const amount = after?.['amount']
    const currency = textOf(after?.['currency']) || invoice.currency
    return typeof amount === 'number' ? <Amount value={{ amount, currency }} trim /> : null
  }
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
      case 'payments.recorded':
        return {
          icon: IconCheck,
          tone: 'good',
          text: t.rich('did_payment', { amount: amountOf(after), method: who }),
        }
      case 'payments.credit_applied':
        return { icon: IconCoins, tone: 'good', text: t.rich('did_credit', { amount: amountOf(after) }) }
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
      case 'invoices.link_rotated':
        return { icon: IconLink, text: t('did_link_rotated', { who }) }
      default:
        return {
          text: t('did_something', { who, action: action.replace(/^\w+\./, '').replaceAll('_', ' ') }),
        }
    }
  }
}
