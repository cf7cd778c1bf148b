import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { FormActions, FormLayout, problemOf, useTexts } from '@portico/ui'
import { useEffect, useState } from 'react'
import { api, unwrap } from '../../../shared/api.ts'
import { useIntent } from '../../../shared/intent.ts'
import type { Client } from '../lookups.ts'
import { clientQuery } from '../lookups.ts'
import { editorTexts } from './texts.ts'

/** A client with no more than an invoice needs; the rest can be filled in later. */
export function NewClientDialog(props: {
  name: string | null
  onClose: () => void
  onCreated: (client: Client) => void
}) {
  const { name, onClose, onCreated } = props
  const t = useTexts(editorTexts)
  const queries = useQueryClient()
  const intent = useIntent()
  const [typedName, setName] = useState('')
  const [email, setEmail] = useState('')
  useEffect(() => {
    if (name === null) return
    setName(name)
    setEmail('')
  }, [name])
  const create = useMutation({
    mutationFn: () => {
      const body = {
        kind: 'company' as const,
        name: typedName.trim(),
        ...(email.trim() && { email: email.trim() }),
      }
      return unwrap(api.POST('/v1/clients', { params: { header: intent.headerFor(body) }, body }))
    },
    onSuccess: async (client) => {
      intent.isDone()
      queries.setQueryData(clientQuery(client.id).queryKey, client)
      void queries.invalidateQueries({ queryKey: ['clients'] })
      onCreated(client)
    },
  })
  const errorOf = (field: string) =>
    problemOf(create.error)?.errors?.find(({ pointer }) => pointer === `/${field}`)?.detail
  return (
    <Modal
      opened={name !== null}
      onClose={onClose}
      title={t('newClientTitle')}
      closeButtonProps={{ 'aria-label': t('lineDone') }}
    >
      <FormLayout
        error={create.error}
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          if (typedName.trim()) create.mutate()
        }}
      >
        <TextInput
          label={t('clientName')}
          required
          maxLength={200}
          data-autofocus
          value={typedName}
          error={errorOf('name')}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('clientEmail')}
          description={t('clientEmailHint')}
          type="email"
          maxLength={254}
          autoComplete="off"
          value={email}
          error={errorOf('email')}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <FormActions>
          <Button type="submit" loading={create.isPending} disabled={!typedName.trim()}>
            {t('addClientDeed')}
          </Button>
        </FormActions>
      </FormLayout>
    </Modal>
  )
}
