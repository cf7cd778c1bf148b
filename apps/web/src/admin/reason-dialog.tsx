import { Textarea } from '@mantine/core'
import { ConfirmMoney, useTexts } from '@portico/ui'
import { useState } from 'react'
import { adminTexts } from './texts.ts'

interface ReasonDialogProps {
  question: string
  consequence: string
  deed: string
  hint: string
  isDangerous: boolean
  onClose: () => void
  onConfirm: (reason: string) => Promise<unknown>
}

/** A question before a deed that shuts somebody out, or lets them in again, with the reason that is written down. */
export function ReasonDialog({ hint, onConfirm, ...question }: ReasonDialogProps) {
  const t = useTexts(adminTexts)
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const isShort = reason.trim().length < 3
  return (
    <ConfirmMoney
      opened
      {...question}
      onConfirm={async () => {
        setTried(true)
        // The dialog stays, and the field says why.
        if (isShort) throw new ReasonMissing(t('reasonShort'))
        await onConfirm(reason.trim())
      }}
    >
      <Textarea
        label={t('reason')}
        description={hint}
        required
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        error={wasTried && isShort ? t('reasonShort') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
        data-autofocus
      />
    </ConfirmMoney>
  )
}

class ReasonMissing extends Error {}
