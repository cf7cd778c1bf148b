import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { EmptyState, Link, PageHeader, SkeletonPage, useTexts } from '@portico/ui'
import { IconFileOff, IconFileSymlink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { portalApi } from '../../shared/api.ts'
import { chooseClient, usePortal, type PortalPlace } from '../portal-data.ts'
import { portalInvoicesTexts } from './texts.ts'

/** Asks for the invoice in the name of each other client that this person acts for. */
async function findPlace(places: readonly PortalPlace[], invoiceId: string): Promise<PortalPlace | null> {
  for (const place of places) {
    const { response } = await portalApi.GET('/v1/portal/invoices/{invoice_id}', {
      params: { path: { invoice_id: invoiceId } },
      headers: { 'portico-organization': place.organization.id, 'portico-client': place.client.id },
    })
    if (response.ok) return place
  }
  return null
}

/** A link from a mail may lead to an invoice of another of one's companies: then it is one tap away. */
export function NotAmongYours({ invoiceId }: { invoiceId: string }) {
  const t = useTexts(portalInvoicesTexts)
  const { base, me, place } = usePortal()
  const others = me.places.filter(({ contact_id }) => contact_id !== place.contact_id)
  const found = useQuery({
    queryKey: ['portal', 'place-of', invoiceId],
    queryFn: () => findPlace(others, invoiceId),
    enabled: others.length > 0,
    retry: false,
  })
  if (others.length > 0 && found.isPending) return <SkeletonPage />
  const other = found.data
  if (other) {
    return (
      <Page>
        <EmptyState
          icon={IconFileSymlink}
          title={t('elsewhereTitle', { client: other.client.name })}
          detail={t('elsewhereDetail', { client: place.client.name })}
          action={
            <Button
              onClick={() => {
                chooseClient(other.organization.slug, other.client.id)
                location.assign(`/client-portal/${other.organization.slug}/invoices/${invoiceId}`)
              }}
            >
              {t('elsewhereGo')}
            </Button>
          }
        />
      </Page>
    )
  }
  return (
    <Page>
      <EmptyState
        icon={IconFileOff}
        title={t('notFoundTitle')}
        detail={t('notFoundDetail')}
        action={
          <Button component={Link} href={`${base}/invoices`}>
            {t('toInvoices')}
          </Button>
        }
      />
    </Page>
  )
}

function Page({ children }: { children: ReactNode }) {
  const t = useTexts(portalInvoicesTexts)
  return (
    <>
      <PageHeader title={t('title')} />
      {children}
    </>
  )
}
