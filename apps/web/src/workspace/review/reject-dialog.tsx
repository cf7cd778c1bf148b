import { Button, Chip, Group, Modal, Textarea } from '@mantine/core'
import { Problem, textsIn, toast, useTexts } from '@portico/ui'
import { useState } from 'react'
import { clientLanguageOf } from '../../shared/client-languages.ts'
import { languageName } from '../../shared/language-name.ts'
import './reasons/texts.sw.ts'
import { reasonTexts } from './reasons/texts.ts'
import { useRejectProof, type Proof } from './review-data.ts'
import styles from './review.module.css'
import { reviewTexts } from './texts.ts'

const REASONS = ['unreadable', 'not_found', 'amount', 'used', 'wrong_payment'] as const

/** A ready reason in the client's language or one's own words, with what the client will read. */
export function RejectDialog({
  proof,
  onClose,
  onDecided,
}: {
  proof: Proof
  onClose: () => void
  onDecided: () => void
}) {
  const t = useTexts(reviewTexts)
  const { number } = proof.invoice
  const language = clientLanguageOf(proof.invoice.locale)
  const theirs = textsIn(reasonTexts, language)
  const [reason, setReason] = useState('')
  const [ready, setReady] = useState<string | null>(null)
  const reject = useRejectProof()
  return (
    <Modal
      opened
      onClose={() => !reject.isPending && onClose()}
      title={t('rejectTitle', { number })}
      size={540}
      closeButtonProps={{ 'aria-label': t('cancel') }}
    >
      <form
        className={styles.reject}
        onSubmit={(event) => {
          event.preventDefault()
          if (!reason.trim()) return
          reject.mutate(
            { id: proof.id, reason: reason.trim() },
            {
              onSuccess: () => {
                toast(t('rejected', { number }))
                onDecided()
              },
            },
          )
        }}
      >
        <div role="group" aria-label={t('rejectReady')}>
          <Chip.Group
            value={ready}
            onChange={(key) => {
              const chosen = REASONS.find((one) => one === key)
              if (!chosen) return
              setReady(chosen)
              setReason(theirs(chosen))
            }}
          >
            <Group gap={8}>
              {REASONS.map((key) => (
                <Chip key={key} value={key} size="xs">
                  {t(`reason_${key}`)}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </div>
        <Textarea
          label={t('rejectReason')}
          required
          data-autofocus
          autosize
          minRows={2}
          maxRows={6}
          maxLength={500}
          lang={language}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
        />
        {reason.trim() ? (
          <div className={styles.preview} lang={language}>
            <p className={styles.quiet}>{t('rejectPreview', { language: languageName(language) })}</p>
            <p className={styles.previewTitle}>{theirs('title', { number })}</p>
            <p>{reason}</p>
            <p className={styles.quiet}>{theirs('end')}</p>
          </div>
        ) : null}
        {reject.error ? <Problem error={reject.error} /> : null}
        <div className={styles.rejectActions}>
          <Button variant="default" disabled={reject.isPending} onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" color="red" loading={reject.isPending} disabled={!reason.trim()}>
            {t('rejectDeed', { client: proof.client.name })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
