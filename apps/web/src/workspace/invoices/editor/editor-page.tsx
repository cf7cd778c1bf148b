import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { EmptyState, ErrorState, Link, SkeletonPage, useTexts } from '@portico/ui'
import { IconLock } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useWorkspace, useWorkspaceBase } from '../../workspace-data.ts'
import { invoiceQuery, type Invoice } from '../invoices-data.ts'
import { clientQuery, type Client } from '../lookups.ts'
import { draftClientOf, draftOf, newDraft, withClient, type DraftDefaults } from './draft.ts'
import { InvoiceEditor } from './invoice-editor.tsx'
import { editorTexts } from './texts.ts'

function useDefaults(): DraftDefaults {
  const { organization, today } = useWorkspace()
  return useMemo(
    () => ({
      today,
      currency: organization.base_currency,
      locale: organization.locale,
      terms_days: organization.payment_terms_days,
      note: organization.invoice_note,
      terms: organization.invoice_terms,
      prices_include_tax: organization.prices_include_tax,
      tax_rounding: organization.tax_rounding,
      tax_rate_key: organization.default_tax_rate_key,
    }),
    [organization, today],
  )
}

/** `/invoices/new`, with `?client=cli_…` where the client is known already. */
export function NewInvoicePage() {
  const { client: clientId } = useSearch({ strict: false }) as { client?: string }
  const client = useQuery({ ...clientQuery(clientId ?? ''), enabled: clientId !== undefined })
  if (clientId && client.isPending) return <SkeletonPage />
  return <NewEditor client={client.data ?? null} />
}

function NewEditor({ client }: { client: Client | null }) {
  const defaults = useDefaults()
  const initial = useMemo(() => {
    const draft = newDraft(defaults)
    return client ? withClient(draft, client, defaults) : draft
  }, [defaults, client])
  return <InvoiceEditor invoice={null} initial={initial} defaults={defaults} />
}

/** `/invoices/$invoice/edit`: only drafts can be changed. */
export function EditInvoicePage() {
  const { invoice: invoiceId = '' } = useParams({ strict: false }) as { invoice?: string }
  // While it is being written the page does not change under the hands: a newer version is met when saving.
  const invoice = useQuery({ ...invoiceQuery(invoiceId), refetchOnWindowFocus: false })
  const clientId = invoice.data?.client.id
  const client = useQuery({ ...clientQuery(clientId ?? ''), enabled: clientId !== undefined })
  const error = invoice.error ?? client.error
  if (error && !(invoice.data && client.data)) {
    return (
      <ErrorState error={error} onRetry={() => void (invoice.error ? invoice.refetch() : client.refetch())} />
    )
  }
  if (!invoice.data || !client.data) return <SkeletonPage />
  return <EditEditor key={invoiceId} invoice={invoice.data} client={client.data} />
}

function EditEditor({ invoice, client }: { invoice: Invoice; client: Client }) {
  const t = useTexts(editorTexts)
  const base = useWorkspaceBase()
  const defaults = useDefaults()
  const initial = useMemo(
    () => draftOf(invoice, draftClientOf(client), defaults),
    // oxlint-disable-next-line react/exhaustive-deps -- what was read when the page was opened; later answers come by saving
    [],
  )
  const [isDraft] = useState(invoice.document_state === 'draft')
  if (!isDraft) {
    return (
      <EmptyState
        icon={IconLock}
        title={t('notDraftTitle')}
        detail={t('notDraftDetail')}
        action={
          <Button component={Link} href={`${base}/invoices/${invoice.id}`}>
            {t('openInvoice')}
          </Button>
        }
      />
    )
  }
  return <InvoiceEditor invoice={invoice} initial={initial} defaults={defaults} />
}
