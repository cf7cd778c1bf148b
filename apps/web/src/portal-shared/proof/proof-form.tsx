import { Button, Textarea, TextInput } from '@mantine/core'
import {
  fieldOfPointer,
  FileDrop,
  Problem,
  problemOf,
  readProblem,
  useTexts,
  wordsOfField,
} from '@portico/ui'
import { IconSend, IconWifiOff } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type FormEvent } from 'react'
import type { InvoiceAccess } from '../invoice-access.ts'
import type { PortalInvoice } from '../invoice.ts'
import { proofTexts } from '../texts.ts'
import { ProofDetails } from './proof-details.tsx'
import styles from './proof.module.css'
import type { ProofDraft } from './use-proof-draft.ts'

export interface ProofFormProps {
  invoice: PortalInvoice
  access: InvoiceAccess
  draft: ProofDraft
  isAgain: boolean
  onDone: () => void
  onCancel: () => void
}

const KINDS = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'application/pdf']
/** The usual limit of an installation; the server has the last word. */
const MOST_BYTES = 10_000_000
/** The invoice is not what this page believes: somebody else paid or sent a proof. */
const OUTDATED = new Set(['proof_pending', 'invoice_not_open', 'not_found'])

/** "I have paid": a file or the pasted message, and whatever else helps. Nothing typed or chosen is lost by a lost connection. */
export function ProofForm({ invoice, access, draft, isAgain, onDone, onCancel }: ProofFormProps) {
  const t = useTexts(proofTexts)
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  const [wasRestored] = useState(draft.isRestored)
  const [progress, setProgress] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isMissing, setMissing] = useState(false)
  const [fieldErrors, setFieldErrors] = useState<Record<string, string>>({})
  const isSending = progress !== null
  const isLost = error !== null && readProblem(error).status === 0

  useEffect(() => {
    if (wasRestored) return
    form.current?.focus({ preventScroll: true })
    form.current?.scrollIntoView({ block: 'nearest' })
  }, [wasRestored])

  useEffect(() => {
    if (Object.keys(fieldErrors).length > 0)
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [fieldErrors])

  async function send() {
    setError(null)
    setFieldErrors({})
    setProgress(0)
    try {
      const fields = Object.fromEntries(
        Object.entries(draft.fields).filter(([, value]) => value.trim() !== ''),
      )
      await access.sendProof({
        fields,
        file: draft.file,
        key: draft.keyForSending(),
        onProgress: setProgress,
      })
      draft.clear()
      onDone()
    } catch (caught) {
      const problem = problemOf(caught)
      setError(caught)
      setFieldErrors(
        Object.fromEntries(
          (problem?.errors ?? []).map((one) => [fieldOfPointer(one.pointer), wordsOfField(one)]),
        ),
      )
      if (problem && OUTDATED.has(problem.code)) access.refresh()
    } finally {
      setProgress(null)
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    const isNothing = !draft.file && draft.fields.pasted_text.trim() === ''
    setMissing(isNothing)
    if (!isNothing && !isSending) void send()
  }

  const changed = (fields: Parameters<ProofDraft['change']>[0]) => {
    draft.change(fields)
    setMissing(false)
    setFieldErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !(name in fields))),
    )
  }

  return (
    <form
      ref={form}
      tabIndex={-1}
      noValidate
      className={styles.form}
      onSubmit={submit}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>{t(isAgain ? 'againTitle' : 'title')}</h2>
      {wasRestored ? <p className={styles.quiet}>{t('kept')}</p> : null}
      <FileDrop
        label={t('file')}
        file={draft.file}
        onChange={(file) => {
          draft.chooseFile(file)
          setMissing(false)
          setError(null)
        }}
        accept={KINDS}
        acceptLabel={t('kinds')}
        maxSize={MOST_BYTES}
        progress={isSending && draft.file ? progress : null}
        error={fieldErrors.file ?? (isMissing ? t('needed') : undefined)}
        hasCamera
        takesPaste
      />
      <Textarea
        label={t('pasted')}
        description={t('pastedHint')}
        value={draft.fields.pasted_text}
        onChange={(event) => changed({ pasted_text: event.currentTarget.value })}
        error={fieldErrors.pasted_text}
        rows={3}
        maxLength={4000}
        disabled={isSending}
      />
      {access.asksName ? (
        <TextInput
          label={t('yourName')}
          description={t('yourNameHint')}
          autoComplete="name"
          value={draft.fields.your_name}
          onChange={(event) => changed({ your_name: event.currentTarget.value })}
          error={fieldErrors.your_name}
          maxLength={120}
          disabled={isSending}
        />
      ) : null}
      <ProofDetails
        invoice={invoice}
        fields={draft.fields}
        errors={fieldErrors}
        isDisabled={isSending}
        onChange={changed}
      />
      {isLost ? (
        <div className={styles.lost} role="alert">
          <IconWifiOff aria-hidden />
          <div>
            <p className={styles.lostTitle}>{t('lost')}</p>
            <p>{t('lostDetail')}</p>
          </div>
        </div>
      ) : error ? (
        <Problem error={error} />
      ) : null}
      <div className={styles.actions}>
        <Button type="submit" loading={isSending} leftSection={<IconSend />}>
          {t(isLost ? 'sendAgain' : 'send')}
        </Button>
        <Button variant="default" disabled={isSending} onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
