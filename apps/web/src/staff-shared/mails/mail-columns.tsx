import { DateText, StatusBadge, useTexts, type DataColumn, type Status } from '@portico/ui'
import { mailTexts } from './texts.ts'

interface AnyMail {
  status: 'queued' | 'sent' | 'kept' | 'failed'
  created_at: string
}

const badges: Record<AnyMail['status'], Status> = {
  queued: 'pending',
  sent: 'sent',
  kept: 'draft',
  failed: 'failed',
}

/** When a mail was written and what became of it: the same in every list of mails. */
export function useMailColumns<Mail extends AnyMail>(): DataColumn<Mail>[] {
  const t = useTexts(mailTexts)
  return [
    {
      key: 'written',
      title: t('written'),
      width: '140px',
      phone: 'amount',
      render: (row) => <DateText value={row.created_at} as="relative" />,
    },
    {
      key: 'status',
      title: t('status'),
      width: '130px',
      phone: 'status',
      render: (row) => <StatusBadge status={badges[row.status]} label={t(row.status)} />,
    },
  ]
}
