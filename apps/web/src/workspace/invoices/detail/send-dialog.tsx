import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Problem, toast, useTexts } from '@portico/ui'
import { useEffect, useState } from 'react'
import { sendPreviewQuery, useSendInvoice, type Invoice, type Sending } from '../invoices-data.ts'
import { RecipientsFields, useRecipientsProblem } from '../recipients-fields.tsx'
import { invoiceTexts } from '../texts.ts'
import styles from './detail.module.css'

/** Sends an issued invoice, the first time or again. */
export function SendDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useTexts(invoiceTexts)
  const isPhone = useMediaQuery('(width < 48em)')
  const { data: preview, error } = useQuery(sendPreviewQuery(invoice.id))
  const send = useSendInvoice()
  const problemOf = useRecipientsProblem()
  const [sending, setSending] = useState<Sending>({ to: [], cc: [], message: '' })
  const [wrong, setWrong] = useState<string | null>(null)
  const number = invoice.number ?? ''

  useEffect(() => {
    if (!preview) return
    setSending((before) => ({
      ...before,
      to: preview.to.map(({ email }) => email),
      cc: preview.cc.map(({ email }) => email),
    }))
  }, [preview])

  function sendIt() {
    const problem = problemOf(sending)
    setWrong(problem)
    if (problem) return
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
      onClose={() => !send.isPending && onClose()}
      title={t('sendTitle', { number })}
      size={520}
      fullScreen={isPhone === true}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <RecipientsFields
        clientId={invoice.client.id}
        preview={preview}
        sending={sending}
        error={wrong}
        isDisabled={send.isPending}
        onChange={(next) => {
          setSending(next)
          setWrong(null)
        }}
      />
      {error ? <Problem error={error} /> : null}
      {send.error ? <Problem error={send.error} /> : null}
      <div className={styles.deedFoot}>
        <Button variant="default" disabled={send.isPending} onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={send.isPending} onClick={sendIt}>
          {invoice.delivery_state === 'not_sent' ? t('send') : t('sendAgain')}
        </Button>
      </div>
    </Modal>
  )
}
