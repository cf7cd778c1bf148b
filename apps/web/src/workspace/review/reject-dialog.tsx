import { Button, Chip, Group, Modal, Textarea } from '@mantine/core'
import { Problem, toast, useTexts } from '@portico/ui'
import { useState } from 'react'
import { useRejectProof, type Proof } from './review-data.ts'
import styles from './review.module.css'
import { reviewTexts } from './texts.ts'

const REASONS = ['unreadable', 'not_found', 'amount', 'used', 'wrong_payment'] as const

/** A ready reason or one's own, with what the client will read. */
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
  const [reason, setReason] = useState('')
  const [ready, setReady] = useState<string | null>(null)
  const reject = useRejectProof()
  const { number } = proof.invoice
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
              setReason(t(`reasonText_${chosen}`))
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
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value.replaceAll('\n', ' '))}
        />
        {reason.trim() ? (
          <div className={styles.preview}>
            <p className={styles.quiet}>{t('rejectPreview')}</p>
            <p className={styles.previewTitle}>{t('rejectPreviewTitle', { number })}</p>
            <p>{reason}</p>
            <p className={styles.quiet}>{t('rejectPreviewEnd')}</p>
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
