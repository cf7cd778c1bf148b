import { Button, Switch } from '@mantine/core'
import { DateText, formatDate, StatusBadge, toast, toastProblem, useLocale, useTexts } from '@portico/ui'
import { IconAlertTriangle, IconClock } from '@tabler/icons-react'
import { useState } from 'react'
import { useCancelScheduledSend, useSetReminders, type Invoice } from '../invoices-data.ts'
import { invoiceTexts } from '../texts.ts'
import { zoneName } from '../when-fields.tsx'
import styles from './detail.module.css'

type Mail = Invoice['mails'][number]
const badges = { queued: 'pending', sent: 'sent', kept: 'draft', failed: 'failed' } as const
const shownMails = 4

/** How the invoice gets to the client: what is planned, what was mailed and what became of it, whether it was looked at, reminders. */
export function InvoiceDelivery({ invoice, onMove }: { invoice: Invoice; onMove: () => void }) {
  const t = useTexts(invoiceTexts)
  const [isWhole, setWhole] = useState(false)
  if (invoice.document_state === 'draft') return null
  const { mails } = invoice
  const shown = isWhole ? mails : mails.slice(0, shownMails)
  return (
    <section>
      <h2>{t('deliveryTitle')}</h2>
      <Planned invoice={invoice} onMove={onMove} />
      <ul className={styles.mails}>
        <li>
          <span>{t('stepSent')}</span>
          <span className={styles.quiet}>
            {invoice.sent_at ? <DateText value={invoice.sent_at} as="time" /> : t('notYet')}
          </span>
        </li>
        {shown.map((mail) => (
          <MailRow key={`${mail.to} ${mail.created_at}`} mail={mail} />
        ))}
        {mails.length > shown.length ? (
          <li>
            <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
              {t('moreMails', { count: mails.length - shown.length })}
            </Button>
          </li>
        ) : null}
        <li>
          <span>{t('stepViewed')}</span>
          <span className={styles.quiet}>
            {invoice.viewed_at ? <DateText value={invoice.viewed_at} as="time" /> : t('notYet')}
          </span>
        </li>
        <li>
          <span>{t('stepPaid')}</span>
          <span className={styles.quiet}>
            {invoice.paid_at ? <DateText value={invoice.paid_at} as="time" /> : t('notYet')}
          </span>
        </li>
      </ul>
      <Reminders invoice={invoice} />
    </section>
  )
}

function MailRow({ mail }: { mail: Mail }) {
  const t = useTexts(invoiceTexts)
  return (
    <li className={styles.mail}>
      <span className={styles.address}>
        {mail.kind === 'reminder' ? t('reminderTo', { to: mail.to }) : mail.to}
      </span>
      <StatusBadge status={badges[mail.status]} label={t(`mail_${mail.status}`)} />
      {mail.error ? <span className={styles.mailError}>{mail.error}</span> : null}
    </li>
  )
}

function Planned({ invoice, onMove }: { invoice: Invoice; onMove: () => void }) {
  const t = useTexts(invoiceTexts)
  const locale = useLocale()
  const cancel = useCancelScheduledSend()
  const planned = invoice.scheduled_send
  if (!planned) return null
  const hasFailed = planned.state === 'failed'
  return (
    <div
      className={styles.planned}
      data-failed={hasFailed || undefined}
      role={hasFailed ? 'alert' : undefined}
    >
      {hasFailed ? <IconAlertTriangle aria-hidden /> : <IconClock aria-hidden />}
      <div>
        <p>
          {hasFailed
            ? t('plannedFailed', { reason: planned.reason ?? '' })
            : t('planned', {
                day: formatDate(planned.send_on, locale),
                time: planned.send_time,
                zone: zoneName(planned.timezone),
              })}
        </p>
        {planned.scheduled_by && !hasFailed ? (
          <p className={styles.quiet}>{t('plannedBy', { who: planned.scheduled_by })}</p>
        ) : null}
        {invoice.abilities.send ? (
          <div className={styles.plannedDeeds}>
            <Button variant="subtle" size="compact-sm" onClick={onMove}>
              {t('plannedMove')}
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              loading={cancel.isPending}
              onClick={() =>
                cancel.mutate(invoice.id, {
                  onSuccess: () => toast(t('plannedCancelled')),
                  onError: toastProblem,
                })
              }
            >
              {t('plannedCancel')}
            </Button>
          </div>
        ) : null}
      </div>
    </div>
  )
}

function Reminders({ invoice }: { invoice: Invoice }) {
  const t = useTexts(invoiceTexts)
  const locale = useLocale()
  const change = useSetReminders()
  const { is_on: isOn, next_on: nextOn, sent } = invoice.reminders
  const isOpen =
    invoice.document_state === 'final' &&
    (invoice.settlement_state === 'open' || invoice.settlement_state === 'partial')
  if (!isOpen) return null
  const last = sent.at(-1)
  return (
    <div className={styles.reminders}>
      <Switch
        label={t('reminders')}
        checked={isOn}
        disabled={!invoice.abilities.send || change.isPending}
        onChange={(event) =>
          change.mutate({ id: invoice.id, isOn: event.currentTarget.checked }, { onError: toastProblem })
        }
      />
      <p className={styles.quiet}>
        {nextOn
          ? t('remindersNext', { day: formatDate(nextOn, locale) })
          : isOn && !invoice.sent_at
            ? t('remindersOnceSent')
            : isOn
              ? t('remindersNone')
              : t('remindersOff')}
        {last ? ` ${t('remindersLast', { days: last.days })}` : ''}
      </p>
    </div>
  )
}
