import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Amount, DateText, Problem, toast, useTexts } from '@portico/ui'
import { useState } from 'react'
import { useWorkspace } from '../workspace-data.ts'
import {
  sendPreviewQuery,
  useIssueInvoice,
  useScheduleSend,
  useSendInvoice,
  type Invoice,
} from './invoices-data.ts'
import { InvoicePaper } from './paper/invoice-paper.tsx'
import { PreflightList } from './preflight-list.tsx'
import { RecipientsFields, useRecipientsProblem } from './recipients-fields.tsx'
import styles from './send.module.css'
import { invoiceTexts } from './texts.ts'
import { useSending } from './use-sending.ts'
import { rightNow, WhenFields, type When } from './when-fields.tsx'

export interface IssueDialogProps {
  /** A saved draft. */
  invoice: Invoice
  onClose: () => void
  /** Leads to the field of a pre-flight item; null where the fields are on another page. */
  onFix: ((pointer: string) => void) | null
  /** It is issued, sent or not. */
  onDone: () => void
}

/** The last look before a draft becomes a document: to whom, with which words, and what stands in the way. */
export function IssueDialog({ invoice, onClose, onFix, onDone }: IssueDialogProps) {
  const t = useTexts(invoiceTexts)
  const { can } = useWorkspace()
  const canSend = can('invoices.invoice.send')
  const isPhone = useMediaQuery('(width < 48em)')
  const preview = useQuery({ ...sendPreviewQuery(invoice.id), enabled: canSend })
  const issue = useIssueInvoice()
  const send = useSendInvoice()
  const schedule = useScheduleSend()
  const [when, setWhen] = useState<When>(rightNow)
  const problemOf = useRecipientsProblem()
  const known = preview.data
  const [sending, setSending] = useSending(known)
  const [wrong, setWrong] = useState<string | null>(null)
  const [issued, setIssued] = useState<Invoice | null>(null)

  const blocked = invoice.preflight.some((item) => item.severity === 'error')
  const isBusy = issue.isPending || send.isPending || schedule.isPending
  const total = invoice.totals.gross

  async function issueIt(): Promise<Invoice | null> {
    if (issued) return issued
    try {
      const done = await issue.mutateAsync({ id: invoice.id, version: invoice.version })
      setIssued(done)
      return done
    } catch {
      // Shown beside the buttons.
      return null
    }
  }

  async function issueOnly() {
    const done = await issueIt()
    if (!done) return
    toast(t('issued', { number: done.number ?? '' }))
    onDone()
  }

  async function issueAndSend() {
    const problem = problemOf(sending)
    setWrong(problem)
    if (problem) return
    const done = await issueIt()
    if (!done) return
    try {
      if (when.isLater) {
        await schedule.mutateAsync({ id: done.id, sending, at: when })
        toast(t('issuedAndPlanned', { number: done.number ?? '' }))
        onDone()
        return
      }
      await send.mutateAsync({ id: done.id, sending })
      toast(t('issuedAndSent', { number: done.number ?? '', to: sending.to.join(', ') }))
      onDone()
    } catch {
      // Shown beside the buttons; the invoice is issued, and only the mail is tried again.
    }
  }

  const close = () => (issued ? onDone() : onClose())
  return (
    <Modal
      opened
      onClose={() => !isBusy && close()}
      title={canSend ? t('issueTitle') : t('issueTitleOnly')}
      size={canSend ? 820 : 440}
      fullScreen={isPhone === true}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <div className={canSend ? styles.columns : undefined}>
        {canSend ? (
          <div className={styles.fields}>
            <RecipientsFields
              clientId={invoice.client.id}
              preview={known}
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
        ) : null}
        <div className={styles.aside}>
          {canSend ? (
            <div className={styles.thumbnail} inert aria-hidden>
              <div className={styles.thumbnailPaper}>
                <InvoicePaper invoice={invoice} />
              </div>
            </div>
          ) : null}
          <div>
            <p>{invoice.client.name}</p>
            <p>
              <Amount value={total} size="large" />
            </p>
            {invoice.due_date ? (
              <p className={styles.quiet}>
                {t.rich('dueOn', { date: <DateText value={invoice.due_date} /> })}
              </p>
            ) : null}
          </div>
          <PreflightList items={invoice.preflight} onFix={issued ? null : onFix} />
        </div>
      </div>
      {preview.error ? <Problem error={preview.error} /> : null}
      {issue.error ? <Problem error={issue.error} /> : null}
      {schedule.error ? <Problem error={schedule.error} /> : null}
      {send.error ? (
        <>
          <p role="status">{t('sendFailedTitle', { number: issued?.number ?? '' })}</p>
          <Problem error={send.error} />
        </>
      ) : null}
      <div className={styles.actions}>
        <span className={`${styles.quiet} ${styles.note}`}>{t('issueConsequence')}</span>
        {issued ? (
          <Button variant="default" disabled={isBusy} onClick={onDone}>
            {t('later')}
          </Button>
        ) : (
          <Button
            variant={canSend ? 'default' : 'filled'}
            loading={issue.isPending && !canSend}
            disabled={blocked || isBusy}
            onClick={() => void issueOnly()}
          >
            {canSend ? t('issueWithoutSending') : t('issueTitleOnly')}
          </Button>
        )}
        {canSend ? (
          <Button loading={isBusy} disabled={blocked} onClick={() => void issueAndSend()}>
            {when.isLater
              ? issued
                ? t('planSending')
                : t('issueAndPlan')
              : issued
                ? t('sendAgain')
                : t('issueAndSend')}
          </Button>
        ) : null}
      </div>
    </Modal>
  )
}
