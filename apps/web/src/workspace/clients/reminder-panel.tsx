import { Button, Checkbox, Textarea } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import {
  Amount,
  ErrorState,
  formatDate,
  Problem,
  SidePanel,
  SkeletonFacts,
  toast,
  useTexts,
} from '@portico/ui'
import { useState } from 'react'
import { api, unwrap } from '../../shared/api.ts'
import { useIntent } from '../../shared/intent.ts'
import { invoicesQuery, type InvoiceSummary } from '../invoices/invoices-data.ts'
import type { Client } from './clients-data.ts'
import styles from './panels.module.css'
import { clientTexts } from './texts.ts'

interface ReminderPanelProps {
  client: Client
  opened: boolean
  onClose: () => void
}

/** Mails overdue invoices again, each with its PDF, its private link and the words that are typed here. */
export function ReminderPanel({ client, opened, onClose }: ReminderPanelProps) {
  const t = useTexts(clientTexts)
  const overdue = useQuery({
    ...invoicesQuery({ client_id: client.id, overdue: 'true', sort: 'due_date', limit: 50 }),
    enabled: opened,
  })
  return (
    <SidePanel
      opened={opened}
      onClose={onClose}
      title={t('reminderTitle', { name: client.name })}
      width={520}
    >
      {overdue.error ? (
        <ErrorState error={overdue.error} onRetry={() => void overdue.refetch()} />
      ) : !overdue.data ? (
        <SkeletonFacts count={4} />
      ) : overdue.data.data.length === 0 ? (
        <p>{t('reminderNone')}</p>
      ) : (
        <ReminderForm client={client} invoices={overdue.data.data} onDone={onClose} />
      )}
    </SidePanel>
  )
}

interface ReminderFormProps {
  client: Client
  invoices: InvoiceSummary[]
  onDone: () => void
}

function ReminderForm({ client, invoices, onDone }: ReminderFormProps) {
  const t = useTexts(clientTexts)
  const queries = useQueryClient()
  const intent = useIntent()
  const [oldest] = invoices
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(oldest ? [oldest.id] : []))
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set())
  const [message, setMessage] = useState(() =>
    t('reminderDefault', { date: formatDate(oldest?.due_date ?? '') }),
  )
  const waiting = invoices.filter(({ id }) => chosen.has(id) && !sent.has(id))

  const send = useMutation({
    mutationFn: async () => {
      // One after the other: what was sent before a failure stays marked and is not sent twice.
      for (const { id } of waiting) {
        const body = message.trim() ? { message: message.trim() } : {}
        await unwrap(
          api.POST('/v1/invoices/{invoice_id}/send', {
            params: { path: { invoice_id: id }, header: intent.headerFor({ id, body }) },
            body,
          }),
        )
        setSent((before) => new Set([...before, id]))
      }
    },
    onSuccess: async () => {
      toast(t('reminderSent', { count: waiting.length, name: client.name }))
      await queries.invalidateQueries({ queryKey: ['invoices'] })
      onDone()
    },
  })

  function choose(id: string, isOn: boolean) {
    const next = new Set(chosen)
    if (isOn) next.add(id)
    else next.delete(id)
    setChosen(next)
  }

  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <p className={styles.quiet}>{t('reminderDetail')}</p>
      <fieldset className={styles.choices}>
        <legend>{t('reminderWhich')}</legend>
        {invoices.map((invoice) => (
          <div key={invoice.id} className={styles.choice}>
            <Checkbox
              label={t('reminderLine', {
                number: invoice.number ?? '',
                date: formatDate(invoice.due_date ?? ''),
              })}
              checked={chosen.has(invoice.id)}
              disabled={sent.has(invoice.id)}
              description={sent.has(invoice.id) ? t('reminderSentMark') : undefined}
              onChange={(event) => choose(invoice.id, event.currentTarget.checked)}
            />
            <Amount value={invoice.due} />
          </div>
        ))}
      </fieldset>
      <Textarea
        label={t('reminderMessage')}
        autosize
        minRows={4}
        maxLength={4000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      {send.error ? <Problem error={send.error} /> : null}
      <Button type="submit" loading={send.isPending} disabled={waiting.length === 0}>
        {t('reminderSend', { count: waiting.length })}
      </Button>
    </form>
  )
}
