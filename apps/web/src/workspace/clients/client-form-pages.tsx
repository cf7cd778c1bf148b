import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import {
  applyProblemToForm,
  ErrorState,
  FormActions,
  FormLayout,
  Link,
  PageHeader,
  problemOf,
  SkeletonPage,
  textsOf,
  toast,
  useTexts,
} from '@portico/ui'
import { useEffect, useState } from 'react'
import { useUnsavedGuard } from '../../shared/unsaved-guard.tsx'
import { emailIfGiven, needed, phoneIfGiven, websiteIfGiven } from '../../shared/validation.ts'
import { ChangedMeanwhile } from '../changed-meanwhile.tsx'
import { isOvertaken, refusalToShow } from '../../shared/record-form/overtaken.ts'
import { useWorkspaceBase } from '../workspace-data.ts'
import { differencesOf } from './client-differences.ts'
import { ClientFields } from './client-form.tsx'
import {
  changeOf,
  emptyClient,
  formFieldOf,
  newClientOf,
  valuesOf,
  type ClientValues,
} from './client-form-values.ts'
import { clientQuery, useCreateClient, useUpdateClient, type Client } from './clients-data.ts'
import { clientTexts } from './texts.ts'

const METADATA_KEY = /^[A-Za-z0-9_.-]{1,40}$/
const MOST_DAYS = 365

const validate = {
  name: needed,
  email: emailIfGiven,
  phone: phoneIfGiven,
  website: websiteIfGiven,
  contact_name: (name: string, { contact_email, contact_phone }: ClientValues) =>
    contact_email.trim() || contact_phone.trim() ? needed(name) : null,
  contact_email: emailIfGiven,
  contact_phone: phoneIfGiven,
  payment_terms_days: (days: string) =>
    days === '' || (/^\d+$/.test(days) && Number(days) <= MOST_DAYS)
      ? null
      : textsOf(clientTexts)('termsWrong'),
  metadata: {
    key: (key: string, { metadata }: ClientValues) => {
      const t = textsOf(clientTexts)
      if (!key.trim()) return null
      if (!METADATA_KEY.test(key.trim())) return t('metadataKeyRule')
      return metadata.filter((row) => row.key.trim() === key.trim()).length > 1 ? t('metadataTwice') : null
    },
  },
}

function useClientForm(initialValues: ClientValues) {
  return useForm<ClientValues>({ initialValues, validate, validateInputOnBlur: true })
}

/** Field errors beside their fields; a taken address belongs to the address. */
function showRefusal(form: ReturnType<typeof useClientForm>, error: unknown): void {
  applyProblemToForm(form, error, formFieldOf(form.values))
  const problem = problemOf(error)
  if (problem?.code === 'duplicate_email' && !problem.errors?.length)
    form.setFieldError('email', problem.detail)
}

export function NewClientPage() {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const { history } = useRouter()
  const form = useClientForm(emptyClient(new URLSearchParams(location.search).get('name') ?? ''))
  const create = useCreateClient()
  const guard = useUnsavedGuard(form.isDirty() && !create.isSuccess)

  // The guard asks while the form is dirty; the way on opens with the render after the success.
  const created = create.data
  useEffect(() => {
    if (created) history.replace(`${base}/clients/${created.id}`)
  }, [created, history, base])

  return (
    <>
      {guard}
      <PageHeader title={t('newClient')} breadcrumbs={[{ label: t('title'), href: `${base}/clients` }]} />
      <FormLayout
        label={t('newClient')}
        error={create.error}
        onSubmit={form.onSubmit((values) =>
          create.mutate(newClientOf(values), {
            onSuccess: ({ name }) => toast(t('created', { name })),
            onError: (error) => showRefusal(form, error),
          }),
        )}
      >
        <ClientFields form={form} />
        <FormActions>
          <Button type="submit" loading={create.isPending}>
            {t('saveNew')}
          </Button>
          <Button component={Link} href={`${base}/clients`} variant="default">
            {t('cancel')}
          </Button>
        </FormActions>
      </FormLayout>
    </>
  )
}

export function EditClientPage() {
  const { client: clientId = '' } = useParams({ strict: false }) as { client?: string }
  const client = useQuery(clientQuery(clientId))
  if (client.error && !client.data) {
    return <ErrorState error={client.error} onRetry={() => void client.refetch()} />
  }
  if (!client.data) return <SkeletonPage />
  return <EditClient key={clientId} client={client.data} />
}

function EditClient({ client }: { client: Client }) {
  const t = useTexts(clientTexts)
  const base = useWorkspaceBase()
  const page = `${base}/clients/${client.id}`
  const { history } = useRouter()
  const queries = useQueryClient()
  // The version that was read when the form was opened, not what a refetch brings meanwhile.
  const [start, setStart] = useState(client)
  const form = useClientForm(valuesOf(client))
  const update = useUpdateClient(client.id)
  const guard = useUnsavedGuard(form.isDirty() && !update.isSuccess)
  const [theirs, setTheirs] = useState<Client | null>(null)

  function save(values: ClientValues, from: Client) {
    const body = changeOf(values, valuesOf(start))
    update.mutate(
      { version: from.version, body },
      {
        onSuccess: ({ name }) => {
          toast(t('saved', { name }))
        },
        onError: (error) => {
          if (!isOvertaken(error)) return showRefusal(form, error)
          void queries.fetchQuery({ ...clientQuery(client.id), staleTime: 0 }).then(setTheirs)
        },
      },
    )
  }

  const isSaved = update.isSuccess
  useEffect(() => {
    if (isSaved) history.replace(page)
  }, [isSaved, history, page])

  function takeTheirs(next: Client) {
    setStart(next)
    setTheirs(null)
    update.reset()
    form.setInitialValues(valuesOf(next))
    form.setValues(valuesOf(next))
  }

  return (
    <>
      {guard}
      <PageHeader
        title={t('editTitle', { name: start.name })}
        breadcrumbs={[
          { label: t('title'), href: `${base}/clients` },
          { label: start.name, href: page },
        ]}
      />
      <FormLayout
        label={t('editTitle', { name: start.name })}
        error={refusalToShow(update.error)}
        onSubmit={form.onSubmit((values) => save(values, start))}
      >
        {theirs ? (
          <ChangedMeanwhile
            differences={differencesOf(form.values, valuesOf(start), valuesOf(theirs))}
            onSaveMine={() => {
              setTheirs(null)
              save(form.values, theirs)
            }}
            onTakeTheirs={() => takeTheirs(theirs)}
          />
        ) : null}
        <ClientFields form={form} clientId={client.id} />
        <FormActions>
          <Button type="submit" loading={update.isPending} disabled={theirs !== null}>
            {t('save')}
          </Button>
          <Button component={Link} href={page} variant="default">
            {t('cancel')}
          </Button>
        </FormActions>
      </FormLayout>
    </>
  )
}
