import { TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTexts } from '@portico/ui'
import type { SendPreview, Sending } from './invoices-data.ts'
import { contactsQuery } from './lookups.ts'
import styles from './send.module.css'
import { invoiceTexts } from './texts.ts'

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** What is wrong with the recipients, in a sentence; null where they can be written to. */
export function useRecipientsProblem(): (sending: Sending) => string | null {
  const t = useTexts(invoiceTexts)
  return ({ to, cc }) => {
    const wrong = [...to, ...cc].find((address) => !ADDRESS.test(address))
    if (wrong) return t('addressWrong', { address: wrong })
    return to.length === 0 ? t('needsRecipient') : null
  }
}

/** To whom and with which words. */
export function RecipientsFields(props: {
  clientId: string
  preview: SendPreview | undefined
  sending: Sending
  error: string | null
  isDisabled: boolean
  onChange: (sending: Sending) => void
}) {
  const { clientId, preview, sending, error, isDisabled, onChange } = props
  const t = useTexts(invoiceTexts)
  const { data: contacts } = useQuery(contactsQuery(clientId))
  const known = (contacts?.data ?? []).flatMap((contact) => (contact.email ? [contact.email] : []))
  const shared = {
    data: known,
    disabled: isDisabled,
    splitChars: [',', ';', ' '],
    comboboxProps: { shadow: 'md' },
    acceptValueOnBlur: true,
  }
  return (
    <div className={styles.fields}>
      <TagsInput
        {...shared}
        label={t('to')}
        placeholder={sending.to.length === 0 ? t('addressPlaceholder') : ''}
        value={sending.to}
        error={error}
        onChange={(to) => onChange({ ...sending, to })}
      />
      <TagsInput
        {...shared}
        label={t('cc')}
        placeholder={sending.cc.length === 0 ? t('addressPlaceholder') : ''}
        value={sending.cc}
        onChange={(cc) => onChange({ ...sending, cc })}
      />
      {preview ? <TextInput label={t('subject')} value={preview.subject} readOnly variant="filled" /> : null}
      <Textarea
        label={t('message')}
        description={t('messageHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        autosize
        minRows={3}
        maxRows={10}
        maxLength={4000}
        disabled={isDisabled}
        value={sending.message}
        onChange={(event) => onChange({ ...sending, message: event.currentTarget.value })}
      />
      {preview && !preview.is_mail_configured ? (
        <p className={styles.quiet}>{t('mailNotConfigured')}</p>
      ) : null}
    </div>
  )
}
