import { Button } from '@mantine/core'
import { PageHeader, StatusBadge, useTexts, type Crumb } from '@portico/ui'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { printFile } from '../shared/pdf.ts'
import { clientStatus } from './client-status.ts'
import type { InvoiceAccess } from './invoice-access.ts'
import { stageOf, type PortalInvoice } from './invoice.ts'
import styles from './invoice-view.module.css'
import { late } from './late.tsx'
import { PayPanel } from './pay/pay-panel.tsx'
import { payTexts } from './texts.ts'

// Paying comes first; the paper follows within the same second.
const InvoicePaper = late(async () => (await import('./invoice-paper.tsx')).InvoicePaper, 8)

interface InvoiceViewProps {
  invoice: PortalInvoice
  access: InvoiceAccess
  logoUrl: string | null
  breadcrumbs?: Crumb[]
  contact?: { email: string | null; phone: string | null }
}

/** One invoice for the one who pays it: paying first, the paper beside it where there is room. */
export function InvoiceView({ invoice, access, logoUrl, breadcrumbs = [], contact }: InvoiceViewProps) {
  const t = useTexts(payTexts)
  return (
    <div className={styles.view}>
      <div className={styles.screen}>
        <PageHeader
          title={t('invoice', { number: invoice.number })}
          status={<InvoiceStatus invoice={invoice} />}
          breadcrumbs={breadcrumbs}
        />
      </div>
      <div className={styles.columns}>
        <div className={styles.pay}>
          <PayPanel invoice={invoice} access={access} contact={contact} />
        </div>
        <div className={styles.paper}>
          <DocumentActions invoice={invoice} access={access} />
          <InvoicePaper invoice={invoice} logoUrl={logoUrl} />
        </div>
      </div>
    </div>
  )
}

function InvoiceStatus({ invoice }: { invoice: PortalInvoice }) {
  const t = useTexts(payTexts)
  const stage = stageOf(invoice)
  if (stage === 'rejected') return <StatusBadge status="rejected" label={t('proofRejected')} />
  return (
    <StatusBadge status={stage === 'checking' ? 'checking' : clientStatus({ ...invoice, proof: null })} />
  )
}

function DocumentActions({ invoice, access }: { invoice: PortalInvoice; access: InvoiceAccess }) {
  const t = useTexts(payTexts)
  const [isPreparing, setPreparing] = useState(false)

  /** The PDF where the browser shows PDFs by itself; elsewhere (most phones) the sheet on this page. */
  async function print() {
    if (!navigator.pdfViewerEnabled) return window.print()
    setPreparing(true)
    try {
      await printFile(access.pdf())
    } catch {
      window.print()
    } finally {
      setPreparing(false)
    }
  }

  return (
    <div className={styles.actions}>
      <Button
        component="a"
        href={invoice.download_url}
        download
        variant="default"
        leftSection={<IconDownload />}
      >
        {t('download')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconPrinter />}
        loading={isPreparing}
        onClick={() => void print()}
      >
        {t('print')}
      </Button>
    </div>
  )
}
