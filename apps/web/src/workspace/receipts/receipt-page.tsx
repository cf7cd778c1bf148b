import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ErrorState, Link, PageHeader, SkeletonPage, StatusBadge, toastProblem, useTexts } from '@portico/ui'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { downloadFile, printFile } from '../../shared/pdf.ts'
import { HistoryButton } from '../activity/record-history.tsx'
import { useWorkspaceBase } from '../workspace-data.ts'
import { ReceiptPaper } from './receipt-paper.tsx'
import { receiptPdf, receiptQuery } from './receipts-data.ts'
import { receiptTexts } from './texts.ts'

/** `/receipts/$receipt`: the receipt as it was given. */
export function ReceiptPage() {
  const t = useTexts(receiptTexts)
  const base = useWorkspaceBase()
  const { receipt: receiptId = '' } = useParams({ strict: false }) as { receipt?: string }
  const { data: receipt, error, refetch } = useQuery(receiptQuery(receiptId))
  const download = useMutation({
    mutationFn: () =>
      downloadFile(receiptPdf(receiptId, 'attachment'), `${receipt?.number ?? receiptId}.pdf`),
    onError: toastProblem,
  })
  const print = useMutation({
    mutationFn: () => printFile(receiptPdf(receiptId, 'inline')),
    onError: toastProblem,
  })
  if (error && !receipt) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!receipt) return <SkeletonPage />
  return (
    <>
      <PageHeader
        title={receipt.number}
        status={<StatusBadge status="paid" />}
        breadcrumbs={[{ label: t('receipts'), href: `${base}/receipts` }]}
        subtitle={<Link href={`${base}/clients/${receipt.client.id}`}>{receipt.client.name}</Link>}
        action={
          <>
            <HistoryButton record={receipt.id} name={receipt.number} />
            {receipt.payment_id ? (
              <Button component={Link} href={`${base}/payments/${receipt.payment_id}`} variant="subtle">
                {t('openPayment')}
              </Button>
            ) : null}
            <Button
              variant="default"
              leftSection={<IconPrinter />}
              loading={print.isPending}
              onClick={() => print.mutate()}
            >
              {t('print')}
            </Button>
            <Button
              leftSection={<IconDownload />}
              loading={download.isPending}
              onClick={() => download.mutate()}
            >
              {t('downloadPdf')}
            </Button>
          </>
        }
      />
      <ReceiptPaper receipt={receipt} />
    </>
  )
}
