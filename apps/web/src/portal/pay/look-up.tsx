import { Button, TextInput } from '@mantine/core'
import { isValidPaymentReference } from '@portico/money'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Problem, readProblem, useTexts } from '@portico/ui'
import { IconSearch } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import { portalApi, unwrap } from '../../shared/api.ts'
import { needed } from '../../shared/validation.ts'
import { usePortal } from '../portal-data.ts'
import styles from './pay.module.css'
import { portalPayTexts } from './texts.ts'

/** From the reference that somebody holds in their hand to the page where it is paid. */
export function LookUp() {
  const t = useTexts(portalPayTexts)
  const router = useRouter()
  const { base } = usePortal()
  const [reference, setReference] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const lookUp = useMutation({
    mutationFn: (value: string) =>
      unwrap(
        portalApi.GET('/v1/portal/payment-references/{reference}', {
          params: { path: { reference: value } },
        }),
      ),
    onSuccess: (invoice) => router.history.push(`${base}/invoices/${invoice.id}`),
    onError: (error) => {
      if (readProblem(error).status === 404) setWrong(t('notFound'))
    },
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    const refusal = needed(reference) ?? (isValidPaymentReference(reference) ? null : t('referenceWrong'))
    setWrong(refusal)
    if (!refusal) lookUp.mutate(reference.trim())
  }

  const isOtherProblem = lookUp.error !== null && readProblem(lookUp.error).status !== 404
  return (
    <section className={styles.section}>
      <h2>{t('lookUpTitle')}</h2>
      {isOtherProblem ? <Problem error={lookUp.error} /> : null}
      <form noValidate className={styles.lookUp} onSubmit={submit}>
        <TextInput
          className={styles.reference}
          label={t('reference')}
          description={t('referenceHint', { example: 'PAY-7KQ4-M2XD-9RTC' })}
          value={reference}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={60}
          error={wrong}
          errorProps={{ role: 'alert' }}
          onChange={(event) => {
            setReference(event.currentTarget.value)
            setWrong(null)
          }}
        />
        <Button type="submit" variant="default" leftSection={<IconSearch />} loading={lookUp.isPending}>
          {t('lookUp')}
        </Button>
      </form>
    </section>
  )
}
