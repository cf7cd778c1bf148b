import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Problem, toast, useTexts } from '@portico/ui'
import { useState } from 'react'
import { sendPreviewQuery, useScheduleSend, useSendInvoice, type Invoice } from '../invoices-data.ts'
import { RecipientsFields, useRecipientsProblem } from '../recipients-fields.tsx'
import { invoiceTexts } from '../texts.ts'
import { useSending } from '../use-sending.ts'
import { rightNow, WhenFields, type When } from '../when-fields.tsx'
import sendStyles from '../send.module.css'
import styles from './detail.module.css'

/** Sends an issued invoice, the first time or again. */
export function SendDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useTexts(invoiceTexts)
  const isPhone = useMediaQuery('(width < 48em)')
  const { data: preview, error } = useQuery(sendPreviewQuery(invoice.id))
  const send = useSendInvoice()
  const schedule = useScheduleSend()
  const planned = invoice.scheduled_send
  const [when, setWhen] = useState<When>(
    planned ? { isLater: true, send_on: planned.send_on, send_time: planned.send_time } : rightNow,
  )
  const isBusy = send.isPending || schedule.isPending
  const problemOf = useRecipientsProblem()
  const [sending, setSending] = useSending(preview, planned)
  const [wrong, setWrong] = useState<string | null>(null)
  const number = invoice.number ?? ''

  function sendIt() {
    const problem = problemOf(sending)
    setWrong(problem)
    if (problem) return
    if (when.isLater) {
      schedule.mutate(
        { id: invoice.id, sending, at: when },
        {
          onSuccess: () => {
            toast(t('plannedDone', { number }))
            onClose()
          },
        },
      )
      return
    }
    send.mutate(
      { id: invoice.id, sending },
      {
        onSuccess: () => {
          toast(t('sent', { number, to: sending.to.join(', ') }))
          onClose()
        },
      },
    )
  }

  return (
    <Modal
      opened
      onClose={() => !isBusy && onClose()}
      title={t('sendTitle', { number })}
      size={520}
      fullScreen={isPhone === true}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <div className={sendStyles.fields}>
        <RecipientsFields
          clientId={invoice.client.id}
          preview={preview}
          sending={sending}
          error={wrong}
          isDisabled={isBusy}
          onChange={(next) => {
            setSending(next)
            setWrong(null)
          }}
        />
        <WhenFields when={when} isDisabled={isBusy} onChange={setWhen} />
      </div>
      {error ? <Problem error={error} /> : null}
      {schedule.error ? <Problem error={schedule.error} /> : null}
      {send.error ? <Problem error={send.error} /> : null}
      <div className={styles.deedFoot}>
        <Button variant="default" disabled={isBusy} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={isBusy} disabled={when.isLater && !when.send_on} onClick={sendIt}>
          {when.isLater
            ? t('planSending')
            : invoice.delivery_state === 'not_sent'
              ? t('send')
              : t('sendAgain')}
        </Button>
      </div>
    </Modal>
  )
}
