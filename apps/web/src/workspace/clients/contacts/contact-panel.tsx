import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import {
  applyProblemToForm,
  FormActions,
  FormLayout,
  FormRow,
  toast,
  useTexts,
  type ReadProblem,
} from '@portico/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { emailIfGiven, needed, phoneIfGiven } from '../../../shared/validation.ts'
import { FormPanel, usePanelForm, type FormInPanel } from '../../form-panel.tsx'
import { changedFields } from '../../../shared/record-form/changed-fields.ts'
import { isOvertaken, refusalToShow } from '../../../shared/record-form/overtaken.ts'
import { contactsQuery, useSaveContact, type Client, type Contact } from '../clients-data.ts'
import { clientTexts } from '../texts.ts'

interface ContactPanelProps {
  client: Client
  /** The contact that is changed; a new one while null. */
  contact: Contact | null
  opened: boolean
  onClose: () => void
}

/** A contact of a client, new or changed, over the page. Closing asks while something is typed. */
export function ContactPanel({ client, contact, opened, onClose }: ContactPanelProps) {
  const t = useTexts(clientTexts)
  return (
    <FormPanel
      opened={opened}
      item={contact}
      onClose={onClose}
      title={(shown) => (shown ? t('editContact', { name: shown.name }) : t('addContact'))}
    >
      {(shown, panel) => <ContactForm client={client} contact={shown} {...panel} />}
    </FormPanel>
  )
}

interface ContactFormProps extends FormInPanel {
  client: Client
  contact: Contact | null
}

function ContactForm({ client, contact, onDirty, onDone }: ContactFormProps) {
  const t = useTexts(clientTexts)
  const queries = useQueryClient()
  const [start, setStart] = useState(contact)
  const [changedMeanwhile, setChanged] = useState<ReadProblem | null>(null)
  const save = useSaveContact(client.id)
  const form = usePanelForm(onDirty, {
    initialValues: {
      name: contact?.name ?? '',
      email: contact?.email ?? '',
      phone: contact?.phone ?? '',
      job_title: contact?.job_title ?? '',
      is_primary: contact?.is_primary ?? false,
      document_delivery: contact?.document_delivery ?? 'none',
    },
    validate: { name: needed, email: emailIfGiven, phone: phoneIfGiven },
  })

  function bodyOf({ name, email, phone, job_title, is_primary, document_delivery }: typeof form.values) {
    return {
      name: name.trim(),
      email: email.trim() || null,
      phone: phone.trim() || null,
      job_title: job_title.trim() || null,
      document_delivery,
      // The first contact becomes the main one by itself.
      ...((contact || is_primary) && { is_primary }),
    }
  }

  function submit(values: typeof form.values) {
    const body = contact ? changedFields(bodyOf(values), bodyOf(form.getInitialValues())) : bodyOf(values)
    setChanged(null)
    save.mutate(
      { contact: start, body },
      {
        onSuccess: (saved) => {
          toast(t(contact ? 'contactSaved' : 'contactAdded', { name: saved.name }))
          onDone()
        },
        onError: (error) => {
          applyProblemToForm(form, error)
          if (isOvertaken(error)) void refresh()
        },
      },
    )
  }

  /** Saving again is then made from what stands there now. */
  async function refresh() {
    const answer = await queries.fetchQuery({ ...contactsQuery(client.id), staleTime: 0 })
    setStart(answer.data.find(({ id }) => id === contact?.id) ?? start)
    setChanged({ title: t('contactChanged'), status: 412, detail: '', requestId: null })
  }

  return (
    <FormLayout
      label={t(contact ? 'editContact' : 'addContact', { name: contact?.name ?? '' })}
      error={changedMeanwhile ?? refusalToShow(save.error)}
      onSubmit={form.onSubmit(submit)}
    >
      <TextInput
        label={t('name')}
        required
        data-autofocus
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <FormRow>
        <TextInput label={t('email')} type="email" autoComplete="off" {...form.getInputProps('email')} />
        <TextInput label={t('phone')} type="tel" autoComplete="off" {...form.getInputProps('phone')} />
      </FormRow>
      <TextInput label={t('jobTitle')} autoComplete="off" {...form.getInputProps('job_title')} />
      <Select
        label={t('delivery')}
        allowDeselect={false}
        data={[
          { value: 'none', label: t('deliveryNone') },
          { value: 'to', label: t('deliveryTo') },
          { value: 'cc', label: t('deliveryCc') },
        ]}
        {...form.getInputProps('document_delivery')}
      />
      <Checkbox label={t('makePrimary')} {...form.getInputProps('is_primary', { type: 'checkbox' })} />
      <FormActions>
        <Button type="submit" loading={save.isPending}>
          {t(contact ? 'save' : 'addContact')}
        </Button>
      </FormActions>
    </FormLayout>
  )
}
